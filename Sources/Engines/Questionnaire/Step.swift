package import Core
package import Facts
package import Vocabulary

/// One question of an interview.
package struct Step: Sendable {
  /// What the answer is about.
  package enum Subject: Sendable {
    /// The type of party that asks.
    case party
    /// The types of record that give rise to benefits.
    case cases
    case day
    /// A field of a party or record, which is named by its path: `certificate.1`.
    case field(record: String, type: Int, field: Int)
    /// Whether there is any record of a type.
    case any(type: Int)
    /// Whether there is one more after the record with this number.
    case more(type: Int, after: Int)
    /// Whether a list of shortage occupations holds an occupation.
    case shortage(CatalogueEntry)
  }

  /// How it is answered.
  package enum Form: Sendable {
    case yesOrNo
    case choices([EnumerationValue])
    case several([(id: String, name: Bilingual, hint: Bilingual)])
    case number(range: ClosedRange<Decimal128>, scale: Int, unit: Bilingual?)
    case text
    case occupation
    case region
    case date
    case month
  }

  /// Stable within one set of answers; the last part of the page's address.
  package let key: String
  package let subject: Subject
  package let title: Bilingual
  package let caption: Bilingual?
  package let hint: Bilingual?
  package let form: Form
  package let escapes: [Escape]

  /// An answer beside a value.
  package enum Escape: String, Sendable {
    case unknown, none, otherwise, neither, ongoing

    package var answer: Answer {
      switch self {
      case .unknown: .unknown
      case .none, .otherwise, .neither: .none
      case .ongoing: .ongoing
      }
    }

    package var label: Bilingual {
      switch self {
      case .unknown: Bilingual(zh: "我不知道", en: "I do not know")
      case .none: Bilingual(zh: "没有", en: "None")
      case .otherwise: Bilingual(zh: "以上都不是", en: "None of these")
      case .neither: Bilingual(zh: "都没有", en: "None of these")
      case .ongoing: Bilingual(zh: "还没有结束", en: "It has not ended")
      }
    }
  }

  package init(
    _ key: String, _ subject: Subject, _ title: Bilingual, caption: Bilingual? = nil,
    hint: Bilingual? = nil, form: Form, escapes: [Escape] = []
  ) {
    self.key = key
    self.subject = subject
    self.title = title
    self.caption = caption
    self.hint = hint
    self.form = form
    self.escapes = escapes
  }
}

extension Step {
  /// Whether the answer is one of a few that are all shown.
  package var isChoice: Bool {
    switch form {
    case .yesOrNo, .choices: true
    default: false
    }
  }
}
