import Core
import JSONText
import LocalValues
import Store

/// Local values as one JSON text, in which they are kept beside the documents they were set on.
enum LocalText {
  static func text(_ values: [LocalValue]) -> String {
    var writer = JSONWriter()
    writer.array { writer in for value in values { write(value, to: &writer) } }
    return writer.text
  }

  private static func write(_ value: LocalValue, to writer: inout JSONWriter) {
    writer.object { writer in
      for (name, text) in [
        ("document", value.document), ("name", value.name), ("region", value.region),
        ("from", value.from?.description), ("to", value.to?.description), ("value", value.text),
        ("reason", value.reason.zh), ("reasonInEnglish", value.reason.en), ("by", value.by),
        ("cites", value.cites), ("since", value.since?.description),
      ] { writer.member(name, text) }
    }
  }

  /// - Throws: `DiagnosticsError`, `StoreError.defect` for another text than this type writes.
  static func values(in source: SourceText) throws -> [LocalValue] {
    try (JSON.parse(source).items ?? []).map { item in
      func text(_ name: String) -> String? { item[name]?.string }
      func day(_ name: String) -> CivilDate? { text(name).flatMap { CivilDate($0) } }
      guard let document = text("document"), let name = text("name"), let region = text("region"),
        let value = text("value"), let zh = text("reason"), let en = text("reasonInEnglish"),
        let by = text("by")
      else { throw StoreError.defect("local values of kept rules: \(source.text)") }
      return LocalValue(
        document: document, name: name, region: region, from: day("from"), to: day("to"),
        text: value, reason: Bilingual(zh: zh, en: en), by: by, cites: text("cites"),
        origin: day("since").map { .registry(number: 0, since: $0) }
          ?? .file(SourceRange(0, 0), [:]))
    }
  }
}

extension LocalValue {
  /// Since when a registry knew it; `nil` for a value from a file.
  fileprivate var since: CivilDate? {
    if case .registry(_, let day) = origin { day } else { nil }
  }
}
