package import Core
package import PolicyDocument

/// A plan as later documents change it from some day on.
package struct PlanVersion: Sendable {
  /// A change that is in it.
  package struct Change: Sendable {
    /// The id and number of the document that makes it, and where.
    package let document: String
    package let number: String?
    package let place: Place
    package let amendment: Amendment

    package init(document: String, number: String?, place: Place, _ amendment: Amendment) {
      self.document = document
      self.number = number
      self.place = place
      self.amendment = amendment
    }
  }

  /// Events from this day on; `nil` for all.
  package let eventsFrom: CivilDate?
  /// Determinations from this day on; `nil` for all.
  package let determinedFrom: CivilDate?
  package internal(set) var plan: Plan
  /// In order of time.
  package let changes: [Change]

  package init(
    eventsFrom: CivilDate?, determinedFrom: CivilDate?, plan: Plan, changes: [Change]
  ) {
    self.eventsFrom = eventsFrom
    self.determinedFrom = determinedFrom
    self.plan = plan
    self.changes = changes
  }

  /// The change by which a benefit is no more.
  ///
  /// - Parameter benefit: as the document was issued.
  /// - Returns: `nil` while it is there.
  package func repeal(of benefit: BenefitPlan) -> Change? {
    let last = changes.last { $0.amendment.target.holds(benefit, of: plan.id) }
    guard let last else { return nil }
    // An article may be put anew without one of its benefits.
    return last.amendment.action == .repeal || plan.position(of: benefit) == nil ? last : nil
  }

  /// Whether it holds for an event and a determination.
  package func holds(event: CivilDate, on day: CivilDate) -> Bool {
    (eventsFrom.map { $0 <= event } ?? true) && (determinedFrom.map { $0 <= day } ?? true)
  }
}

extension Plan {
  /// This plan with what later documents make of it.
  ///
  /// - Parameter versions: each of the whole document; of those that hold for a case the last counts.
  /// - Returns: the plan; without versions it is that of the document as issued.
  package func amended(_ versions: [PlanVersion]) -> Plan {
    var plan = self
    plan.versions = versions
    return plan
  }

  /// The document as it was issued.
  package var withoutAmendments: Plan { versions.isEmpty ? self : amended([]) }
}

extension Amendment.Target {
  /// The id or name of what is meant, or table and row, article and part.
  package var name: String {
    switch self {
    case .benefit(let name), .parameter(let name), .assumption(let name), .stacking(let name),
      .target(let name), .provision(let name), .article(let name), .prose(let name, nil):
      name
    case .row(let table, let label): table + "/" + label
    case .prose(let article, let part?): article + "/" + part
    }
  }

  /// Whether a benefit is what is meant, or stands in the article that is.
  ///
  /// - Parameters:
  ///   - benefit: as the document was issued.
  ///   - document: its id.
  /// - Returns: whether it is, or does.
  package func holds(_ benefit: BenefitPlan, of document: String) -> Bool {
    switch self {
    case .benefit(let name): document + "/" + name == benefit.id
    case .article(let name):
      benefit.place.article?.zh == name || benefit.place.article?.en == name
    default: false
    }
  }
}

extension Place {
  /// Where something of a document stands.
  package init(
    _ range: SourceRange, of document: PolicyDocument, _ section: PolicyDocument.SectionIndex
  ) {
    let section = document.sections[section]
    self.init(
      article: section.article, anchor: section.anchor, range: range,
      line: document.source.position(at: range.start).line)
  }
}
