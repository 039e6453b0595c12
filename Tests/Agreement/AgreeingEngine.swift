import Facts
import PolicyPlan

/// An engine that is held to the answers of the others. A new one joins by one file.
protocol AgreeingEngine: Sendable {
  var name: String { get }

  /// Every answer under some plans.
  ///
  /// - Parameters:
  ///   - facts: of a day.
  ///   - plans: of sound documents.
  /// - Returns: one answer per case.
  func answers(to facts: FactBase, under plans: [Plan]) -> [Case: Answer]
}
