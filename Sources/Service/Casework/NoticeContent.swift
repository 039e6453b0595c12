package import Core
import JSONText

/// What a public notice shows: only what it must, with masked names.
package struct NoticeContent: Sendable, Equatable {
  package var number: String
  package var title: Bilingual
  package var region: String
  package var opens: CivilDate
  /// The last day on which objections are heard.
  package var closes: CivilDate
  package var rows: [NoticeRow]

  package init(
    number: String, title: Bilingual, region: String, opens: CivilDate, closes: CivilDate,
    rows: [NoticeRow]
  ) {
    self.number = number
    self.title = title
    self.region = region
    self.opens = opens
    self.closes = closes
    self.rows = rows
  }

  /// The bytes that are kept and hashed: the same content gives the same bytes.
  package var canonical: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("number", number)
      writer.member("zh", title.zh)
      writer.member("en", title.en)
      writer.member("region", region)
      writer.member("opens", opens.description)
      writer.member("closes", closes.description)
      writer.key("rows")
      writer.array { writer in
        for row in rows {
          writer.object { writer in
            writer.key("row")
            writer.integer(row.row)
            writer.member("name", row.name)
            writer.member("benefit", row.benefit)
            writer.member("amount", Money(fen: row.amount).description)
            writer.member("region", row.region)
            writer.key("held")
            writer.boolean(row.isHeld)
          }
        }
      }
    }
    return writer.text
  }
}

/// A line of a notice.
package struct NoticeRow: Sendable, Equatable {
  /// 1, 2, 3 …: what an objection names.
  package let row: Int
  /// Masked where it is a person's.
  package let name: String
  /// Full id of the benefit.
  package let benefit: String
  /// 分.
  package let amount: Int64
  package let region: String
  /// Whether an objection to it is being looked into.
  package var isHeld: Bool

  package init(
    row: Int, name: String, benefit: String, amount: Int64, region: String, isHeld: Bool
  ) {
    self.row = row
    self.name = name
    self.benefit = benefit
    self.amount = amount
    self.region = region
    self.isHeld = isHeld
  }
}

/// How a person's name stands where everybody can read it.
package enum NameMask {
  /// The first character and the last of three or more, 王*明; of two the first, 王*; of a foreign
  /// name each word's first letter.
  package static func mask(_ name: String) -> String {
    let words = name.split(whereSeparator: { $0 == " " || $0 == "·" })
    if words.count > 1 {
      return words.map { mask(word: $0, keepsLast: false) }.joined(separator: "·")
    }
    return mask(word: name[...], keepsLast: true)
  }

  private static func mask(word: Substring, keepsLast: Bool) -> String {
    guard let first = word.first else { return "*" }
    guard word.count > 2, keepsLast, let last = word.last else { return "\(first)*" }
    return "\(first)" + String(repeating: "*", count: word.count - 2) + "\(last)"
  }
}
