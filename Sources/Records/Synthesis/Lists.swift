import Core
import Facts
import Vocabulary

/// The catalogues of a town: short enough to be read with every determination.
struct Lists: Sendable {
  private let shortage, standards, days, guidance: Int

  /// - Throws: `SynthesisProblem.notInVocabulary`.
  init(_ vocabulary: Vocabulary) throws(SynthesisProblem) {
    func position(_ name: String, _ fields: [String]) throws(SynthesisProblem) -> Int {
      guard
        let index = vocabulary.catalogues.firstIndex(where: {
          $0.id == name && $0.fields.map(\.id) == fields
        })
      else { throw .notInVocabulary(name) }
      return index
    }
    shortage = try position("shortage-occupations", ["region", "year", "occupation"])
    standards = try position("appraisal-standards", ["occupation", "level", "amount"])
    days = try position("working-days", ["date", "kind"])
    guidance = try position(
      "wage-guidance", ["region", "year", "occupation", "level", "percentile", "amount"])
  }

  func rows(_ draw: Draw) -> [(catalogue: Int, values: [FactValue])] {
    var draw = draw
    return shortageRows(&draw).map { (shortage, $0) } + standardRows.map { (standards, $0) }
      + dayRows.map { (days, $0) } + guidanceRows.map { (guidance, $0) }
  }

  /// A dozen occupations a year, half of them those of the year before. Taizhou's list of 2022
  /// never came out: what it would have said is unknown.
  private func shortageRows(_ draw: inout Draw) -> [[FactValue]] {
    var rows: [[FactValue]] = []
    for (region, since) in Places.publishers {
      let offset = draw.below(Trades.occupations.count)
      for year in since...Town.until.year where (region, year) != ("331000", 2022) {
        for position in 0..<12 {
          let occupation = (offset + (year - since) * 6 + position) % Trades.occupations.count
          rows.append([
            .text(region), .number(year), .text(Trades.occupations[occupation]),
          ])
        }
      }
    }
    return rows
  }

  /// Yuan by level, from 1.
  private var standardRows: [[FactValue]] {
    let amounts = [2000, 1600, 1200, 900, 700]
    return Trades.occupations.flatMap { occupation in
      amounts.enumerated().map { level, amount in
        [.text(occupation), .number(level + 1), .money(fen: amount * 100)]
      }
    }
  }

  /// The year of `Town.until` and the one after. Only holidays of the solar calendar.
  private var dayRows: [[FactValue]] {
    let holidays = ["01-01", "05-01", "05-02", "05-03", "10-01", "10-02", "10-03"]
    let first = CivilDate(year: Town.until.year, month: 1, day: 1) ?? Town.until
    let last = first.adding(months: 24).dayNumber - 1
    return (first.dayNumber...last).map { number in
      let date = CivilDate(dayNumber: number)
      let isHoliday = holidays.contains(String(date.description.suffix(5)))
      let kind = isHoliday ? "holiday" : date.weekday > 5 ? "weekend" : "workday"
      return [.day(number), .text(kind)]
    }
  }

  /// The middle price of each occupation and level in the last year.
  private var guidanceRows: [[FactValue]] {
    Places.publishers.flatMap { publisher in
      Trades.occupations.enumerated().flatMap { position, occupation in
        Pay.means.prefix(5).enumerated().map { level, mean in
          // The occupations lie within 10 % of the mean, in even steps.
          let amount = mean * (900 + position * 200 / (Trades.occupations.count - 1)) / 1000
          return [
            .text(publisher.region), .number(Town.until.year), .text(occupation),
            .number(level + 1), .number(50), .money(fen: amount * 100),
          ]
        }
      }
    }
  }
}

/// What people earn.
enum Pay {
  /// Average yuan a year by level, from 1; the last is of the uncertified. The catalogue's T4.
  static let means = [153_906, 132_817, 109_601, 90_815, 78_829, 65_300]
}
