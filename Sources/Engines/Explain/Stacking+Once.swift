import Core
import Determination
import FEEL
import PolicyPlan

extension Stacking {
  /// Of all candidates with the same key only the earliest is entitled.
  func applyOnce(
    _ rule: StackingRule, _ per: [StackingKey], _ period: StackingRule.Period?,
    _ candidates: inout [Candidate]
  ) {
    for group in groups(rule, candidates) {
      var paid = PaidKeys()
      let first = candidates[group[0]]
      for claim in claimsWithoutRecord(rule, owner: first.owner) {
        paid.insert(
          key(claim, per, period, type: type(of: first)), claim.subject ?? claim.benefit, nil)
      }
      for position in group {
        let own = key(candidates[position], rule, per, period)
        if let other = paid.certain(own) {
          block(rule, position, by: other, &candidates)
          continue
        }
        if let doubt = paid.possible(own) { leaveOpen(rule, position, doubt, &candidates) }
        paid.insert(own, candidates[position].subjectID, candidates[position].unknown)
      }
    }
  }

  private func leaveOpen(
    _ rule: StackingRule, _ position: Int, _ doubt: PaidKeys.Doubt, _ candidates: inout [Candidate]
  ) {
    let names = doubt.subjects
    candidates[position].becomeUndetermined(doubt.unknown)
    candidates[position].reasons += reasons(
      rule, verdict: .unknown,
      note: Bilingual(
        zh: "还不能确定是否已经因 \(names.joined(separator: "、")) 享受过",
        en: "it is not known whether \(names.joined(separator: ", ")) was paid for already"),
      others: names)
  }

  private func block(
    _ rule: StackingRule, _ position: Int, by other: String, _ candidates: inout [Candidate]
  ) {
    candidates[position].becomeNotEntitled()
    candidates[position].reasons += reasons(
      rule, verdict: .fails,
      note: Bilingual(
        zh: "已因 \(other) 享受，不再重复", en: "paid for \(other) already, and only once"),
      others: [other])
  }
}

/// The keys that earlier candidates have used up, certainly or possibly. Looked up by the text of
/// the key, so that a party with thousands of records takes no quadratic time.
struct PaidKeys {
  /// Earlier candidates that may have used up a key.
  struct Doubt {
    var unknown: Unknown
    var subjects: [String]
  }

  private var certainSubjects: [String: String] = [:]
  /// Keys with unknown parts, or of undetermined candidates.
  private var doubts: [String: (key: StackingGroupKey, doubt: Doubt)] = [:]
  /// One certain key per pattern, for candidates whose own key has unknown parts.
  private var certainKeys: [String: StackingGroupKey] = [:]

  /// - Parameter unknown: why the candidate is undetermined, `nil` when it is entitled.
  mutating func insert(_ key: StackingGroupKey, _ subject: String, _ unknown: Unknown?) {
    let text = key.text
    guard let why = unknown.map({ $0.union(key.unknown) }) ?? key.unknown else {
      certainSubjects[text] = subject
      certainKeys[text] = key
      return
    }
    var doubt = doubts[text]?.doubt ?? Doubt(unknown: Unknown(), subjects: [])
    doubt.unknown.formUnion(why)
    // A few names are enough to look into.
    if doubt.subjects.count < 3 { doubt.subjects.append(subject) }
    doubts[text] = (key, doubt)
  }

  /// The subject that has certainly used up this key.
  func certain(_ key: StackingGroupKey) -> String? {
    key.unknown == nil ? certainSubjects[key.text] : nil
  }

  /// What may have used it up.
  func possible(_ key: StackingGroupKey) -> Doubt? {
    var found: Doubt?
    func add(_ doubt: Doubt) {
      found?.unknown.formUnion(doubt.unknown)
      found?.subjects += doubt.subjects
      if found == nil { found = doubt }
    }
    for (_, entry) in doubts.sorted(by: { $0.key < $1.key }) where entry.key.mayEqual(key) {
      add(entry.doubt)
    }
    if let unknown = key.unknown {
      for (text, other) in certainKeys.sorted(by: { $0.key < $1.key }) where other.mayEqual(key) {
        add(Doubt(unknown: unknown, subjects: [certainSubjects[text] ?? ""]))
      }
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
