/// How several budgets share a cost: the city and a district, 60 : 40.
package struct Split: Sendable, Hashable {
  /// The share of one budget, in parts of `denominator`.
  package struct Part: Sendable, Hashable {
    package let budget: Budget
    package let numerator: Int64

    package init(_ budget: Budget, _ numerator: Int64) {
      self.budget = budget
      self.numerator = numerator
    }
  }

  package let parts: [Part]
  package let denominator: Int64

  /// - Parameters:
  ///   - parts: of one unit, each budget once; the order decides ties.
  ///   - denominator: what the numerators add up to.
  /// - Throws: `LedgerProblem.unsoundSplit`.
  package init(_ parts: [Part], of denominator: Int64) throws(LedgerProblem) {
    let sum = parts.reduce(Int128(0)) { $0 + Int128($1.numerator) }
    guard denominator > 0, sum == Int128(denominator), parts.allSatisfy({ $0.numerator >= 0 }),
      Set(parts.map(\.budget)).count == parts.count, Set(parts.map(\.budget.unit)).count == 1
    else { throw .unsoundSplit }
    self.parts = parts
    self.denominator = denominator
  }

  /// Divides an amount to the unit by largest remainder. Units that are left over go to the largest
  /// remainders, of equal ones to the budget listed first; budgets that get nothing are left out.
  ///
  /// - Parameter amount: not below zero.
  /// - Returns: shares that add up to it, none off by a whole unit.
  /// - Throws: `LedgerProblem.notPositive`.
  package func shares(of amount: Int64) throws(LedgerProblem) -> [BudgetShare] {
    guard amount >= 0 else { throw .notPositive }
    let amounts = Split.divide(amount, by: parts.map(\.numerator))
    return zip(parts, amounts).filter { $1 > 0 }.map { BudgetShare($0.budget, $1) }
  }

  /// Divides by largest remainder.
  ///
  /// - Parameters:
  ///   - amount: not below zero.
  ///   - weights: none below zero, at least one above.
  /// - Returns: as many amounts as weights.
  static func divide(_ amount: Int64, by weights: [Int64]) -> [Int64] {
    let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
    let products = weights.map { Int128(amount) * Int128($0) }
    // No share is larger than the amount, so all fit.
    var shares = products.map { Int64($0 / whole) }
    let rest = Int(amount - shares.reduce(0, +))
    let places = products.indices.sorted { left, right in
      let (one, other) = (products[left] % whole, products[right] % whole)
      return one == other ? left < right : one > other
    }
    for place in places.prefix(rest) { shares[place] += 1 }
    return shares
  }
}
