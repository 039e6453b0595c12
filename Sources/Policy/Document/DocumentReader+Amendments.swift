import Core
import MarkdownText
import YAMLText

extension DocumentReader {
  /// A ```` ```yaml amendment ```` block.
  mutating func readAmendment(_ content: SourceRange, block: SourceRange) {
    guard let node = yaml(content),
      let fields = fields(
        of: node, name: "", allowed: ["id", "of", "replace", "repeal", "from", "by"],
        required: ["id", "of", "from"])
    else { return }
    let id = identifier(fields["id"], "id")
    let document = identifier(fields["of"], "of")
    let from = date(fields["from"], "from")
    let chosen = chosen(fields["by"])
    let action: Amendment.Action = fields["repeal"] == nil ? .replace : .repeal
    let key = action == .replace ? "replace" : "repeal"
    guard let named = fields[key] else {
      report(.missingKey("replace"), at: node.range)
      return
    }
    if action == .repeal, let other = fields["replace"] {
      report(
        .unknownKey("replace", allowed: ["id", "of", "repeal", "from", "by"]), at: other.range)
    }
    guard let target = target(named, key), let id, let document, let from, let chosen else {
      return
    }
    register(id, as: .amendment)
    append(.amendment(amendments.count))
    amendments.append(
      Amendment(
        id: id, document: document, action: action, target: target, targetRange: named.range,
        from: from, chosen: chosen, section: currentSection, range: block))
    if action == .replace { amendmentLevel = max(sections[currentSection].level, 1) }
  }

  /// Whether a block belongs to what an amendment puts in.
  mutating func takesIntoAmendment(_ block: MarkdownBlock) -> Bool {
    guard let level = amendmentLevel, let last = amendments.indices.last else { return false }
    switch block.kind {
    case .heading(let own) where own <= level || isExampleHeading(block.range): break
    case .code(let code) where code.info.split(separator: " ") == ["yaml", "amendment"]: break
    default:
      amendments[last].content = amendments[last].content?.joined(block.range) ?? block.range
      return true
    }
    amendmentLevel = nil
    return false
  }

  private func isExampleHeading(_ range: SourceRange) -> Bool {
    source.slice(range).drop { $0 == "#" || $0 == " " }.hasPrefix("算例")
  }

  private mutating func chosen(_ node: YAML?) -> Amendment.Chosen? {
    guard let node else { return .event }
    if let chosen = node.text.flatMap({ Amendment.Chosen(rawValue: $0) }) { return chosen }
    report(
      wrongValue("by", node, .choice(Amendment.Chosen.allCases.map(\.rawValue))), at: node.range)
    return nil
  }

  /// `{ benefit: skill-upgrade }`, `{ row: 标准/四级 }`, `{ article: 第五条 }` and so on.
  private mutating func target(_ node: YAML, _ key: String) -> Amendment.Target? {
    guard let entry = node.entries?.first, node.entries?.count == 1,
      let name = entry.value.text, !name.isEmpty
    else {
      report(wrongValue(key, node, .mapping), at: node.range)
      return nil
    }
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    switch entry.key {
    case "benefit": return .benefit(name)
    case "parameter": return .parameter(name)
    case "assumption": return .assumption(name)
    case "stacking": return .stacking(name)
    case "target": return .target(name)
    case "provision": return .provision(name)
    case "article": return .article(name)
    case "prose": return .prose(article: parts[0], part: parts.count == 2 ? parts[1] : nil)
    case "row":
      if parts.count == 2 { return .row(table: parts[0], label: parts[1]) }
      report(wrongValue("row", entry.value, .choice(["标准/四级"])), at: entry.value.range)
    default:
      report(
        .unknownKey(
          entry.key,
          allowed: [
            "article", "assumption", "benefit", "parameter", "prose", "provision", "row",
            "stacking", "target",
          ]), at: entry.keyRange)
    }
    return nil
  }
}
