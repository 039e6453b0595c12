package import Core
import FEEL
package import Determination

/// A rule that two explanations tell of differently.
package struct ReasonDifference: Sendable {
  package enum Aspect: String, Sendable, CaseIterable {
    /// One side does not tell of it: its text has no such rule, or did not come to it.
    case presence
    case verdict, value, needed
    /// The sentence beside it: the row that applies, what was subtracted and why.
    case note
  }

  package let kind: Reason.Kind
  /// As the document names the rule.
  package let id: String
  package let label: Bilingual
  /// The part of it that differs, where it has several: its number, from 1.
  package let part: Int?
  package let left: Reason?
  package let right: Reason?
  package let aspects: [Aspect]
  /// Where it stands: in the text of the right side, where that has it.
  package let citation: Citation

  /// Whether sums come from it.
  var isOfSum: Bool { kind != .condition }

  /// Whether only one side tells of it, and it is nothing that keeps something from being due.
  var isUnreached: Bool {
    aspects == [.presence] && kind != .stacking && kind != .quota
  }

  func isOfSame(as other: ReasonDifference) -> Bool {
    kind == other.kind && id == other.id && part == other.part
      && citation.document == other.citation.document
  }

  /// All that differ: rules in the order of evaluation, then the figures that they used.
  static func all(_ left: [Reason], _ right: [Reason]) -> [ReasonDifference] {
    let (left, right) = (numbered(left), numbered(right))
    let others = Dictionary(right.map { ($0.key, $0.reason) }) { first, _ in first }
    let known = Set(left.map(\.key))
    var found: [ReasonDifference] = []
    for (key, reason) in left {
      if let difference = difference(reason, others[key]) { found.append(difference) }
    }
    // What only the right side has goes where that side has it: before the next rule of both.
    for (position, (key, reason)) in right.enumerated() where !known.contains(key) {
      guard let difference = difference(nil, reason) else { continue }
      let following = right[(position + 1)...].first { known.contains($0.key) }?.reason
      let place = following.flatMap { next in
        found.firstIndex { $0.kind == next.kind && $0.id == next.id }
      }
      found.insert(difference, at: place ?? found.endIndex)
    }
    return found.filter { !$0.kind.isFigure } + found.filter(\.kind.isFigure)
  }

  private struct Key: Hashable {
    let kind: Reason.Kind
    let id: String
    /// Of several with one id, as a cap over two periods, which.
    let number: Int
  }

  private static func numbered(_ reasons: [Reason]) -> [(key: Key, reason: Reason)] {
    var count: [Key: Int] = [:]
    return reasons.map { reason in
      let key = Key(kind: reason.kind, id: reason.id, number: 0)
      let number = count[key, default: 0]
      count[key] = number + 1
      return (Key(kind: reason.kind, id: reason.id, number: number), reason)
    }
  }

  private static func difference(_ left: Reason?, _ right: Reason?) -> ReasonDifference? {
    guard let present = right ?? left else { return nil }
    var part: Int?
    var (one, other) = (left, right)
    // Of a rule with several parts, the first that settles it.
    if let left, let right, !left.parts.isEmpty, left.parts.count == right.parts.count {
      let others = left.parts.indices.filter {
        !differing(left.parts[$0], right.parts[$0]).isEmpty
      }
      let first =
        others.first { left.parts[$0].verdict != right.parts[$0].verdict } ?? others.first
      if let first {
        part = first + 1
        (one, other) = (left.parts[first], right.parts[first])
      }
    }
    var aspects = differing(one, other)
    // What the parts say is one thing; whether the whole holds is another.
    if part != nil, left?.verdict == right?.verdict { aspects.removeAll { $0 == .verdict } }
    if aspects.isEmpty, part == nil { return nil }
    return ReasonDifference(
      kind: present.kind, id: present.id, label: present.label, part: part, left: one,
      right: other, aspects: aspects, citation: present.citation)
  }

  private static func differing(_ left: Reason?, _ right: Reason?) -> [Aspect] {
    guard let left, let right else {
      // Only what fails, or is unknown, keeps something from being due.
      let stands = [.fails, .unknown].contains((left ?? right)?.verdict)
      return stands ? [.presence, .verdict] : [.presence]
    }
    return Aspect.allCases.filter { aspect in
      switch aspect {
      case .presence: false
      case .verdict: left.verdict != right.verdict
      case .value: left.value?.exact != right.value?.exact
      case .needed: left.needed != right.needed
      case .note: left.note != right.note
      }
    }
  }
}

extension Reason.Kind {
  /// Whether it tells of a figure that rules used, and not of a rule.
  var isFigure: Bool {
    switch self {
    case .table, .parameter, .assumption: true
    case .condition, .amount, .months, .stacking, .quota, .score: false
    }
  }
}

extension Shown {
  /// The value and its words: two are the same when both are.
  var exact: [String] { [value.literalText, text.zh, text.en] }
}
