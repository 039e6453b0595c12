import Core
package import Facts
import FEEL
package import Lint
import PolicyDocument
import PolicyPlan
import Vocabulary

/// A document and what the linter says of it.
package struct LintedDocument: Sendable {
  package let document: CheckedDocument
  package let findings: [Finding]
}

extension Workbench {
  /// What the linter says, by the document's id.
  package var findings: [String: [Finding]] {
    let found = linted().compactMap { linted in linted.document.id.map { ($0, linted.findings) } }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }

  /// Every document with what the linter and the passes before it say of it.
  ///
  /// - Parameter published: facts with catalogues, to tell which editions there are; `nil` leaves
  ///   catalogues aside.
  /// - Returns: one for each document, in their order.
  package func linted(published: FactBase? = nil) -> [LintedDocument] {
    let lint = Linter(vocabulary, published: published.map { PublishedEditions($0, vocabulary) })
    let subjects = documents.map {
      Linter.Subject(
        source: $0.source, document: $0.document, plan: $0.plan, diagnostics: $0.diagnostics)
    }
    return zip(documents, lint.findings(in: subjects)).map {
      LintedDocument(document: $0, findings: $1)
    }
  }
}

extension PublishedEditions {
  /// The editions of which a facts file holds any row, up to the year of its day.
  fileprivate init(_ facts: FactBase, _ vocabulary: Vocabulary) {
    var editions: [String: Set<Edition>] = [:]
    for catalogue in vocabulary.catalogues {
      guard let region = catalogue.fieldIndex("region"), let year = catalogue.fieldIndex("year")
      else { continue }
      for row in facts.catalogues[catalogue.id] ?? [] {
        guard case .known(.string(let region)) = row[region],
          case .known(.number(let number)) = row[year], let year = number.integer
        else { continue }
        editions[catalogue.id, default: []].insert(Edition(region: region, year: year))
      }
    }
    self.init(editions, through: facts.on.year)
  }
}
