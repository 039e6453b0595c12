import Core
import Determination
import FEEL
import PolicyPlan
import Vocabulary

/// Edges that no comparison of the rules shows: the months of the window, the sum at which
/// a limit cuts, the last place of a quota.
extension BoundaryBase {
  /// The most months of a window whose end is told: ten years. A longer one is in the rules because
  /// they need a number, and nobody can confirm what is paid in fifty years.
  private static let longestWindow = 120

  /// The day of the determination in the months before, in and after the first that counts and the
  /// last of the window.
  var months: [[FactsCase.Input]] {
    guard case .monthly(let monthly) = benefit.payment,
      let first = worked.own?.determination.monthly?.from
    else { return [] }
    let end = monthly.atMost <= BoundaryBase.longestWindow ? [monthly.atMost - 1] : []
    return ([0] + end).flatMap { offset in
      [-1, 0, 1].map { step in
        let month = CivilDate(monthNumber: first.monthNumber + offset + step)
        return [FactsCase.Input(dayColumn, month.lastOfMonth.description)]
      }
    }
  }

  /// The last place that a quota gives, and the number of the kind at which it gives one more.
  var places: [(column: String, cases: [[FactsCase.Input]])] {
    let columns = isEnglish ? ["peers", "rank"] : ["同类总数", "名次"]
    return columns.compactMap { column in
      guard let number = text(of: column).flatMap({ Int($0) }) else { return nil }
      let cases = (max(1, number - 1)...number + 1).map { [FactsCase.Input(column, String($0))] }
      return (column, cases)
    }
  }

  /// Where the sum grows evenly with a figure, the figure at which a limit begins to cut.
  ///
  /// - Parameters:
  ///   - limit: yuan.
  ///   - work: works out what the sum is before limits.
  /// - Returns: for each such figure one below, at and one above.
  func figures(at limit: Decimal128, _ work: CaseWork) -> [[[FactsCase.Input]]] {
    facts.inputs.map(\.column).compactMap { column -> [[FactsCase.Input]]? in
      guard let field = field(named: column),
        let number = text(of: column).flatMap({ Decimal128($0) }), !number.isZero,
        case .number(_, let scale, _) = field.type,
        let at = zero(column, number, limit, scale, work)
      else { return nil }
      return changes(.field(column: column, field), around: .number(at)).map { [$0] }
    }
  }

  /// The field that a column holds.
  private func field(named column: String) -> Field? {
    let parts = column.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let type = plan.vocabulary.type(parts[0]) else { return nil }
    return type.fieldIndex(parts[1]).map { type.fields[$0] }
  }

  /// The figure whose sum is the limit: from the sums of the example's own figure, twice and three
  /// times as much; `nil` where they do not lie on a line.
  private func zero(
    _ column: String, _ number: Decimal128, _ limit: Decimal128, _ scale: Int, _ work: CaseWork
  ) -> Decimal128? {
    let sums = [1, 2, 3].compactMap { times -> Decimal128? in
      guard let more = number.multiplied(by: Decimal128(times)) else { return nil }
      let worked = try? work.work(setting(column, to: more.description))
      return worked?.own?.determination.gross?.yuan
    }
    guard sums.count == 3, let step = sums[1].subtracting(sums[0]), !step.isZero,
      let next = sums[2].subtracting(sums[1]), next == step, let left = limit.subtracting(sums[0]),
      let times = left.multiplied(by: number)?.divided(by: step),
      let at = number.adding(times)?.rounded(scale: scale, .down), !at.isNegative
    else { return nil }
    return at
  }
}
