package import Core
package import Determination

/// What a notice of one determination says, as data: to whom, which benefit under which article, what
/// came out and why, and the sums step by step. `document(_:)` puts it on paper.
///
/// It says what the determination says and no more: no advice that no fact or rule gives.
package struct DeterminationNotice: Sendable {
  package let recipient: Recipient
  /// What the benefit is called.
  package let benefit: Bilingual
  /// The record that gives rise to it, in words; `nil` where the benefit is about the party itself.
  package let subject: Bilingual?
  package let source: Source
  /// The day as of which it was determined.
  package let on: CivilDate
  /// As of which state of the facts.
  package let basis: Bilingual
  package let outcome: Outcome
  /// What came out, in sentences.
  package let statement: [Bilingual]
  /// The months of a monthly benefit that is due.
  package let months: NoticeMonths?
  /// From the rule's own sum to what is payable; empty where no money moves.
  package let sums: [NoticeSum]
  /// What is given when it is not money.
  package let inKind: [Bilingual]
  /// What was asked for, and what was found.
  package let conditions: [NoticeLine]
  /// Figures, assumptions and rules that the answer rests on.
  package let figures: [NoticeLine]
  /// What is not known and would still change the outcome.
  package let missing: [Bilingual]
  /// The day on which the notice was issued.
  package let issued: CivilDate
  /// By which anybody who holds the notice can have it confirmed, and where.
  package var verification: Verification

  /// Who receives.
  package struct Recipient: Sendable, Equatable {
    package let name: String
    /// “劳动者”.
    package let kind: Bilingual
    /// What the number is, and the number with most of it hidden; `nil` where none is known.
    package let number: (label: Bilingual, masked: String)?
    /// In the registry.
    package let id: String

    package init(
      name: String, kind: Bilingual, number: (label: Bilingual, masked: String)?, id: String
    ) {
      self.name = name
      self.kind = kind
      self.number = number
      self.id = id
    }

    package static func == (left: Recipient, right: Recipient) -> Bool {
      left.name == right.name && left.kind == right.kind && left.id == right.id
        && left.number?.label == right.number?.label && left.number?.masked == right.number?.masked
    }
  }

  /// The document, and the articles that the determination rests on.
  package struct Source: Sendable, Equatable {
    package let title: Bilingual
    /// 温人社发〔2018〕242号
    package let number: String?
    package let articles: [Bilingual]
  }

  /// How a notice is confirmed.
  package struct Verification: Sendable, Equatable {
    /// In groups of four characters.
    package let code: String
    /// The page that confirms it; `nil` where nobody said under which address the site is reached.
    package let address: String?

    package init(code: String, address: String?) {
      self.code = code
      self.address = address
    }
  }
}
