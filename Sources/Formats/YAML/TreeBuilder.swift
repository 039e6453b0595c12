import Core

/// Builds the tree from events, without recursion, and collects what has to be refused.
struct TreeBuilder {
  let offsets: CharacterOffsets
  private(set) var root: YAML?
  var diagnostics: [Diagnostic] = []
  private var open: [Collection] = []
  private var documents = 0

  init(offsets: CharacterOffsets) { self.offsets = offsets }

  /// A sequence or mapping whose end has not come yet.
  private struct Collection {
    let isMapping: Bool
    let isFlow: Bool
    let range: SourceRange
    var items: [YAML] = []
    var entries: [YAML.Entry] = []
    var keys: [String: SourceRange] = [:]
    var pending: PendingKey?
  }

  /// A key that waits for its value.
  private struct PendingKey {
    /// `nil` when the key is refused and its value is dropped.
    let text: String?
    let range: SourceRange
  }

  /// - Returns: whether to go on reading.
  mutating func take(_ event: Event) -> Bool {
    let range = offsets.range(event.start, event.end)
    if let anchor = event.anchor { refuseAnchor("&" + anchor, range) }
    if let tag = event.tag { refuseTag(tag, range) }
    switch event.kind {
    case .documentStart:
      documents += 1
      if documents > 1 { refuseSecondDocument(range) }
      return documents == 1
    case .alias(let name):
      refuseAnchor("*" + name, range)
      add(YAML(.scalar("", isPlain: true), range))
    case .scalar(let text, let isPlain): add(YAML(.scalar(text, isPlain: isPlain), range))
    case .sequenceStart(let isFlow): return push(false, isFlow, range)
    case .mappingStart(let isFlow): return push(true, isFlow, range)
    case .sequenceEnd, .mappingEnd: close(at: range)
    }
    return true
  }

  private mutating func push(_ isMapping: Bool, _ isFlow: Bool, _ range: SourceRange) -> Bool {
    open.append(Collection(isMapping: isMapping, isFlow: isFlow, range: range))
    if open.count > YAML.deepestNesting {
      refuseDepth(range)
      return false
    }
    return true
  }

  private mutating func close(at end: SourceRange) {
    guard let collection = open.popLast() else { return }
    add(
      YAML(
        collection.isMapping ? .mapping(collection.entries) : .sequence(collection.items),
        extent(of: collection, end)))
  }

  /// Brackets tell where a flow collection ends; a block collection ends with its last child,
  /// since libyaml's own mark lies behind the blank lines and comments that follow.
  private func extent(of collection: Collection, _ end: SourceRange) -> SourceRange {
    let last = collection.entries.last?.value.range ?? collection.items.last?.range
    guard !collection.isFlow, let last else { return collection.range.joined(end) }
    return SourceRange(collection.range.start, last.end)
  }

  private mutating func add(_ node: YAML) {
    guard !open.isEmpty else {
      root = node
      return
    }
    let top = open.count - 1
    if !open[top].isMapping {
      open[top].items.append(node)
    } else if let key = open[top].pending {
      open[top].pending = nil
      guard let text = key.text else { return }
      open[top].entries.append(YAML.Entry(key: text, keyRange: key.range, value: node))
    } else {
      open[top].pending = PendingKey(text: acceptedKey(node), range: node.range)
    }
  }

  /// The key's text; `nil`, and a diagnostic, when it is no text or was there before.
  private mutating func acceptedKey(_ node: YAML) -> String? {
    guard case .scalar(let text, _) = node.content, !node.isNull else {
      refuseKey(node.range)
      return nil
    }
    let top = open.count - 1
    if open[top].keys[text] != nil {
      refuseDuplicate(text, node.range)
      return nil
    }
    open[top].keys[text] = node.range
    return text
  }
}
