package import Core
import Determination
import Explain

/// What one benefit comes to over everybody.
package struct CitySum: Sendable, Hashable {
  package var entitled = 0
  package var notEntitled = 0
  package var undetermined = 0
  package var amount = Money.zero

  package init() {}

  mutating func add(_ determination: Determination) throws(CityProblem) {
    switch determination.outcome {
    case .entitled: entitled += 1
    case .notEntitled: notEntitled += 1
    case .undetermined: undetermined += 1
    }
    amount = try amount.exactly(adding: determination.amount ?? .zero)
  }

  /// This with another added, or taken away again.
  func adding(_ other: CitySum, times sign: Int = 1) throws(CityProblem) -> CitySum {
    var sum = self
    sum.entitled += sign * other.entitled
    sum.notEntitled += sign * other.notEntitled
    sum.undetermined += sign * other.undetermined
    sum.amount = try amount.exactly(adding: Money(fen: Int64(sign) * other.amount.fen))
    return sum
  }
}

extension Money {
  /// The sum of two.
  ///
  /// - Parameter other: what is added.
  /// - Returns: the sum.
  /// - Throws: `CityProblem.tooMuch`.
  package func exactly(adding other: Money) throws(CityProblem) -> Money {
    guard let sum = adding(other) else { throw .tooMuch }
    return sum
  }
}
