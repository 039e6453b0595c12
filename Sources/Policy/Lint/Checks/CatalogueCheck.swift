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
  private let ranges: Ranges

  init(_ plan: Plan, _ published: PublishedEditions) {
    self.plan = plan
    self.published = published
    ranges = Ranges(plan: plan)
  }

  var findings: [Finding] {
    guard let catalogue = plan.vocabulary.catalogue("shortage-occupations") else { return [] }
    return plan.benefits.compactMap { benefit in
      var asked = AskedYears(plan, ranges, benefit)
      guard let use = asked.find(through: published.through) else { return nil }
      let missing = use.years.filter { !published.has(catalogue.id, plan.region, $0) }
      if missing.isEmpty { return nil }
      let years = missing.sorted().map(String.init)
      return Finding(
        .unpublishedCatalogue, .warning, at: use.range,
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
}
