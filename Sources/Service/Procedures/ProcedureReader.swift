import Core
import Cryptography
import Office
import YAMLText

/// Reads a procedure from YAML, and collects all that is wrong with it.
///
///     id: payment-without-application
///     zh: 免申即享
///     en: payment without application
///     start: found
///     states:
///       found: { zh: 待确认, en: waiting for consent, turn: party, within: 20, then: lapse }
///     transitions:
///       consent: { zh: 同意领取, en: consent, from: [found], to: consented, by: [party] }
struct ProcedureReader {
  private(set) var diagnostics: [Diagnostic]
  private let source: SourceText

  init(_ source: SourceText) {
    self.source = source
    diagnostics = []
  }

  mutating func read() throws -> Procedure? {
    let reading = YAML.parse(source)
    diagnostics = reading.diagnostics
    guard let root = reading.root, root.entries != nil else {
      refuse(.notAMapping("procedure"), at: reading.root?.range ?? SourceRange(0, 0))
      return nil
    }
    check(root, keys: ["id", "zh", "en", "start", "states", "transitions"], required: 6)
    let states = entries(root, "states").compactMap { state($0) }
    let transitions = entries(root, "transitions").compactMap { transition($0) }
    guard let id = text(root, "id"), let label = label(root), let start = text(root, "start")
    else { return nil }
    let procedure = Procedure(
      id: id, label: label, hash: try SM3.hexDigest(source.text), start: start, states: states,
      transitions: transitions)
    if diagnostics.isEmpty { checkNames(procedure, root) }
    if diagnostics.isEmpty { checkWays(procedure, root) }
    return diagnostics.isEmpty ? procedure : nil
  }

  private mutating func state(_ entry: YAML.Entry) -> CaseState? {
    let node = entry.value
    check(
      node, keys: ["zh", "en", "turn", "within", "then", "payable"], required: 3, of: entry.key)
    guard let label = label(node), let word = text(node, "turn") else { return nil }
    guard let turn = Turn(word: word) else {
      refuse(.unknownWord("turn", word, Turn.words), at: place(node, "turn"))
      return nil
    }
    return CaseState(
      id: entry.key, label: label, turn: turn, within: count(node, "within"),
      then: text(node, "then"), isPayable: flag(node, "payable"))
  }

  private mutating func transition(_ entry: YAML.Entry) -> Transition? {
    let node = entry.value
    let keys = [
      "zh", "en", "from", "to", "by", "stage", "needs", "does", "signatures", "tells", "grave",
    ]
    check(node, keys: keys, required: 5, of: entry.key)
    let by = words(node, "by").compactMap { word in
      known("by", word, Turn(word: word.text ?? ""), Turn.words)
    }
    let stage = node["stage"].flatMap { node in
      known("stage", node, Stage(rawValue: node.text ?? ""), Stage.allCases.map(\.rawValue))
    }
    let needs = words(node, "needs").compactMap { word in
      known(
        "needs", word, Requirement(rawValue: word.text ?? ""),
        Requirement.allCases.map(\.rawValue))
    }
    let effects = words(node, "does").compactMap { word in
      known("does", word, Effect(rawValue: word.text ?? ""), Effect.allCases.map(\.rawValue))
    }
    guard let label = label(node), let to = text(node, "to") else { return nil }
    return Transition(
      id: entry.key, label: label, from: words(node, "from").compactMap(\.text), to: to, by: by,
      stage: stage, needs: needs, effects: effects, signatures: signatures(node),
      tells: text(node, "tells"), isGrave: flag(node, "grave"))
  }

  /// `[{ from: 50000, count: 2 }]` in yuan, or `{ departments: [a, b] }`.
  private mutating func signatures(_ node: YAML) -> Signatures {
    guard let given = node["signatures"] else { return .one }
    if let departments = given["departments"]?.items?.compactMap(\.text), !departments.isEmpty {
      return .departments(departments)
    }
    let thresholds = (given.items ?? []).compactMap { item -> Signatures.Threshold? in
      guard let yuan = item["from"]?.text.flatMap(Int64.init), let count = count(item, "count"),
        yuan >= 0, count >= 2
      else { return nil }
      return Signatures.Threshold(from: yuan * 100, count: count)
    }
    if thresholds.isEmpty || thresholds.count != given.items?.count {
      refuse(.badSignatures, at: given.range)
      return .one
    }
    return .byAmount(thresholds)
  }
}

extension ProcedureReader {
  mutating func refuse(_ problem: ProcedureProblem, at range: SourceRange) {
    diagnostics.append(
      Diagnostic(problem.code, at: range, message: problem.message, advice: problem.advice))
  }

  func place(_ node: YAML, _ key: String) -> SourceRange { node[key]?.range ?? node.range }

  /// Complains of keys that nothing reads, and of the first `required` of the keys where one lacks.
  private mutating func check(
    _ node: YAML, keys: [String], required: Int, of name: String = "procedure"
  ) {
    guard let entries = node.entries else { return refuse(.notAMapping(name), at: node.range) }
    for entry in entries where !keys.contains(entry.key) {
      refuse(.unknownWord(name, entry.key, keys), at: entry.keyRange)
    }
    let missing = keys.prefix(required).filter { node[$0] == nil }
    if !missing.isEmpty { refuse(.missing(name, missing), at: node.range) }
  }

  private mutating func entries(_ node: YAML, _ key: String) -> [YAML.Entry] {
    guard let value = node[key] else { return [] }
    guard let entries = value.entries, !entries.isEmpty else {
      refuse(.notAMapping(key), at: value.range)
      return []
    }
    return entries
  }

  private mutating func text(_ node: YAML, _ key: String) -> String? {
    guard let value = node[key] else { return nil }
    if let text = value.text, !text.isEmpty { return text }
    refuse(.notText(key), at: value.range)
    return nil
  }

  private mutating func label(_ node: YAML) -> Bilingual? {
    guard let zh = text(node, "zh"), let en = text(node, "en") else { return nil }
    return Bilingual(zh: zh, en: en)
  }

  private mutating func words(_ node: YAML, _ key: String) -> [YAML] {
    guard let value = node[key] else { return [] }
    guard let items = value.items, items.allSatisfy({ $0.text != nil }) else {
      refuse(.notAList(key), at: value.range)
      return []
    }
    return items
  }

  private mutating func count(_ node: YAML, _ key: String) -> Int? {
    guard let text = text(node, key) else { return nil }
    if let count = Int(text), (1...1_000).contains(count) { return count }
    refuse(.notACount(key), at: place(node, key))
    return nil
  }

  private mutating func flag(_ node: YAML, _ key: String) -> Bool {
    guard let value = node[key] else { return false }
    if let flag = value.boolean { return flag }
    refuse(.notAFlag(key), at: value.range)
    return false
  }

  private mutating func known<Value>(
    _ key: String, _ word: YAML, _ value: Value?, _ known: [String]
  ) -> Value? {
    if value == nil { refuse(.unknownWord(key, word.text ?? "", known), at: word.range) }
    return value
  }
}
