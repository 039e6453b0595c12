package import Core
package import Office
import Procedures
package import Store

/// A part of what is claimed back, and the last day to pay it.
package struct CaseInstalment: Sendable, Equatable {
  package let due: CivilDate
  /// 分.
  package let amount: Int64

  package init(due: CivilDate, amount: Int64) {
    self.due = due
    self.amount = amount
  }
}

extension Casework {
  /// Agrees on parts in which a claw-back is to be paid; said again it takes the place of the first.
  ///
  /// - Parameters:
  ///   - instalments: the parts, which add up to the amount.
  ///   - number: of the case.
  ///   - signer: who has taken the case.
  ///   - connection: the transaction.
  /// - Throws: `CaseworkProblem.noInstalmentsNow` where no decision to claim back can be taken,
  ///   `.badInstalments`, `.pastInstalment`, `.notTaken`, `.takenByOther`; `StoreError`.
  package func set(
    _ instalments: [CaseInstalment], of number: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    let (record, key) = try CaseTable.find(number, connection)
    try checkTaken(record, by: signer)
    guard
      try shelf.procedure(of: record).transitions(from: record.state)
        .contains(where: { $0.effects.contains(.demand) })
    else {
      throw CaseworkProblem.noInstalmentsNow
    }
    guard instalments.allSatisfy({ $0.due >= office.clock.today }) else {
      throw CaseworkProblem.pastInstalment
    }
    // A sum that leaves 64 bits is not that of any case.
    let sum = instalments.reduce(Int128(0)) { $0 + Int128($1.amount) }
    guard instalments.allSatisfy({ $0.amount > 0 }), sum == Int128(record.amount) else {
      throw CaseworkProblem.badInstalments
    }
    try connection.run("DELETE FROM \"case_instalment\" WHERE \"case\" = \(key)")
    for (index, part) in instalments.sorted(by: { $0.due < $1.due }).enumerated() {
      try connection.run(
        """
        INSERT INTO "case_instalment" ("case", "number", "due", "amount")
        VALUES (\(key), \(Int64(index + 1)), \(Int64(part.due.dayNumber)), \(part.amount))
        """)
    }
    try CaseEvents.append(
      CaseEvents.Draft(
        signer: signer, act: "instalments",
        note: instalments.map { "\($0.due) \(Money(fen: $0.amount))" }.joined(separator: "; ")),
      to: key, at: office.clock.now(), connection)
    try trail(signer, "case.instalments", record, connection)
  }

  /// Parts of one size, a month between them; the first takes what does not divide.
  ///
  /// - Parameters:
  ///   - amount: 分, all of them together.
  ///   - count: how many, 1 or more.
  ///   - first: the day of the first; later months that have no such day give their last.
  /// - Returns: the parts; empty where one would be nothing.
  package static func parts(
    of amount: Int64, count: Int, from first: CivilDate
  ) -> [CaseInstalment] {
    guard count > 0, amount >= Int64(count) else { return [] }
    let part = amount / Int64(count)
    return (0..<count).map { month in
      CaseInstalment(
        due: first.adding(months: month),
        amount: month == 0 ? amount - part * Int64(count - 1) : part)
    }
  }

  /// The parts agreed on, the earliest first; empty where there are none.
  func instalments(
    _ key: Int64, _ connection: borrowing Connection
  ) throws -> [CaseInstalment] {
    try connection.all(
      """
      SELECT "due", "amount" FROM "case_instalment" WHERE "case" = \(key) ORDER BY "number"
      """
    ) { CaseInstalment(due: CivilDate(dayNumber: Int($0.integer(0))), amount: $0.integer(1)) }
  }
}
