import Core

/// Tells the items of a facts file that are right from those that are not.
///
/// An item is what a list of the file's own sections holds: a party, a record, a row of a catalogue.
struct FactsSorter {
  /// Items that are not read.
  private let passedOver: Set<FactsItem>
  /// What is wrong with each of the others.
  private(set) var refused: [FactsItem: [Diagnostic]] = [:]
  /// Where each fact stands in the file, in the order in which the facts hold them.
  private(set) var parties: [FactsItem] = []
  private(set) var records: [FactsItem] = []
  private(set) var rows: [String: [FactsItem]] = [:]
  /// Faults that are told of one item.
  private static let mostFaults = 20

  enum Kind {
    case party, record
    case row(catalogue: String)
  }

  init(passingOver items: Set<FactsItem>) { passedOver = items }

  /// Whether a place is an item that is not to be read.
  func isPassedOver(_ path: [FactsReader.Step]) -> Bool {
    guard !passedOver.isEmpty, let (item, isWhole) = FactsItem.around(path), isWhole else {
      return false
    }
    return passedOver.contains(item)
  }

  mutating func keep(_ kind: Kind, _ path: [FactsReader.Step]) {
    guard let (item, _) = FactsItem.around(path) else { return }
    switch kind {
    case .party: parties.append(item)
    case .record: records.append(item)
    case .row(let catalogue): rows[catalogue, default: []].append(item)
    }
  }

  /// - Returns: whether the place is in an item; what is wrong elsewhere is wrong with the file.
  mutating func refuse(
    _ complaint: Complaint, _ range: SourceRange, at path: [FactsReader.Step]
  ) -> Bool {
    guard let (item, _) = FactsItem.around(path) else { return false }
    guard refused[item, default: []].count < FactsSorter.mostFaults else { return true }
    refused[item, default: []].append(
      Diagnostic(
        complaint.code, at: range, message: complaint.message, advice: complaint.advice,
        headings: [path.written]))
    return true
  }
}

/// Where an item stands in a facts file: `records[3]`, `catalogues.working-days[0]`.
package struct FactsItem: Sendable, Hashable {
  /// The keys above it, as the file writes them.
  let keys: [String]
  let index: Int

  /// `records[3]`.
  package var path: String { keys.joined(separator: ".") + "[\(index)]" }

  /// The item that a place is in, and whether it is all of it.
  static func around(_ path: [FactsReader.Step]) -> (FactsItem, isWhole: Bool)? {
    var keys: [String] = []
    for step in path {
      switch step {
      case .key(let key): keys.append(key)
      case .index(let index):
        return (FactsItem(keys: keys, index: index), path.count == keys.count + 1)
      }
    }
    return nil
  }
}
