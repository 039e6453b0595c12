import Core
import PolicyDocument

/// Takes the keys of a stacking block one by one, and reports those that nobody asked for.
struct SettingsReader {
  private let settings: StackingBlock.Settings
  private let range: SourceRange
  private var used: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ block: StackingBlock) {
    settings = block.settings
    range = block.range
  }

  private init(_ settings: StackingBlock.Settings) {
    self.settings = settings
    range = settings.range
  }

  private mutating func take(_ key: String) -> StackingBlock.Setting? {
    used.insert(key)
    return settings.entries.first { $0.key.text == key }?.value
  }

  /// A scalar, or `nil` when the key is absent or holds something else.
  mutating func cell(_ key: String) -> Cell? {
    guard case .scalar(let cell)? = take(key) else { return nil }
    return cell
  }

  /// A list of scalars; a single scalar counts as a list of one.
  mutating func cells(_ key: String) -> [Cell] {
    switch take(key) {
    case .scalar(let cell)?: [cell]
    case .list(let items, _)?:
      items.compactMap { item in
        if case .scalar(let cell) = item { cell } else { nil }
      }
    case .mapping?, nil: []
    }
  }

  mutating func mapping(_ key: String) -> SettingsReader? {
    guard case .mapping(let settings)? = take(key) else { return nil }
    return SettingsReader(settings)
  }

  /// The scalar entries of this mapping.
  var scalars: [(Cell, Cell)] {
    settings.entries.compactMap { entry in
      if case .scalar(let cell) = entry.value { (entry.key, cell) } else { nil }
    }
  }

  /// Takes a key whose value, where given, must be among `values`.
  @discardableResult
  mutating func expect(_ key: String, _ values: [String]) -> String? {
    let given = cells(key)
    for cell in given where !values.contains(cell.text) {
      diagnostics.append(
        Diagnostic(
          "PLN059", at: cell.range,
          message: Bilingual(
            zh: "\(key) 不能取“\(cell.text)”", en: "\(key) cannot be “\(cell.text)”"),
          advice: Bilingual(
            zh: "可用：\(values.joined(separator: "、"))。",
            en: "There are: \(values.joined(separator: ", ")).")))
    }
    return given.first?.text
  }

  mutating func refuseMissing(_ keys: String) {
    diagnostics.append(
      Diagnostic(
        "PLN060", at: range,
        message: Bilingual(zh: "缺少 \(keys)", en: "\(keys) missing"),
        advice: Bilingual(zh: "请补上。", en: "Add it to this rule.")))
  }

  mutating func useAll() { used.formUnion(settings.entries.map(\.key.text)) }

  /// Reports keys that the kind does not take.
  mutating func refuseUnused() {
    for (key, _) in settings.entries where !used.contains(key.text) {
      diagnostics.append(
        Diagnostic(
          "PLN061", at: key.range,
          message: Bilingual(
            zh: "这种叠加规则没有“\(key.text)”这一项", en: "this kind of stacking has no setting “\(key.text)”"
          ),
          advice: Suggestion.advice(for: key.text, among: used.sorted())))
    }
  }
}
