import FEEL

/// The keys that candidates have used up, certainly or possibly. Looked up by the text of the key,
/// so that a party with thousands of records takes no quadratic time.
struct PaidKeys {
  /// Candidates that may have used up a key.
  struct Doubt {
    var unknown: Unknown
    var subjects: [String]
    /// The candidate, while it is the only one.
    fileprivate var only: Int?

    fileprivate init(_ unknown: Unknown, _ subject: String, _ position: Int?) {
      self.unknown = unknown
      subjects = [subject]
      only = position
    }

    mutating func formUnion(_ other: Doubt) {
      unknown.formUnion(other.unknown)
      // A few names are enough to look into.
      subjects += other.subjects.prefix(max(0, 3 - subjects.count))
      only = nil
    }
  }

  private typealias Doubts = [String: (key: StackingGroupKey, doubt: Doubt)]

  /// Who has certainly used up a key.
  private var certain: [String: (key: StackingGroupKey, subject: String)] = [:]
  /// Who may have, by keys that are known, and by keys of which a part is unknown.
  private var doubts: Doubts = [:]
  private var vague: Doubts = [:]

  /// - Parameters:
  ///   - key: what the candidate uses up.
  ///   - subject: what to call the candidate.
  ///   - position: the candidate; `nil` for a claim.
  ///   - unknown: why it is not certain that it counts; `nil` when it is.
  mutating func insert(
    _ key: StackingGroupKey, _ subject: String, _ position: Int?, _ unknown: Unknown?
  ) {
    let text = key.text
    guard let why = unknown.map({ $0.union(key.unknown) }) ?? key.unknown else {
      certain[text] = (key, subject)
      return
    }
    let doubt = Doubt(why, subject, position)
    if key.unknown == nil {
      PaidKeys.add(doubt, key, text, to: &doubts)
    } else {
      PaidKeys.add(doubt, key, text, to: &vague)
    }
  }

  private static func add(
    _ doubt: Doubt, _ key: StackingGroupKey, _ text: String, to doubts: inout Doubts
  ) {
    guard var known = doubts[text]?.doubt else {
      doubts[text] = (key, doubt)
      return
    }
    known.formUnion(doubt)
    doubts[text] = (key, known)
  }

  /// The subject that has certainly used up this key.
  func certain(_ key: StackingGroupKey) -> String? {
    key.unknown == nil ? certain[key.text]?.subject : nil
  }

  /// What may have used it up.
  ///
  /// - Parameters:
  ///   - key: the key in question.
  ///   - position: the candidate that asks, which is no doubt of its own.
  ///   - order: why it is not known whether those that are certain come first.
  /// - Returns: everything that is doubtful, joined; `nil` when nothing is.
  func possible(
    _ key: StackingGroupKey, besides position: Int, order: Unknown? = nil
  ) -> Doubt? {
    var found: Doubt?
    func add(_ doubt: Doubt) {
      if doubt.only == position { return }
      var doubt = doubt
      doubt.unknown.formUnion(key.unknown)
      found?.formUnion(doubt)
      if found == nil { found = doubt }
    }
    for (_, entry) in vague.sorted(by: { $0.key < $1.key }) where entry.key.mayEqual(key) {
      add(entry.doubt)
    }
    if let missing = key.unknown {
      for (_, entry) in doubts.sorted(by: { $0.key < $1.key }) where entry.key.mayEqual(key) {
        add(entry.doubt)
      }
      for (_, entry) in certain.sorted(by: { $0.key < $1.key }) where entry.key.mayEqual(key) {
        add(Doubt(missing.union(order), entry.subject, nil))
      }
    } else {
      if let entry = doubts[key.text] { add(entry.doubt) }
      if let order, let entry = certain[key.text] { add(Doubt(order, entry.subject, nil)) }
    }
    return found
  }
}

extension StackingGroupKey {
  /// The key written out; unknown parts as `?`.
  var text: String {
    parts.map { $0.map(\.literalText) ?? "?" }.joined(separator: "|")
  }
}
