package import Core
package import Determination

/// Facts about one benefit as a worked example states them, and what they come to.
package struct FactsCase: Sendable, Hashable {
  /// A column of a table of worked examples and what stands in it.
  package struct Input: Sendable, Hashable {
    /// `证书.等级`, `认定日`, `参保.失业`.
    package let column: String
    package var text: String

    package init(_ column: String, _ text: String) {
      self.column = column
      self.text = text
    }
  }

  /// What facts come to.
  package struct Result: Sendable, Hashable {
    /// `nil` where the document gives no entry.
    package let outcome: Outcome?
    /// `nil` where no sum is due.
    package let amount: Money?
    /// Of the items of a score sheet that the case is about.
    package let points: [Points]

    package init(outcome: Outcome?, amount: Money?, points: [Points] = []) {
      self.outcome = outcome
      self.amount = amount
      self.points = points
    }
  }

  /// The points of an item of a score sheet.
  package struct Points: Sendable, Hashable {
    package let item: String
    package let points: Decimal128

    package init(item: String, points: Decimal128) {
      self.item = item
      self.points = points
    }
  }

  /// The benefit's id without the document's.
  package let benefit: String
  package let inputs: [Input]

  package init(benefit: String, inputs: [Input]) {
    self.benefit = benefit
    self.inputs = inputs
  }
}

/// A case at, below or above an edge of a rule.
package struct BoundaryCase: Sendable {
  package let facts: FactsCase
  /// What of it differs from the case it was made from, and for which rule.
  package let varies: Bilingual
  package let result: FactsCase.Result
  /// The article of the rule.
  package let article: Bilingual?
}
