import Core
import FEEL
import Facts

/// Awards, often enough several of one person and near each other in time for the rule that they do
/// not add up to matter.
extension City {
  /// Contests by their ids, and the level at which each is granted.
  static let contests = [
    ("national-1", "nation"), ("national-2", "nation"), ("provincial-1", "province"),
    ("provincial-2", "province"), ("city", "city"),
  ]
  /// Titles of the leading-talent series, and the level at which each is granted.
  static let titles = [
    ("省杰出技能人才", "province"), ("省拔尖技能人才", "province"),
    ("特支计划高技能领军人才", "city"), ("首席技师", "city"), ("优秀技能人才", "city"),
  ]
  static let levels = ["district", "city", "province", "nation", "world"]
  /// For what awards are granted; two of one person may be for the same.
  static let achievements = (0..<6).map { "achievement \($0)" }

  /// One to three awards of a worker: 1.3 on average.
  mutating func addAwards(_ worker: Int, _ id: String, to facts: inout FactBase) {
    for place in 0..<(holds(75) ? 1 : holds(75) ? 2 : 3) {
      var values: [(String, FactValue)] = [
        ("grantedOn", .known(.date(day(17_000, City.on.dayNumber)))),
        (
          "achievement",
          holds(30)
            ? .none : .known(.string(City.achievements[number(0..<City.achievements.count)]))
        ),
      ]
      if holds(65) {
        let (contest, level) = City.contests[number(0..<City.contests.count)]
        values += [
          ("series", .known(.string("contest"))), ("contest", .known(.string(contest))),
          ("rank", .known(.number(Decimal128(number(1..<9))))), ("name", .none),
          ("level", .known(.string(level))),
        ]
      } else {
        let (title, level) = City.titles[number(0..<City.titles.count)]
        values += [
          ("series", .known(.string("leading-talent"))), ("contest", .none), ("rank", .none),
          ("name", .known(.string(title))), ("level", .known(.string(level))),
        ]
      }
      facts.add(record: record("award", "a\(worker)-\(place)", id, values))
    }
  }
}
