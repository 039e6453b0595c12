package import Core

/// A field of a party or record type.
package struct Field: Sendable {
  /// What it means when a facts file does not mention the field.
  package enum Absence: Sendable, Equatable {
    case unknown
    /// The end of a spell that goes on.
    case openEnded
    /// Known to be none.
    case none
  }

  /// Who may see the value.
  package enum Sensitivity: String, Sendable, CaseIterable {
    case `public`, `internal`, personal, identity
  }

  /// A national standard that the text of a field follows.
  package enum Format: String, Sendable, CaseIterable {
    /// Citizen identity number, GB 11643.
    case identityNumber = "identity-number"
    /// Unified social credit code, GB 32100.
    case creditCode = "credit-code"
  }

  /// Canonical id, `issuedOn`.
  package let id: String
  package let name: Bilingual
  package let type: FieldType
  /// For text only.
  package let format: Format?
  /// Unit for people, `元`/`yuan`; empty where there is none.
  package let unit: Bilingual?
  package let absence: Absence
  package let sensitivity: Sensitivity
  /// How a form asks for the value: a question in plain words.
  package let question: Bilingual?
  /// Whether an enumeration is open: words that nobody declared are taken as they are.
  package let acceptsOthers: Bool
  /// For text that records are searched by: a part is found where it begins in so many of the first
  /// characters. 1 for numbers, which are found by their beginning.
  package let searchDepth: Int?

  package init(
    id: String, name: Bilingual, type: FieldType, format: Format? = nil, unit: Bilingual?,
    absence: Absence, sensitivity: Sensitivity, question: Bilingual?,
    acceptsOthers: Bool = false, searchDepth: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.format = format
    self.unit = unit
    self.absence = absence
    self.sensitivity = sensitivity
    self.question = question
    self.acceptsOthers = acceptsOthers
    self.searchDepth = searchDepth
  }
}

/// What values a field may hold, and how they are written.
package indirect enum FieldType: Sendable {
  case boolean
  case string
  /// A number within a range; `scale` is the largest number of digits after the point.
  /// `labels` names single values for people (level 1 is 高级技师).
  case number(range: ClosedRange<Decimal128>, scale: Int, labels: [EnumerationValue])
  case date
  /// A calendar month, kept as the date of its first day.
  case month
  case enumeration([EnumerationValue])
  /// GB/T 2260 six-digit code.
  case region
  /// Code of the national occupational classification.
  case occupation
  /// The id of a party or record of one of these types.
  case reference([String])
  /// The type depends on the value of another field of the record (`indicator.value` on `name`).
  case varying(by: String, [String: ValueType])
  /// Child records, each with these fields.
  case children([Field])
}

/// A kind of value that fields share by its name, or that the value of another field gives.
package struct ValueType: Sendable {
  package let type: FieldType
  /// Unit for people, `元`/`yuan`; empty where there is none.
  package let unit: Bilingual?
}

/// A legal value of an enumeration, or a named number.
package struct EnumerationValue: Sendable, Hashable {
  /// Canonical id, `enterprise`; for a number its digits.
  package let id: String
  package let name: Bilingual

  package init(id: String, name: Bilingual) {
    self.id = id
    self.name = name
  }
}
