import Core
import FEEL
import PolicyPlan
import Vocabulary

/// Which editions of the catalogues were published, as somebody's facts tell.
package struct PublishedEditions: Sendable {
  /// By catalogue the regions and years of its editions.
  private let editions: [String: Set<Edition>]
  /// The last year that counts as in use.
  let through: Int

  package struct Edition: Sendable, Hashable {
    package let region: String
    package let year: Int

    package init(region: String, year: Int) {
      self.region = region
      self.year = year
    }
  }

  package init(_ editions: [String: Set<Edition>], through: Int) {
    self.editions = editions
    self.through = through
  }

  func has(_ catalogue: String, _ region: String, _ year: Int) -> Bool {
    editions[catalogue]?.contains(Edition(region: region, year: year)) ?? false
  }
}

/// Years in which a document's rules look into a catalogue that was not published for them.
struct CatalogueCheck {
  private let plan: Plan
  private let published: PublishedEditions

  init(_ plan: Plan, _ published: PublishedEditions) {
    self.plan = plan
    self.published = published
  }

  var findings: [Finding] {
    plan.benefits.compactMap { benefit in
      guard let from = benefit.eventsFrom?.year, let range = use(in: benefit),
        from <= published.through, let catalogue = plan.vocabulary.catalogue("shortage-occupations")
      else { return nil }
      let missing = (from...published.through).filter {
        !published.has(catalogue.id, plan.region, $0)
      }
      if missing.isEmpty { return nil }
      let years = missing.map(String.init)
      return Finding(
        .unpublishedCatalogue, .warning, at: range,
        Bilingual(
          zh: "“\(benefit.label.zh)”要查\(catalogue.name.zh)，"
            + "\(years.joined(separator: "、")) 年没有公布",
          en: "“\(benefit.label.en)” looks into the \(catalogue.name.en), which were not published "
            + "for \(years.joined(separator: ", "))"),
        Bilingual(
          zh: "公布这些年的目录；在此之前，这些年的事项都是待定。",
          en: "Publish them; until then events of these years stay undetermined."))
    }
  }

  /// The rule of a benefit that looks into the catalogue.
  private func use(in benefit: BenefitPlan) -> SourceRange? {
    (benefit.definitions + benefit.conditions + benefit.amounts + benefit.caps).first {
      looks($0.node)
    }?.place.range
  }

  private func looks(_ node: NodeID) -> Bool {
    let operation = plan.nodes[node].operation
    if case .policyFunction(.inShortage, _) = operation { return true }
    return (operation.operands + (operation.loop.map { [$0.loop.body] } ?? [])).contains(
      where: looks)
  }
}
