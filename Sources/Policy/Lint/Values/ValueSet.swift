import Core
import FEEL

/// Values of one measure: the set a cell admits, or a quantity can take.
enum ValueSet: Sendable, Hashable {
  case scale(IntervalSet)
  case words(WordSet)

  static func all(_ measure: Measure) -> ValueSet {
    switch measure {
    case .boolean: .words(WordSet(["true", "false"]))
    case .text: .words(.all)
    default: .scale(.all)
    }
  }

  static func none(_ measure: Measure) -> ValueSet {
    measure.grid == nil ? .words(.none) : .scale(.none)
  }

  var isEmpty: Bool {
    switch self {
    case .scale(let set): set.isEmpty
    case .words(let set): set.isEmpty
    }
  }

  var intervals: IntervalSet? {
    if case .scale(let set) = self { set } else { nil }
  }

  var texts: WordSet? {
    if case .words(let set) = self { set } else { nil }
  }

  /// What both hold. Sets of different measures never meet in a checked document; of such the
  /// first is returned.
  func intersection(_ other: ValueSet) -> ValueSet {
    switch (self, other) {
    case (.scale(let a), .scale(let b)): .scale(a.intersection(b))
    case (.words(let a), .words(let b)): .words(a.intersection(b))
    default: self
    }
  }

  func union(_ other: ValueSet) -> ValueSet {
    switch (self, other) {
    case (.scale(let a), .scale(let b)): .scale(a.union(b))
    case (.words(let a), .words(let b)): .words(a.union(b))
    default: self
    }
  }

  /// All other values of the measure.
  func complement(in measure: Measure) -> ValueSet {
    switch self {
    case .scale(let set): .scale(set.complement)
    case .words(let set): ValueSet.words(set.complement).intersection(.all(measure))
    }
  }

  /// The same by the values that the measure has.
  func settled(_ measure: Measure) -> ValueSet {
    guard case .scale(let set) = self, let grid = measure.grid else { return self }
    return .scale(set.settled(on: grid))
  }

  /// Whether everything in this set is in the other one.
  func isSubset(of other: ValueSet, _ measure: Measure) -> Bool {
    intersection(other.complement(in: measure)).settled(measure).isEmpty
  }
}
