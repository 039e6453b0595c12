import Core
import JSONText
import Vocabulary

/// Everything that can be wrong with a facts file.
enum Complaint {
  case shape(Expected)
  case unknownKey(String, [Choice])
  case twice(String)
  case missing([String])
  case unknownType(String, [Choice], isParty: Bool)
  case kind(Expected, found: JSON)
  case emptyText
  case noSuchDay(String)
  case noSuchMonth(String)
  case year(String, ClosedRange<Int>)
  case range(String, ClosedRange<Decimal128>)
  case digits(String, Int)
  case notInEnumeration(JSON, [Choice])
  case needsField(String)
  case duplicateID(String)
  case unknownParty(String)
  case wrongParty(record: Bilingual, owner: Bilingual, legal: [Bilingual])
  case wrongReference(String, found: Bilingual, legal: [Bilingual])
  case spell(from: Field, CivilDate, to: Field, CivilDate)
  case checkDigit(Field.Format)
  /// A record without an id that says what an earlier one says, which stands there.
  case sameTwice(place: String)
  /// A record that the fields of its key make the same as an earlier one, with other words.
  case keyTwice(place: String, [Field])
  /// A long number of which a spreadsheet program has kept fifteen digits.
  case cutNumber(String)
  case more(Int)

  /// Stable; see `FactsFile.read`.
  var code: String {
    switch self {
    case .shape: "FACT001"
    case .unknownKey: "FACT002"
    case .twice: "FACT003"
    case .missing: "FACT004"
    case .unknownType: "FACT005"
    case .kind, .emptyText: "FACT006"
    case .noSuchDay, .noSuchMonth: "FACT007"
    case .year, .range: "FACT008"
    case .digits: "FACT009"
    case .notInEnumeration: "FACT010"
    case .needsField: "FACT011"
    case .duplicateID: "FACT012"
    case .unknownParty: "FACT013"
    case .wrongParty: "FACT014"
    case .wrongReference: "FACT015"
    case .spell: "FACT016"
    case .checkDigit: "FACT017"
    case .more: "FACT018"
    case .sameTwice: "FACT019"
    case .keyTwice: "FACT020"
    case .cutNumber: "FACT021"
    }
  }
}

/// A name that can stand in a place, in both of its spellings.
struct Choice {
  let id: String
  let chinese: String?

  init(_ id: String, _ chinese: String? = nil) {
    self.id = id
    self.chinese = chinese
  }

  init(_ field: Field) { self.init(field.id, field.name.zh) }
  init(_ value: EnumerationValue) { self.init(value.id, value.name.zh) }
  init(_ type: EntityType) { self.init(type.id, type.name.zh) }
  init(_ catalogue: CatalogueType) { self.init(catalogue.id, catalogue.name.zh) }
}

/// A kind of value, as messages call it.
enum Expected {
  case object, list
  case text, boolean, number, date, month, region, occupation

  var name: Bilingual {
    switch self {
    case .object: Bilingual(zh: "对象 { … }", en: "an object { … }")
    case .list: Bilingual(zh: "列表 [ … ]", en: "a list [ … ]")
    case .text: Bilingual(zh: "文字", en: "text")
    case .boolean: Bilingual(zh: "是否值 true 或 false", en: "true or false")
    case .number: Bilingual(zh: "数，如 3000 或 \"0.5\"", en: "a number such as 3000 or \"0.5\"")
    case .date: Bilingual(zh: "日期，如 \"2019-05-03\"", en: "a date such as \"2019-05-03\"")
    case .month: Bilingual(zh: "月份，如 \"2019-05\"", en: "a month such as \"2019-05\"")
    case .region:
      Bilingual(
        zh: "六位行政区划代码，如 \"330300\"", en: "a six-digit region code such as \"330300\"")
    case .occupation:
      Bilingual(
        zh: "职业编码，如 \"6-18-01-01\"", en: "an occupation code such as \"6-18-01-01\"")
    }
  }
}

extension JSON {
  /// The value as a message shows it, cut when long.
  var shown: Bilingual {
    switch kind {
    case .null: Bilingual("null")
    case .boolean(let value): Bilingual(value ? "true" : "false")
    case .number(let text): Bilingual(text.shortened)
    case .string(let text): Bilingual(zh: "“\(text.shortened)”", en: "\"\(text.shortened)\"")
    case .array: Bilingual(zh: "列表", en: "a list")
    case .object: Bilingual(zh: "对象", en: "an object")
    }
  }
}

extension String {
  /// At most 40 characters.
  var shortened: String {
    // Not by `count`, which would walk through all of a text of any length.
    let head = prefix(40)
    return head.endIndex < endIndex ? head + "…" : self
  }
}
