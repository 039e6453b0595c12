import Core
import FEEL
import JSONText
package import Vocabulary

/// The records of a facts file that have no id, by what tells them apart: the fields of their key,
/// else all that they say.
struct NamelessRecords {
  private struct Identity: Hashable {
    let type: Int
    let party: String
    let said: [String]
  }

  private struct Known {
    /// Position in the section of records.
    let index: Int
    let content: [String]
  }

  private var known: [Identity: Known] = [:]

  /// An earlier record that a record is the same as.
  struct Twin {
    let index: Int
    /// Whether both say the same; else only what tells them apart is the same.
    let saysTheSame: Bool
  }

  /// Takes a record in, unless it is there already.
  ///
  /// - Parameters:
  ///   - record: without an id.
  ///   - type: that it is of.
  ///   - index: its position in the section of records.
  /// - Returns: the earlier record that it is the same as.
  mutating func enter(_ record: Record, _ type: EntityType, at index: Int) -> Twin? {
    let content = record.values.map(\.written)
    let identity = Identity(
      type: record.type, party: record.party ?? "",
      said: record.isKnownByKey(type) ? type.key.map { record.values[$0].spoken } : content)
    if let earlier = known[identity] {
      return Twin(index: earlier.index, saysTheSame: earlier.content == content)
    }
    known[identity] = Known(index: index, content: content)
    return nil
  }
}

extension FactsReader {
  /// A record without an id is there once.
  mutating func checkTwin(of record: Record, _ json: JSON) {
    guard case .index(let index)? = path.last else { return }
    let type = schema.vocabulary.types[record.type]
    guard let twin = nameless.enter(record, type, at: index) else { return }
    let place = [Step.key(recordsKey), .index(twin.index)].written
    complain(
      twin.saysTheSame
        ? .sameTwice(place: place) : .keyTwice(place: place, type.key.map { type.fields[$0] }),
      SourceRange(json.range.start, json.range.start + 1))
  }
}

extension Record {
  /// Whether the fields of its key tell it apart: it has no id, and says at least one of them. What
  /// it leaves out of the key it agrees in with records that leave it out too.
  ///
  /// - Parameter type: of the record.
  /// - Returns: whether it does; else it is its id, or all that it says.
  package func isKnownByKey(_ type: EntityType) -> Bool {
    id == nil
      && type.key.contains { field in
        if case .known = values[field] { true } else { false }
      }
  }
}

extension FactValue {
  /// One text for each thing that can be said.
  fileprivate var written: String {
    switch self {
    case .missing: "-"
    case .none: "0"
    case .known(let value): "=\(value.written)"
    }
  }

  /// The same, where leaving a field out and saying that there is none are alike.
  fileprivate var spoken: String {
    if case .none = self { "-" } else { written }
  }
}

extension Value {
  fileprivate var written: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let number): number.description
    case .string(let text): "\(text.utf8.count):\(text)"
    case .date(let date): date.description
    case .list(let items): "[" + items.map(\.written).joined(separator: ",") + "]"
    case .context(let context):
      "{"
        + context.entries.sorted { $0.key < $1.key }
        .map { "\($0.key):\($0.value.written)" }.joined(separator: ",") + "}"
    default: "\(self)"
    }
  }
}
