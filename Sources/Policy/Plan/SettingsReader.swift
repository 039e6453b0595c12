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

  /// Whether a key is given.
  func has(_ key: String) -> Bool { settings.entries.contains { $0.key.text == key } }

  /// Whether the value of a key is a mapping.
  func isMapping(_ key: String) -> Bool {
    if case .mapping? = settings.entries.first(where: { $0.key.text == key })?.value {
      true
    } else {
      false
    }
  }

  /// A scalar; `nil` when the key is absent, or after a diagnostic.
  mutating func cell(_ key: String) -> Cell? {
    switch take(key) {
    case .scalar(let cell)?: return cell
    case nil: return nil
    case .list?, .mapping?:
      refuseShape(key, Bilingual(zh: "一个值", en: "a single value"))
      return nil
    }
  }

  /// A list of scalars; a single scalar counts as a list of one.
  mutating func cells(_ key: String) -> [Cell] {
    switch take(key) {
    case .scalar(let cell)?: return [cell]
    case nil: return []
    case .list(let items, _)?:
      let cells = items.compactMap { item in
        if case .scalar(let cell) = item { cell } else { nil }
      }
      if cells.count == items.count { return cells }
    case .mapping?: break
    }
    refuseShape(key, Bilingual(zh: "一个名称或名称列表", en: "a name or a list of names"))
    return []
  }

  mutating func mapping(_ key: String) -> SettingsReader? {
    switch take(key) {
    case .mapping(let settings)?: return SettingsReader(settings)
    case nil: return nil
    case .scalar?, .list?:
      refuseShape(key, Bilingual(zh: "一组“键: 值”", en: "pairs of key and value"))
      return nil
    }
  }

  /// All entries of this mapping, each of which must be a scalar.
  mutating func scalars() -> [(key: Cell, value: Cell)] {
    settings.entries.compactMap { entry in
      cell(entry.key.text).map { (entry.key, $0) }
    }
  }

  /// Takes a key whose value, where given, must be among `values`.
  @discardableResult
  mutating func expect(_ key: String, _ values: [String]) -> String? {
    names(key, among: values)?.first
  }

  /// Takes a key whose values, where given, must all be among `values`.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - values: what may stand there.
  /// - Returns: them; `nil` where the key is absent, or after a diagnostic.
  mutating func names(_ key: String, among values: [String]) -> [String]? {
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
    return given.isEmpty || given.contains { !values.contains($0.text) } ? nil : given.map(\.text)
  }

  /// Reports those of the keys that are absent.
  ///
  /// - Returns: whether all are there.
  mutating func require(_ keys: String...) -> Bool {
    let missing = keys.filter { key in !settings.entries.contains { $0.key.text == key } }
    if missing.isEmpty { return true }
    diagnostics.append(
      Diagnostic(
        "PLN060", at: range,
        message: Bilingual(
          zh: "缺少 \(missing.joined(separator: "、"))",
          en: "\(missing.joined(separator: ", ")) missing"),
        advice: Bilingual(zh: "请在这条规则里补上。", en: "Add it to this rule.")))
    return false
  }

  private mutating func refuseShape(_ key: String, _ wanted: Bilingual) {
    guard let entry = settings.entries.first(where: { $0.key.text == key }) else { return }
    diagnostics.append(
      Diagnostic(
        "PLN062", at: entry.key.range,
        message: Bilingual(
          zh: "\(key) 要写\(wanted.zh)", en: "\(key) takes \(wanted.en)"),
        advice: Bilingual(
          zh: "请按叠加规则的写法改正。", en: "Write it as the other stacking rules do.")))
  }

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
