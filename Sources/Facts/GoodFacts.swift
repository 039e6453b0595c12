package import Core
import JSONText

/// What is right in a facts file, and what is wrong with the rest.
package struct GoodFacts: Sendable {
  /// The facts that are right, also after those that rest on wrong ones were left out.
  package let facts: FactBase
  /// Where each of `facts.parties`, `facts.records` and the rows of each catalogue stands.
  package let parties: [FactsItem]
  package let records: [FactsItem]
  package let rows: [String: [FactsItem]]
  /// Items that are wrong, and all that is wrong with each.
  package let refused: [FactsItem: [Diagnostic]]
  package let source: SourceText
  private let json: JSON

  /// Reads what is right in a facts file.
  ///
  /// - Parameters:
  ///   - bytes: the file, UTF-8.
  ///   - name: what messages call it.
  ///   - schema: of the vocabulary that says what there can be facts about.
  /// - Throws: what is wrong with the file as a whole: no JSON, unknown sections; codes as for
  ///   `FactsFile.read`.
  package init(bytes: [UInt8], name: String, _ schema: FactsSchema) throws(DiagnosticsError) {
    source = try JSON.source(name: name, bytes: bytes)
    json = try JSON.parse(source)
    var refused: [FactsItem: [Diagnostic]] = [:]
    // Records of a party that was refused are refused in the next round.
    while true {
      var reader = FactsReader(schema, on: CivilDate(dayNumber: 0))
      reader.sorter = FactsSorter(passingOver: Set(refused.keys))
      reader.read(json)
      let diagnostics = reader.problems.diagnostics
      guard diagnostics.isEmpty else {
        throw DiagnosticsError(source: source, diagnostics: diagnostics)
      }
      let found = reader.sorter?.refused ?? [:]
      refused.merge(found) { earlier, _ in earlier }
      guard found.isEmpty else { continue }
      facts = reader.facts
      parties = reader.sorter?.parties ?? []
      records = reader.sorter?.records ?? []
      rows = reader.sorter?.rows ?? [:]
      self.refused = refused
      return
    }
  }

  /// A facts file of some items as they are written, with the parties that its records need.
  ///
  /// - Parameter items: of this file.
  /// - Returns: JSON in UTF-8, with the file's own region.
  package func file(of items: some Sequence<FactsItem>) -> [UInt8] {
    var wanted = Set(items)
    for item in wanted {
      guard let owner = (value(of: item)?["party"] ?? value(of: item)?["当事人"])?.string,
        let position = facts.partyPosition(owner)
      else { continue }
      wanted.insert(parties[position])
    }
    let members = (json.members ?? []).compactMap { member -> String? in
      switch member.key {
      case "region", "地区": return text(member)
      case "catalogues", "目录":
        let lists = (member.value.members ?? []).compactMap { list($0, [member.key], wanted) }
        return lists.isEmpty
          ? nil : "\(key(member)): {\n\(lists.joined(separator: ",\n"))\n}"
      default: return list(member, [], wanted)
      }
    }
    return Array("{\n\(members.joined(separator: ",\n"))\n}\n".utf8)
  }

  /// A member that is a list, with the wanted items only; `nil` when there are none.
  private func list(
    _ member: JSON.Member, _ above: [String], _ wanted: Set<FactsItem>
  ) -> String? {
    let items = (member.value.items ?? []).enumerated().filter { index, _ in
      wanted.contains(FactsItem(keys: above + [member.key], index: index))
    }
    if items.isEmpty { return nil }
    let texts = items.map { "  " + source.slice($0.element.range) }
    return "\(key(member)): [\n\(texts.joined(separator: ",\n"))\n]"
  }

  private func text(_ member: JSON.Member) -> String {
    "\(key(member)): \(source.slice(member.value.range))"
  }

  private func key(_ member: JSON.Member) -> String { source.slice(member.keyRange) }

  private func value(of item: FactsItem) -> JSON? {
    var value: JSON? = json
    for key in item.keys { value = value?[key] }
    guard let items = value?.items, items.indices.contains(item.index) else { return nil }
    return items[item.index]
  }

  /// Where an item begins.
  package func start(of item: FactsItem) -> Int { value(of: item)?.range.start ?? 0 }
}
