import Core
import JSONText
import Office

extension MessageValues {
  /// As stored: the same values give the same text.
  var json: String {
    var writer = JSONWriter()
    func bilingual(_ name: String, _ text: Bilingual?, _ writer: inout JSONWriter) {
      guard let text else { return }
      writer.key(name)
      writer.object { writer in
        writer.member("zh", text.zh)
        writer.member("en", text.en)
      }
    }
    func text(_ name: String, _ text: String?, _ writer: inout JSONWriter) {
      if let text { writer.member(name, text) }
    }
    writer.object { writer in
      bilingual("benefit", benefit, &writer)
      text("amount", amount.map { "\($0.fen)" }, &writer)
      text("date", date.map { "\($0)" }, &writer)
      bilingual("reason", reason, &writer)
      text("days", days.map { "\($0)" }, &writer)
      text("moment", moment.map { "\($0.microseconds)" }, &writer)
      text("device", device, &writer)
    }
    return writer.text
  }

  /// What was stored; a value that cannot be read is as if it were not there.
  static func reading(_ text: String) -> MessageValues {
    guard let json = try? JSON.parse(SourceText(name: "", text: text)) else {
      return MessageValues()
    }
    func bilingual(_ name: String) -> Bilingual? {
      guard let zh = json[name]?["zh"]?.string, let en = json[name]?["en"]?.string else {
        return nil
      }
      return Bilingual(zh: zh, en: en)
    }
    func integer(_ name: String) -> Int64? { json[name]?.string.flatMap { Int64($0) } }
    return MessageValues(
      benefit: bilingual("benefit"), amount: integer("amount").map { Money(fen: $0) },
      date: json["date"]?.string.flatMap { CivilDate($0) }, reason: bilingual("reason"),
      days: integer("days"), moment: integer("moment").map { Moment(microseconds: $0) },
      device: json["device"]?.string)
  }
}
