import Core
import YAMLText

extension DocumentReader {
  /// A ```` ```yaml stacking ```` block: a list of stacking rules.
  mutating func readStacking(_ content: SourceRange, block: SourceRange) {
    guard let node = yaml(content) else { return }
    guard let items = node.items else {
      report(wrongValue("", node, .list), at: node.range)
      return
    }
    for item in items { readStackingRule(item, block) }
  }

  private mutating func readStackingRule(_ node: YAML, _ block: SourceRange) {
    guard let entries = node.entries else {
      report(wrongValue("", node, .mapping), at: node.range)
      return
    }
    let own = ["id", "kind", "label", "assumes", "cites"]
    for key in own.prefix(3) where node[key] == nil { report(.missingKey(key), at: node.range) }
    let id = identifier(node["id"], "id")
    let kind = text(node["kind"], "kind")
    let label = labels(node["label"], "label")
    let cites = text(node["cites"], "cites")?.text
    let settings = settings(entries.filter { !own.contains($0.key) }, node.range)
    if let id { register(id, as: .stacking) }
    guard let id, let kind else { return }
    append(.stacking(stacking.count))
    stacking.append(
      StackingBlock(
        id: id, kind: kind, label: label ?? Bilingual(id.text), settings: settings,
        assumes: assumed(node["assumes"]), cites: cites, section: currentSection, range: node.range,
        block: block))
  }

  private mutating func settings(
    _ entries: [YAML.Entry], _ range: SourceRange
  ) -> StackingBlock.Settings {
    var settings: [(key: Cell, value: StackingBlock.Setting)] = []
    for entry in entries {
      if YAML.isReadAsBoolean(entry.key) { report(.booleanKey(entry.key), at: entry.keyRange) }
      settings.append((Cell(text: entry.key, range: entry.keyRange), setting(entry.value)))
    }
    return StackingBlock.Settings(entries: settings, range: range)
  }

  private mutating func setting(_ node: YAML) -> StackingBlock.Setting {
    switch node.content {
    case .scalar(let text, _): .scalar(Cell(text: text, range: node.range))
    case .sequence(let items): .list(items.map { setting($0) }, node.range)
    case .mapping(let entries): .mapping(settings(entries, node.range))
    }
  }
}
