import Core

/// Builds the tree from tokens, without recursion.
struct TreeBuilder {
  private(set) var root: JSON?
  private(set) var diagnostics: [Diagnostic] = []
  private var open: [Collection] = []

  /// After so many doubled names nobody reads on.
  private static let mostDiagnostics = 100
  /// An object with more members looks its names up in a set.
  private static let searchedUpTo = 12

  /// An array or object whose end has not come yet.
  private struct Collection {
    let isObject: Bool
    let start: Int
    var items: [JSON] = []
    var members: [JSON.Member] = []
    var names: Set<String> = []
    var key = ""
    var keyRange = SourceRange(0, 0)

    /// Whether the name is new.
    mutating func enter(_ name: String, _ range: SourceRange) -> Bool {
      key = name
      keyRange = range
      if members.count < TreeBuilder.searchedUpTo {
        return !members.contains { $0.key == name }
      }
      if names.isEmpty { names = Set(members.map(\.key)) }
      return names.insert(name).inserted
    }
  }

  /// The place being read: `records[3].issuedOn`.
  var path: String {
    var text = ""
    for collection in open {
      if !collection.isObject {
        text += "[\(collection.items.count)]"
      } else if !collection.key.isEmpty {
        text += (text.isEmpty ? "" : ".") + collection.key
      }
    }
    return text
  }

  /// - Returns: whether to go on.
  mutating func take(_ token: Token, _ range: SourceRange) -> Bool {
    switch token {
    case .null: add(JSON(.null, range))
    case .boolean(let value): add(JSON(.boolean(value), range))
    case .number(let text): add(JSON(.number(text), range))
    case .string(let text): add(JSON(.string(text), range))
    case .key(let name): return enter(name, range)
    case .startObject: return push(isObject: true, range)
    case .startArray: return push(isObject: false, range)
    case .endObject, .endArray: close(at: range.end)
    }
    return true
  }

  private mutating func push(isObject: Bool, _ range: SourceRange) -> Bool {
    guard open.count < JSON.deepestNesting else {
      // The path of a place so deep is long and of no use.
      diagnostics.append(Refusal.depth.diagnostic(at: range, []))
      return false
    }
    open.append(Collection(isObject: isObject, start: range.start))
    return true
  }

  private mutating func close(at end: Int) {
    guard let collection = open.popLast() else { return }
    add(
      JSON(
        collection.isObject ? .object(collection.members) : .array(collection.items),
        SourceRange(collection.start, end)))
  }

  private mutating func enter(_ name: String, _ range: SourceRange) -> Bool {
    let top = open.count - 1
    guard top >= 0 else { return false }
    if open[top].enter(name, range) { return true }
    diagnostics.append(Refusal.duplicate(name).diagnostic(at: range, [path]))
    return diagnostics.count < TreeBuilder.mostDiagnostics
  }

  private mutating func add(_ value: JSON) {
    let top = open.count - 1
    guard top >= 0 else {
      root = value
      return
    }
    if open[top].isObject {
      open[top].members.append(
        JSON.Member(key: open[top].key, keyRange: open[top].keyRange, value: value))
    } else {
      open[top].items.append(value)
    }
  }
}
