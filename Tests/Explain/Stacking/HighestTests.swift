import Determination
import Testing

@Suite("Stacking: highest")
struct HighestTests {
  private static func prize(
    _ id: String, _ rank: Int, _ day: String, _ level: String = "city", _ more: String = ""
  ) -> String {
    "award \(id) series=contest rank=\(rank) grantedOn=\(day) level=\(level) \(more)"
  }

  private static func talent(
    _ id: String, _ rank: Int, _ day: String, _ level: String = "city", _ more: String = ""
  ) -> String {
    "award \(id) series=leading-talent rank=\(rank) grantedOn=\(day) level=\(level) \(more)"
  }

  /// Only awards of the two series are asked about, so each award is not entitled in the other.
  private static let highestCases = [
    StackingCase("alone", [prize("a1", 3, "2018-05-01")], ["a1 entitled 3000.00"]),
    StackingCase(
      "same series at any time: the excess",
      [prize("a1", 3, "2010-05-01"), prize("a2", 5, "2020-05-01")],
      ["a1 entitled 3000.00", "a2 entitled 2000.00"]),
    StackingCase(
      "same series, lower: nothing, and still entitled",
      [prize("a1", 5, "2010-05-01"), prize("a2", 3, "2020-05-01")],
      ["a1 entitled 5000.00", "a2 entitled 0.00"]),
    StackingCase(
      "other series within two years: the excess",
      [talent("a1", 3, "2018-05-02"), prize("a2", 5, "2020-05-01")],
      ["a1 entitled 3000.00", "a2 entitled 2000.00"]),
    StackingCase(
      "other series, the second anniversary: in full",
      [talent("a1", 3, "2018-05-01"), prize("a2", 5, "2020-05-01", "province")],
      ["a1 entitled 3000.00", "a2 entitled 5000.00"]),
    StackingCase(
      "other series, later and of lower level: nothing",
      [talent("a1", 3, "2018-05-01", "province"), prize("a2", 5, "2020-05-01", "city")],
      ["a1 entitled 3000.00", "a2 entitled 0.00"]),
    StackingCase(
      "equal level, the same achievement: nothing",
      [
        talent("a1", 3, "2018-05-01", "city", "achievement=x"),
        prize("a2", 5, "2020-05-01", "city", "achievement=x"),
      ],
      ["a1 entitled 3000.00", "a2 entitled 0.00"]),
    StackingCase(
      "equal level, another achievement: in full",
      [
        talent("a1", 3, "2018-05-01", "city", "achievement=x"),
        prize("a2", 5, "2020-05-01", "city", "achievement=y"),
      ],
      ["a1 entitled 3000.00", "a2 entitled 5000.00"]),
    StackingCase(
      "equal level, an unknown achievement",
      [talent("a1", 3, "2018-05-01", "city", "achievement=x"), prize("a2", 5, "2020-05-01")],
      ["a1 entitled 3000.00", "a2 undetermined ? award.achievement"]),
    StackingCase(
      "an unknown level",
      ["award a1 series=leading-talent rank=3 grantedOn=2018-05-01", prize("a2", 5, "2020-05-01")],
      ["a1 entitled 3000.00", "a2 undetermined ? award.achievement award.level"]),
    StackingCase(
      "of one day the higher first",
      [prize("a1", 3, "2020-05-01"), prize("a2", 5, "2020-05-01")],
      ["a1 entitled 0.00", "a2 entitled 5000.00"]),
    StackingCase(
      "of one day and sum the first id, whatever the series",
      [prize("a2", 3, "2020-05-01"), talent("a1", 3, "2020-05-01")],
      ["a1 entitled 3000.00", "a2 entitled 0.00"]),
    StackingCase(
      "an unknown sum earlier",
      ["award a1 series=contest grantedOn=2019-05-01 level=city", prize("a2", 5, "2020-05-01")],
      ["a1 undetermined ? award.rank", "a2 undetermined ? award.rank"]),
    StackingCase(
      "an unknown sum earlier, but nothing is left anyway",
      [
        "award a1 series=contest grantedOn=2019-05-01 level=city",
        prize("a2", 5, "2018-05-01"), prize("a3", 4, "2020-05-01"),
      ],
      ["a1 undetermined ? award.rank", "a2 entitled 5000.00", "a3 entitled 0.00"]),
    StackingCase(
      "an open award of nothing",
      ["award a1 rank=0 level=city grantedOn=2019-05-01", prize("a2", 5, "2020-05-01")],
      ["a1 undetermined ? award.series", "a2 entitled 5000.00"]),
    StackingCase(
      "an open award that takes no more than is taken already",
      [
        prize("a1", 4, "2019-01-01"), "award a2 rank=3 level=city grantedOn=2019-05-01",
        prize("a3", 5, "2020-05-01"),
      ],
      ["a1 entitled 4000.00", "a2 undetermined ? award.series", "a3 entitled 1000.00"]),
    StackingCase(
      "an open award that takes more, beside one that does not",
      [
        "award a1 rank=0 level=city achievement=x",
        "award a2 rank=3 level=city grantedOn=2019-05-01",
        prize("a3", 5, "2020-05-01", "city", "achievement=y"),
      ],
      [
        "a1 undetermined ? award.series",
        "a2 undetermined ? award.achievement award.grantedOn award.series",
        "a3 undetermined ? award.series",
      ]),
    StackingCase(
      "everything that may tell awards of two series apart",
      [
        "award a1 series=leading-talent rank=3 grantedOn=2018-05-01 achievement=x",
        "award a2 series=contest rank=5 grantedOn=2020-05-01",
      ],
      ["a1 entitled 3000.00", "a2 undetermined ? award.achievement award.level"]),
    StackingCase(
      "an unknown level, achievements known to differ",
      [
        "award a1 series=leading-talent rank=3 grantedOn=2018-05-01 achievement=x",
        prize("a2", 5, "2020-05-01", "city", "achievement=y"),
      ],
      ["a1 entitled 3000.00", "a2 undetermined ? award.level"]),
    StackingCase(
      "an unknown day may come first",
      ["award a1 series=contest rank=3 level=city", prize("a2", 5, "2020-05-01")],
      ["a1 undetermined ? award.grantedOn", "a2 undetermined ? award.grantedOn"]),
    StackingCase(
      "a claim without its record is subtracted",
      [
        prize("a2", 5, "2020-05-01"),
        "claim - benefit=test/prize subject=a0 on=2019-01-01 amount=2000",
      ],
      ["a2 entitled 3000.00"]),
    StackingCase(
      "a claim of unknown sum",
      [prize("a2", 5, "2020-05-01"), "claim - benefit=test/prize subject=a0 on=2019-01-01"],
      ["a2 undetermined ? claim.amount"]),
    StackingCase(
      "a claim of a later day",
      [
        prize("a2", 5, "2020-05-01"),
        "claim - benefit=test/prize subject=a0 on=2020-06-01 amount=2000",
      ],
      ["a2 entitled 5000.00"]),
  ]

  @Test("Only the excess over the highest", arguments: highestCases)
  func highest(_ one: StackingCase) throws {
    let rule = """
        kind: highest
        over: [prize, talent]
        per: [人]
        same-series: always
        other-series: P2Y
        pay: excess
        afterwards: { level: not-lower, same-achievement: must-be-higher }
      """
    let scene = try Scene("stacking", ["STACKING": rule])
    for facts in [one.facts, one.facts.reversed()] {
      let answers = try scene.report(facts).determinations
        .filter { $0.gross != nil || $0.outcome == .undetermined }.map(\.answer)
      #expect(Set(answers) == Set(one.answers))
    }
  }
}
