package import Core

/// A claim on somebody who was paid too much, and what has come of it.
package struct Demand: Sendable, Equatable {
  /// The number of the entry that made it.
  package let number: Int64
  package let subject: LedgerSubject
  package let unit: LedgerUnit
  /// By the day they are due.
  package let instalments: [Instalment]
  /// What came in, and what is no longer asked for.
  package internal(set) var recovered: Int64
  package internal(set) var waived: Int64
  /// What is still to come, by the budget that paid it.
  package internal(set) var outstanding: [BudgetShare]

  /// What is still to come.
  package var open: Int64 { outstanding.reduce(0) { $0 + $1.amount } }

  /// What of each instalment is still to come: what comes in pays the earliest, what is no longer
  /// asked for is taken off the latest.
  package var openInstalments: [Instalment] {
    var (paid, dropped) = (recovered, waived)
    let unpaid = instalments.map { instalment in
      let part = min(paid, instalment.amount)
      paid -= part
      return Instalment(due: instalment.due, amount: instalment.amount - part)
    }
    let left = unpaid.reversed().map { instalment in
      let part = min(dropped, instalment.amount)
      dropped -= part
      return Instalment(due: instalment.due, amount: instalment.amount - part)
    }
    return left.reversed().filter { $0.amount > 0 }
  }

  /// What should have come in before this day and has not.
  package func overdue(on day: CivilDate) -> Int64 {
    openInstalments.filter { $0.due < day }.reduce(0) { $0 + $1.amount }
  }
}
