import Core
import YAMLText

/// Reads the declarations of one file and collects everything that is wrong with them.
struct DeclarationReader {
  let source: SourceText
  let root: YAML?
  var diagnostics: [Diagnostic]
  /// The names of the declarations around the place being read, for messages.
  var path: [String] = []
  var valueTypes: [String: ValueType] = [:]
  var types: [Declared<EntityType>] = []
  var catalogues: [Declared<CatalogueType>] = []
  var targets: [Target] = []

  init(source: SourceText) {
    self.source = source
    let reading = YAML.parse(source)
    diagnostics = reading.diagnostics
    root = reading.root
    if let root { _ = section(root, required: [], optional: Self.topKeys) }
  }

  private static let topKeys = ["value-types", "parties", "records", "catalogues"]

  /// The declarations below one of the top keys.
  func declarations(_ key: String) -> [YAML.Entry] { root?[key]?.entries ?? [] }

  /// Runs `body` with a name added to the path of messages.
  mutating func inside<Result>(
    _ name: String, _ body: (inout DeclarationReader) -> Result
  ) -> Result {
    path.append(name)
    defer { path.removeLast() }
    return body(&self)
  }

  /// Checks that a node is a mapping with all the keys it needs and none that it must not have.
  mutating func section(
    _ node: YAML, required: [String], optional: [String]
  ) -> [String: YAML]? {
    guard let entries = node.entries else {
      refuseShape(node.range, Shape.mapping)
      return nil
    }
    let known = required + optional
    var values: [String: YAML] = [:]
    for entry in entries {
      if known.contains(entry.key) {
        values[entry.key] = entry.value
      } else {
        refuseKey(entry.key, entry.keyRange, known)
      }
    }
    let missing = required.filter { values[$0] == nil }
    if !missing.isEmpty { refuseMissing(missing, node.range) }
    return missing.isEmpty ? values : nil
  }

  mutating func text(_ node: YAML?) -> String? {
    guard let node else { return nil }
    if let text = node.text, !text.isEmpty { return text }
    refuseShape(node.range, Shape.text)
    return nil
  }

  /// One of a closed list of words.
  mutating func word(_ node: YAML?, among legal: [String]) -> String? {
    guard let node, let text = text(node) else { return nil }
    if legal.contains(text) { return text }
    refuseWord(text, node.range, legal)
    return nil
  }

  mutating func texts(_ node: YAML?) -> [(text: String, range: SourceRange)]? {
    guard let node else { return nil }
    guard let items = node.items else {
      refuseShape(node.range, Shape.list)
      return nil
    }
    return items.compactMap { item in text(item).map { ($0, item.range) } }
  }

  mutating func bilingual(_ node: YAML?) -> Bilingual? {
    guard let node, let values = section(node, required: ["zh", "en"], optional: []) else {
      return nil
    }
    return bilingual(values)
  }

  mutating func bilingual(_ values: [String: YAML]) -> Bilingual? {
    guard let zh = text(values["zh"]), let en = text(values["en"]) else { return nil }
    return Bilingual(zh: zh, en: en)
  }

  /// Adds a name to a scope, and complains where it is badly made or taken.
  mutating func enter(
    _ id: String, _ name: Bilingual, _ range: SourceRange, into scope: inout NameScope
  ) {
    if !NameScope.isLegal(id: id) || !NameScope.isLegal(chinese: name.zh) {
      refuseName(id, name, range)
    }
    if let taken = scope.enter(id: id, chinese: name.zh) { refuseDuplicate(taken, range) }
  }
}
