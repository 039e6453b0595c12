import Core
import FEEL
import Facts
import Vocabulary

/// Catalogues by codes: what is listed in a region and year, and the sums of the appraisal standards.
struct ListedCodes: Sendable {
  struct Edition: Hashable, Sendable {
    let catalogue: String
    let region: String
  }

  /// By edition, then year.
  var listed: [Edition: [Int: Set<Int32>]] = [:]

  /// An occupation and level that a sum is set for.
  struct Standard: Hashable, Sendable {
    let occupation: Int32
    let level: Int64
  }

  /// 10^−6 yuan, the first row of each counts; `nil` where none of it is in the list.
  private(set) var standards: [Standard: Int64]?
  static let scale = 6

  init() {}

  /// - Parameters:
  ///   - rows: by catalogue id; values stand in the order of the catalogue's fields.
  ///   - vocabulary: of the rows.
  ///   - code: the code of a text.
  init(
    _ rows: [String: CatalogueRows], _ vocabulary: Vocabulary, code: (String) -> Int32
  ) {
    addStandards(rows, vocabulary, code)
    for catalogue in vocabulary.catalogues {
      guard catalogue.edition == ["region", "year"],
        let region = catalogue.fieldIndex("region"), let year = catalogue.fieldIndex("year"),
        let occupation = catalogue.fieldIndex("occupation")
      else { continue }
      for row in rows[catalogue.id] ?? [] {
        guard case .known(.string(let place)) = row[region],
          case .known(.number(let number)) = row[year], let number = number.integer
        else { continue }
        let edition = Edition(catalogue: catalogue.id, region: place)
        var codes = listed[edition, default: [:]][number] ?? []
        if case .known(.string(let listed)) = row[occupation] {
          // What has no code stands in no row and in no rule.
          let code = code(listed)
          if code >= 0 { codes.insert(code) }
        }
        listed[edition, default: [:]][number] = codes
      }
    }
  }

  private mutating func addStandards(
    _ rows: [String: CatalogueRows], _ vocabulary: Vocabulary, _ code: (String) -> Int32
  ) {
    guard let catalogue = vocabulary.catalogue("appraisal-standards"),
      catalogue.edition.isEmpty, let rows = rows[catalogue.id], !rows.isEmpty,
      let occupation = catalogue.fieldIndex("occupation"),
      let level = catalogue.fieldIndex("level"), let amount = catalogue.fieldIndex("amount")
    else { return }
    var found: [Standard: Int64] = [:]
    for row in rows {
      guard case .known(.string(let named)) = row[occupation],
        case .known(.number(let number)) = row[level], let whole = number.units(scale: 0)
      else { continue }
      let key = Standard(occupation: code(named), level: whole)
      if found[key] != nil { continue }
      var sum = Int64.unknown
      if case .known(.number(let yuan)) = row[amount], let units = yuan.units(scale: Self.scale),
        (0...1_000_000_000_000_000).contains(units)
      {
        sum = units
      }
      found[key] = sum
    }
    standards = found
  }
}
