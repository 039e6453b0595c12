package import Core
package import FEEL

/// One node of an explanation. The kinds are fixed; text, pages and notices are made from them.
package struct Reason: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case condition, amount, table, parameter, assumption, months, stacking, quota, score
  }

  package enum Verdict: String, Sendable {
    case holds, fails, unknown
    /// Of what cannot fail: a parameter used, a stacking rule that took its effect.
    case applied
  }

  package let kind: Kind
  package let id: String
  package let label: Bilingual
  /// What was found.
  package var value: Shown?
  /// What was asked for, in words or signs: `≥ 12`.
  package var needed: Bilingual?
  package var verdict: Verdict
  /// More about it in a sentence: which row hit, what was left of a sum.
  package var note: Bilingual?
  package var facts: [FactUse]
  /// The conjuncts of a condition that has several.
  package var parts: [Reason]
  /// Other subjects that took part: the award that counts before this one, say.
  package var others: [String]
  /// Of a rule that took from a sum: what it left.
  package var left: Money?
  /// Of a figure: that the party's region has set it otherwise.
  package var local: LocalUse?
  package let citation: Citation

  package init(
    kind: Kind, id: String, label: Bilingual, value: Shown? = nil, needed: Bilingual? = nil,
    verdict: Verdict, note: Bilingual? = nil, facts: [FactUse] = [], parts: [Reason] = [],
    others: [String] = [], left: Money? = nil, local: LocalUse? = nil, citation: Citation
  ) {
    self.kind = kind
    self.id = id
    self.label = label
    self.value = value
    self.needed = needed
    self.verdict = verdict
    self.note = note
    self.facts = facts
    self.parts = parts
    self.others = others
    self.left = left
    self.local = local
    self.citation = citation
  }
}

/// A value and how people read it: `enterprise` is 企业 and “enterprise”.
package struct Shown: Sendable {
  package let value: Value
  package let text: Bilingual

  package init(_ value: Value, _ text: Bilingual) {
    self.value = value
    self.text = text
  }
}

/// A fact that a rule read.
package struct FactUse: Sendable {
  /// Canonical type id, `certificate`.
  package let type: String
  package let typeLabel: Bilingual
  /// The record's or party's id, or its number among the party's records of that type (`#2`).
  package let record: String
  package let field: String
  package let fieldLabel: Bilingual
  package let value: Shown
  /// Whether anybody has told us the value.
  package let isKnown: Bool

  package init(
    type: String, typeLabel: Bilingual, record: String, field: String, fieldLabel: Bilingual,
    value: Shown, isKnown: Bool
  ) {
    self.type = type
    self.typeLabel = typeLabel
    self.record = record
    self.field = field
    self.fieldLabel = fieldLabel
    self.value = value
    self.isKnown = isKnown
  }
}

/// The place of a document that a reason rests on.
package struct Citation: Sendable, Hashable {
  package let document: String
  /// 温人社发〔2018〕242号
  package let number: String?
  /// The day on which the document was issued, where it says so.
  package let issued: CivilDate?
  /// 第四条 / Article 4
  package let article: Bilingual?
  /// Anchor on the document's page.
  package let anchor: String
  /// Line of the document's file.
  package let line: Int

  package init(
    document: String, number: String?, issued: CivilDate? = nil, article: Bilingual?,
    anchor: String, line: Int
  ) {
    self.document = document
    self.number = number
    self.issued = issued
    self.article = article
    self.anchor = anchor
    self.line = line
  }

  /// “温人社发〔2018〕242号（2018-12-19 印发）”; `nil` for a document that does not say when.
  package var issuedName: Bilingual? {
    issued.map { day in
      let name = number ?? document
      return Bilingual(zh: "\(name)（\(day) 印发）", en: "\(name) (issued \(day))")
    }
  }
}
