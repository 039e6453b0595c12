package import Core

/// A score sheet to be filled in: what is asked, what was entered, and what it came to.
package struct ScoreSheetView: Sendable {
  /// A title with items under it.
  package struct Group: Sendable {
    package let id: String
    package let label: Bilingual
    package let items: [Item]

    package init(id: String, label: Bilingual, items: [Item]) {
      (self.id, self.label, self.items) = (id, label, items)
    }
  }

  /// An enterprise that the registry knows.
  package struct Party: Sendable {
    package let id: String
    package let link: PartyLink

    package init(id: String, link: PartyLink) { (self.id, self.link) = (id, link) }
  }

  /// Which of the totals an item counts towards.
  package enum Part: String, Sendable, CaseIterable {
    case base, bonus, deduction
  }

  /// An item: the facts it goes by, and what the enterprise says of it.
  package struct Item: Sendable {
    package let id: String
    package let label: Bilingual
    package let part: Part
    /// `nil` for a deduction.
    package let maximum: Decimal128?
    /// What proof is asked for.
    package let evidence: Bilingual?
    package let inputs: [ScoreInput]
    /// As it was entered.
    package let selfScore: String
    package let note: String
    /// The points by the facts, once they were asked for; `nil` inside while they are unknown.
    package var reached: Reached?

    package struct Reached: Sendable {
      package let points: Decimal128?

      package init(points: Decimal128?) { self.points = points }
    }

    /// The points of the review; `nil` where none are on record.
    package var review: Decimal128?

    package init(
      id: String, label: Bilingual, part: Part, maximum: Decimal128?, evidence: Bilingual?,
      inputs: [ScoreInput], selfScore: String, note: String, reached: Reached? = nil,
      review: Decimal128? = nil
    ) {
      (self.id, self.label, self.part, self.maximum) = (id, label, part, maximum)
      (self.evidence, self.inputs, self.selfScore) = (evidence, inputs, selfScore)
      (self.note, self.reached, self.review) = (note, reached, review)
    }

    /// How much points lie above the self score, or below; `nil` where they do not, or there is none.
    func difference(of points: Decimal128?) -> Decimal128? {
      guard let points, let own = Decimal128(selfScore), own != points else { return nil }
      return points.subtracting(own)
    }
  }

  package let title: Bilingual
  /// Where the sheet is sent to, and the document it stands in.
  package let path: String
  package let document: Bilingual
  package let documentPath: String
  /// The enterprise on record whose sheet it is; `nil` where none was named.
  package var party: Party?
  /// Where those who are selected are ranked; `nil` where nobody is.
  package var rankingPath: String?
  /// What base and bonus items come to at most.
  package let most: [Part: Decimal128]
  package let groups: [Group]
  package var year = ""
  package var name = ""
  package var errors: [FormError] = []
  /// Why nobody with these facts can be selected; empty without a veto.
  package var vetoes: [Bilingual] = []
  /// Facts that are missing.
  package var missing: [Bilingual] = []
  /// Everything that was sent, for a form that sends it again.
  package var sent: [(name: String, value: String)] = []

  package init(
    title: Bilingual, path: String, document: Bilingual, documentPath: String,
    most: [Part: Decimal128], groups: [Group]
  ) {
    (self.title, self.path, self.document) = (title, path, document)
    (self.documentPath, self.most, self.groups) = (documentPath, most, groups)
  }

  package var items: [Item] { groups.flatMap(\.items) }

  /// The sum of what the enterprise gives itself; what is no number counts for nothing.
  func selfTotal(_ part: Part? = nil) -> Decimal128 {
    Self.sum(
      items.filter { part == nil || $0.part == part }.compactMap { Decimal128($0.selfScore) })
  }

  /// The sum of the points by the facts, as far as they are known.
  func reachedTotal(_ part: Part? = nil) -> Decimal128 {
    Self.sum(items.filter { part == nil || $0.part == part }.compactMap { $0.reached?.points })
  }

  /// The sum of the review's points; `nil` while no item has any.
  var reviewTotal: Decimal128? {
    let points = items.compactMap(\.review)
    return points.isEmpty ? nil : Self.sum(points)
  }

  private static func sum(_ points: [Decimal128]) -> Decimal128 {
    points.reduce(.zero) { $0.adding($1) ?? $0 }
  }
}

extension ScoreSheetView.Part {
  var label: Bilingual {
    switch self {
    case .base: Bilingual(zh: "基本", en: "base")
    case .bonus: Bilingual(zh: "加分", en: "bonus")
    case .deduction: Bilingual(zh: "扣分", en: "deductions")
    }
  }
}

/// A fact that an item goes by, as a form asks for it.
package struct ScoreInput: Sendable {
  package enum Kind: Sendable {
    case number
    case text
    case choice([Choice])
    /// Several records of these columns; as many rows as are shown.
    case list([ScoreInput], rows: [[String]])
  }

  /// `f.apprenticesTrained`.
  package let name: String
  package let label: Bilingual
  package let kind: Kind
  package let value: String
  /// How it is written, where that is not plain.
  package let hint: Bilingual?

  package init(
    name: String, label: Bilingual, kind: Kind, value: String = "", hint: Bilingual? = nil
  ) {
    (self.name, self.label, self.kind, self.value) = (name, label, kind, value)
    self.hint = hint
  }

  /// The id of its control on the page.
  package var id: String { name.replacing(".", with: "-") }
}
