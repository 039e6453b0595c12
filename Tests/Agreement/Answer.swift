import Core
import Determination

/// What engines must agree on.
struct Answer: Equatable, CustomStringConvertible {
  let receiver: String
  let outcome: Outcome
  let gross: Money?
  let amount: Money?
  let granted: Money?
  let monthly: Monthly?
  let points: String
  let needs: [String]

  init(_ one: Determination) {
    receiver = one.party
    outcome = one.outcome
    gross = one.gross
    amount = one.amount
    granted = one.granted
    monthly = one.monthly
    points =
      one.score.map { score in
        score.items.map { "\($0.id) \($0.points?.description ?? "?")" }.joined(separator: ", ")
      } ?? ""
    needs = one.needs.map(\.id)
  }

  var description: String {
    let months =
      monthly.map { monthly in
        monthly.spans.map { "\($0.from.monthText)..\($0.to.monthText) \($0.rate)" }
          .joined(separator: ", ")
      } ?? "no months"
    func text(_ money: Money?) -> String { money?.description ?? "-" }
    return """
      \(outcome.rawValue) to \(receiver): \(text(amount)) of \(text(gross)), granted \
      \(text(granted)), \(months), \(points) needs \(needs)
      """
  }
}

/// Which subject under which benefit.
struct Case: Hashable, CustomStringConvertible {
  let benefit: String
  let owner: String
  let subject: String?

  var description: String { "\(benefit) of \(owner), \(subject ?? "itself")" }
}
