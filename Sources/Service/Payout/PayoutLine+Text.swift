import Core
import JSONText

extension [PayoutLine] {
  /// All lines as one text, kept with the request so that asking again gives the same answer.
  var text: String {
    var writer = JSONWriter()
    writer.array { writer in
      for line in self {
        writer.array { writer in
          for part in [line.subject, line.refusal?.rawValue ?? "", line.detail.zh, line.detail.en] {
            writer.string(part)
          }
        }
      }
    }
    return writer.text
  }

  /// - Parameter text: what `text` gave.
  /// - Throws: `DiagnosticsError` when somebody else wrote it.
  init(text: String) throws(DiagnosticsError) {
    let json = try JSON.parse(SourceText(name: "office_request", text: text))
    self = (json.items ?? []).map { line in
      let parts = (line.items ?? []).map { $0.string ?? "" } + ["", "", "", ""]
      return PayoutLine(
        parts[0], ItemRefusal(rawValue: parts[1]), Bilingual(zh: parts[2], en: parts[3]))
    }
  }
}
