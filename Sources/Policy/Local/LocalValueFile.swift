package import Core
import YAMLText

/// A file of local values: a YAML list, each item one value.
///
///     - document: wenzhou-2018-242
///       name: 岗前最少课时
///       region: "330302"
///       from: "2020-01-01"
///       value: 32
///       reason: { zh: …, en: … }
///       by: 鹿城区人力资源和社会保障局
///       cites: …
package struct LocalValueFile: Sendable {
  package let source: SourceText
  package let values: [LocalValue]

  /// - Parameter source: the file.
  /// - Throws: everything that is wrong with its form (YAML001 …, LOC001 … LOC006).
  package init(_ source: SourceText) throws(DiagnosticsError) {
    let reading = YAML.parse(source)
    var reader = LocalValueReader(diagnostics: reading.diagnostics)
    values = reader.values(reading.root)
    self.source = source
    guard reader.diagnostics.isEmpty else {
      throw DiagnosticsError(source: source, diagnostics: reader.diagnostics)
    }
  }
}

/// Takes the items of the list one by one, and collects all that is wrong.
private struct LocalValueReader {
  var diagnostics: [Diagnostic]

  private static let known = LocalValue.Key.allCases.map(\.rawValue)
  private static let optional: [LocalValue.Key] = [.from, .to, .cites]
  private static let required = LocalValue.Key.allCases.filter { !optional.contains($0) }

  mutating func values(_ root: YAML?) -> [LocalValue] {
    guard let root else {
      if diagnostics.isEmpty { refuse(.empty, at: SourceRange(0, 0)) }
      return []
    }
    guard let items = root.items else {
      refuse(.notAList, at: root.range)
      return []
    }
    return items.compactMap { value($0) }
  }

  private mutating func value(_ item: YAML) -> LocalValue? {
    guard let entries = item.entries else {
      refuse(.notAnItem, at: item.range)
      return nil
    }
    let before = diagnostics.count
    for entry in entries where !Self.known.contains(entry.key) {
      refuse(.unknownKey(entry.key, Self.known), at: entry.keyRange)
    }
    let missing = Self.required.map(\.rawValue).filter { item[$0] == nil }
    if !missing.isEmpty { refuse(.missing(missing), at: item.range) }
    let (from, to) = (date(item, "from"), date(item, "to"))
    if let from, let to, to < from { refuse(.backwards, at: item["to"]?.range ?? item.range) }
    let region = text(item, "region")
    if let region, !region.isRegionCode {
      refuse(.noRegion(region), at: item["region"]?.range ?? item.range)
    }
    let (document, name) = (text(item, "document"), text(item, "name"))
    let (value, by, cites) = (text(item, "value"), text(item, "by"), text(item, "cites"))
    let reason = reason(item["reason"])
    guard diagnostics.count == before, let document, let name, let region, let value, let reason,
      let by
    else { return nil }
    let places = LocalValue.Key.allCases.reduce(into: [:]) { places, key in
      places[key] = item[key.rawValue]?.range
    }
    return LocalValue(
      document: document, name: name, region: region, from: from, to: to, text: value,
      reason: reason, by: by, cites: cites, origin: .file(item.range, places))
  }

  /// A text that is not empty; `nil` when the key is absent, or after a diagnostic.
  private mutating func text(_ item: YAML, _ key: String) -> String? {
    guard let node = item[key] else { return nil }
    if let text = node.text, !text.isEmpty { return text }
    refuse(.notText(key), at: node.range)
    return nil
  }

  private mutating func date(_ item: YAML, _ key: String) -> CivilDate? {
    guard let node = item[key], let text = text(item, key) else { return nil }
    if let date = CivilDate(text) { return date }
    refuse(.notADate(key, text), at: node.range)
    return nil
  }

  /// In both languages, or one text for both.
  private mutating func reason(_ node: YAML?) -> Bilingual? {
    guard let node else { return nil }
    if let text = node.text, !text.isEmpty { return Bilingual(text) }
    if node.entries?.map(\.key).sorted() == ["en", "zh"], let zh = node["zh"]?.text,
      let en = node["en"]?.text
    {
      return Bilingual(zh: zh, en: en)
    }
    refuse(.notText("reason"), at: node.range)
    return nil
  }

  private mutating func refuse(_ problem: LocalFileProblem, at range: SourceRange) {
    diagnostics.append(
      Diagnostic(problem.code, at: range, message: problem.message, advice: problem.advice))
  }
}
