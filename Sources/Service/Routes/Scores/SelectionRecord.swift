import Core
import Facts
import FEEL
import PolicyPlan
import Registry
import Vocabulary

/// A record of a selection, as far as a ranking goes by it.
struct SelectionRecord: Sendable {
  let party: String
  let year: Int
  /// `nil` while nobody has reviewed.
  let score: Decimal128?
  let own: Decimal128?
  /// Id of the result on record.
  let result: String?
}

extension ServedRegistry {
  /// The selections of all years that say whose they are and of which year.
  func selections(_ ranking: RankingPlan) throws -> [SelectionRecord] {
    let type = vocabulary.types[ranking.type]
    let own = type.fieldIndex("selfScore")
    var found: [SelectionRecord] = []
    _ = try registry.eachRecord(ofType: ranking.type) { record in
      guard let event = type.eventField, let year = record.number(event)?.integer,
        let party = record.party
      else { return }
      found.append(
        SelectionRecord(
          party: party, year: year, score: record.number(ranking.score),
          own: own.flatMap { record.number($0) }, result: record.text(ranking.result)))
    }
    return found
  }
}

extension Record {
  /// The number in a field; `nil` when there is none.
  func number(_ field: Int) -> Decimal128? {
    if case .known(.number(let number)) = values[field] { number } else { nil }
  }

  /// The text in a field; `nil` when there is none.
  func text(_ field: Int) -> String? {
    if case .known(.string(let text)) = values[field] { text } else { nil }
  }
}
