import Core
import FEEL
import Facts
import Vocabulary

/// Catalogues that say only what is listed: by catalogue, region and year the codes of occupations.
struct ListedCodes: Sendable {
  struct Edition: Hashable, Sendable {
    let catalogue: String
    let region: String
  }

  /// By edition, then year.
  var listed: [Edition: [Int: Set<Int32>]] = [:]

  init() {}

  init(_ facts: FactBase, _ texts: inout TextCodes) {
    for catalogue in facts.vocabulary.catalogues {
      guard catalogue.edition == ["region", "year"],
        let region = catalogue.fieldIndex("region"), let year = catalogue.fieldIndex("year"),
        let occupation = catalogue.fieldIndex("occupation")
      else { continue }
      for row in facts.catalogues[catalogue.id] ?? [] {
        guard case .known(.string(let place)) = row[region],
          case .known(.number(let number)) = row[year], let number = number.integer
        else { continue }
        let edition = Edition(catalogue: catalogue.id, region: place)
        var codes = listed[edition, default: [:]][number] ?? []
        if case .known(.string(let code)) = row[occupation] {
          codes.insert(texts.code(adding: code))
        }
        listed[edition, default: [:]][number] = codes
      }
    }
  }
}
