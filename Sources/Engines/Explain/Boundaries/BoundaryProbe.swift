import Core
import PolicyPlan

/// The cases around one edge: what each changes of a worked example, and whose edge it is.
struct BoundaryProbe {
  let label: Bilingual
  let place: Place
  /// The item of a score sheet whose points tell; `nil` where the outcome does.
  var item: String?
  /// Each a case: columns and what to write into them.
  let cases: [[FactsCase.Input]]
  /// What makes it the same edge when another example leads to it.
  let key: String
  /// Whether it is told only where it shows.
  var isOptional = false
}

extension FactsCase.Result {
  /// Whether it says nothing about an item of a score sheet, or, without one, about the benefit.
  func isSilent(about item: String?) -> Bool {
    outcome == nil || item != nil && points.isEmpty
  }
}
