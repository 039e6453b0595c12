package import Core
package import Determinations

/// What one benefit comes to, as far as it may be shown.
package struct BenefitFigures: Sendable, Equatable {
  /// Full id.
  package let benefit: String
  package let entitled: Count
  package let notEntitled: Count
  package let undetermined: Count
  /// How many different parties are entitled.
  package let receivers: Count
  /// Due in all; `nil` when hidden.
  package let amount: Money?
  /// Granted before, as claims say; `nil` when hidden.
  package let granted: Money?
}

extension BenefitFigures {
  /// - Parameter totals: of every benefit.
  /// - Returns: the figures, in the same order.
  package static func made(of totals: [BenefitTotal]) -> [BenefitFigures] {
    var cells: [Suppression.Cell] = []
    let outside = totals.count
    for (line, total) in totals.enumerated() {
      let counts = [total.entitled, total.notEntitled, total.undetermined]
      // What is undetermined tells of gaps in the registry, not of people.
      let secrets = [
        Suppression.isSmall(total.entitled) || Suppression.isSmall(total.receivers),
        Suppression.isSmall(total.notEntitled), false,
      ]
      for (count, isSecret) in zip(counts, secrets) {
        cells.append(
          Suppression.Cell(from: line, to: outside, count: count, isSecret: isSecret))
      }
      cells.append(
        Suppression.Cell(
          from: outside, to: line, count: counts.reduce(0, +), isSecret: false))
    }
    let isHidden = Suppression(cells, vertices: totals.count + 1).isHidden
    return totals.enumerated().map { line, total in
      func count(_ column: Int, _ value: Int) -> Count {
        isHidden[line * 4 + column] ? .hidden : .shown(value)
      }
      let entitled = count(0, total.entitled)
      return BenefitFigures(
        benefit: total.benefit, entitled: entitled, notEntitled: count(1, total.notEntitled),
        undetermined: count(2, total.undetermined),
        receivers: entitled == .hidden ? .hidden : .shown(total.receivers),
        amount: entitled == .hidden ? nil : total.amount,
        granted: entitled == .hidden ? nil : total.granted)
    }
  }
}
