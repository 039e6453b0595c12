import Core
import FEEL
import PolicyPlan

/// The values that the rules of a document tell apart: with those on both sides of each, every way a
/// field can turn a rule is met.
struct Landmarks: Sendable {
  /// In order.
  private(set) var numbers: [Decimal128] = []
  private(set) var days: [CivilDate] = []
  private(set) var texts: [String] = []

  /// - Parameter plans: a document as it was issued, and what later ones make of it.
  init(_ plans: [Plan]) {
    var numbers: Set<Decimal128> = []
    var days: Set<CivilDate> = []
    var texts: Set<String> = []
    func note(_ value: Value) {
      switch value {
      case .number(let number): numbers.insert(number)
      case .date(let day): days.insert(day)
      case .string(let text): texts.insert(text)
      default: break
      }
    }
    for plan in plans {
      for case .constant(let value) in plan.nodes.map(\.operation) { note(value) }
      for parameter in plan.parameters {
        for dated in parameter.values {
          note(dated.value)
          if let from = dated.from { days.insert(from) }
        }
        for local in parameter.locals { note(local.value) }
      }
      for assumption in plan.assumptions {
        note(assumption.value)
        for value in assumption.options + assumption.locals.map(\.value) { note(value) }
      }
      days.formUnion(plan.benefits.compactMap(\.eventsFrom))
      days.formUnion(
        plan.versions.flatMap { [$0.eventsFrom, $0.determinedFrom].compactMap { $0 } })
    }
    self.numbers = numbers.sorted()
    self.days = days.sorted()
    self.texts = texts.sorted()
  }
}
