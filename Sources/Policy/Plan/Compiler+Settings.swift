import Core
import FEEL
import PolicyDocument

/// Settings that may depend on an assumption:
/// `ties: out` or `ties: { if: 并列不入选, then: out, else: in }`.
extension Compiler {
  /// A setting that takes one of a closed list of words.
  ///
  /// - Parameters:
  ///   - key: of the setting.
  ///   - reader: of the rule.
  ///   - standard: what holds where nothing is said.
  /// - Returns: the setting; the standard one after a diagnostic.
  mutating func setting<Value: RawRepresentable & CaseIterable & Sendable>(
    _ key: String, _ reader: inout SettingsReader, standard: Value
  ) -> Setting<Value> where Value.RawValue == String {
    setting(key, &reader, standard: standard) { reader, key in
      reader.expect(key, Value.allCases.map(\.rawValue)).flatMap(Value.init(rawValue:))
    }
  }

  /// A setting whose values somebody else reads.
  ///
  /// - Parameters:
  ///   - key: of the setting.
  ///   - reader: of the rule.
  ///   - standard: what holds where nothing is said.
  ///   - read: reads a value by its key; `nil` after a diagnostic.
  /// - Returns: the setting; the standard one after a diagnostic.
  mutating func setting<Value: Sendable>(
    _ key: String, _ reader: inout SettingsReader, standard: Value,
    read: (inout SettingsReader, String) -> Value?
  ) -> Setting<Value> {
    guard reader.has(key) else { return .fixed(standard) }
    guard reader.isMapping(key), var inner = reader.mapping(key) else {
      return .fixed(read(&reader, key) ?? standard)
    }
    defer { lowering.diagnostics += inner.diagnostics }
    guard inner.require("if", "then", "else"), let condition = inner.cell("if"),
      let then = read(&inner, "then"), let otherwise = read(&inner, "else")
    else { return .fixed(standard) }
    inner.refuseUnused()
    guard let index = truth(condition, of: key) else { return .fixed(standard) }
    return .depends(on: index, then: then, otherwise: otherwise)
  }

  /// A word of a benefit's block or of the front matter.
  ///
  /// - Parameters:
  ///   - word: as read.
  ///   - key: what it is the value of.
  /// - Returns: the setting; after a diagnostic what holds while the assumption is true.
  mutating func setting<Value>(_ word: DependentWord<Value>, of key: String) -> Setting<Value> {
    guard let (name, otherwise) = word.otherwise, let index = truth(name, of: key) else {
      return .fixed(word.word)
    }
    return .depends(on: index, then: word.word, otherwise: otherwise)
  }

  /// The assumption that holds a day.
  mutating func day(_ cell: Cell) -> Int? {
    if case .assumption(let index)? = figure(cell, of: .date) { index } else { nil }
  }

  /// The assumption, true or false, that a cell names.
  ///
  /// - Parameters:
  ///   - cell: the name.
  ///   - key: of the setting that depends on it.
  /// - Returns: its index; `nil` after a diagnostic.
  mutating func truth(_ cell: Cell, of key: String) -> Int? {
    if case .assumption(let index)? = figure(cell, of: .boolean) { return index }
    if case .parameter? = lowering.scope.meaning(of: cell.text) {
      refuse(
        "PLN067", cell.range,
        Bilingual(zh: "“\(cell.text)”不是假设", en: "“\(cell.text)” is no assumption"),
        Bilingual(
          zh: "\(key) 要写一条取 true 或 false 的假设。",
          en: "\(key) takes an assumption that is true or false."))
    }
    return nil
  }
}
