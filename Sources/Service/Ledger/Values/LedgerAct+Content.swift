import Core
import JSONText

extension LedgerAct {
  /// All that it says, in one writing: two acts are the same when their content is.
  ///
  /// - Returns: a JSON object.
  /// - Throws: `LedgerProblem.notPositive`, `.tooLarge` for shares that cannot be put in order.
  func content() throws(LedgerProblem) -> String {
    let shares = shares.isEmpty ? [] : try shares.inOrder()
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("act", kind.rawValue)
      switch self {
      case .propose(let budget, let change): writer.shares([BudgetShare(budget, change)])
      case .confirm(let proposal), .decline(let proposal): writer.number("proposal", proposal)
      case .commit(let subject, _), .release(let subject, _), .settle(let subject, _),
        .takeBack(let subject, _):
        writer.subject(subject)
        writer.shares(shares)
      case .demand(let subject, _, let instalments):
        writer.subject(subject)
        writer.shares(shares)
        writer.instalments(instalments)
      case .recover(let demand, let amount), .waive(let demand, let amount):
        writer.number("demand", demand)
        writer.number("amount", amount)
      case .carryOver(let budget, let year, let free):
        writer.member("budget", budget.id)
        writer.number("to", Int64(year))
        writer.member("free", free.rawValue)
      }
    }
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func number(_ name: String, _ value: Int64) {
    key(name)
    integer(Int(value))
  }

  fileprivate mutating func subject(_ subject: LedgerSubject) {
    member("subject", subject.id)
    member("party", subject.party)
  }

  fileprivate mutating func shares(_ shares: [BudgetShare]) {
    key("shares")
    array { writer in
      for share in shares {
        writer.object { writer in
          writer.member("fund", share.budget.fund)
          writer.number("year", Int64(share.budget.year))
          writer.member("unit", share.budget.unit.id)
          writer.number("amount", share.amount)
        }
      }
    }
  }

  fileprivate mutating func instalments(_ instalments: [Instalment]) {
    key("instalments")
    array { writer in
      for instalment in instalments {
        writer.object { writer in
          writer.member("due", "\(instalment.due)")
          writer.number("amount", instalment.amount)
        }
      }
    }
  }
}
