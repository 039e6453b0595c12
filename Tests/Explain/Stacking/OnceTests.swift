import Testing

@Suite("Stacking: once")
struct OnceTests {
  private static let onceByOccupationCases = [
    StackingCase(
      "the earlier one",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
        "certificate c2 level=4 issuedOn=2019-06-01 \(StackingCase.turner)",
      ],
      ["c1 entitled 3000.00", "c2 not-entitled"]),
    StackingCase(
      "of one day the higher one",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
        "certificate c2 level=4 issuedOn=2019-05-01 \(StackingCase.turner)",
      ],
      ["c1 not-entitled", "c2 entitled 4000.00"]),
    StackingCase(
      "all else equal the first id",
      [
        "certificate c2 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
        "certificate c1 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
      ],
      ["c1 entitled 3000.00", "c2 not-entitled"]),
    StackingCase(
      "other occupations do not count",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
        "certificate c2 level=4 issuedOn=2019-06-01 occupation=4-01-02-03 kind=skill-level",
      ],
      ["c1 entitled 3000.00", "c2 entitled 4000.00"]),
    StackingCase(
      "an unknown occupation beside an open one",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 occupation=6-18-01-01",
        "certificate c2 level=4 issuedOn=2019-06-01 kind=skill-level",
      ],
      [
        "c1 undetermined ? certificate.kind",
        "c2 undetermined ? certificate.kind certificate.occupation",
      ]),
    StackingCase(
      "other persons do not count",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
        "person p2 region=330302",
        "certificate c2 @p2 level=4 issuedOn=2019-06-01 \(StackingCase.turner)",
      ],
      ["c1 entitled 3000.00", "c2 entitled 4000.00"]),
    StackingCase(
      "what is not due does not count",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 occupation=6-18-01-01 kind=special-ability",
        "certificate c2 level=4 issuedOn=2019-06-01 \(StackingCase.turner)",
      ],
      ["c1 not-entitled", "c2 entitled 4000.00"]),
    StackingCase(
      "an open earlier one leaves the later open",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 occupation=6-18-01-01",
        "certificate c2 level=4 issuedOn=2019-06-01 \(StackingCase.turner)",
      ],
      ["c1 undetermined ? certificate.kind", "c2 undetermined ? certificate.kind"]),
    StackingCase(
      "an open later one leaves the earlier alone",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
        "certificate c2 level=4 issuedOn=2019-06-01 occupation=6-18-01-01",
      ],
      ["c1 entitled 3000.00", "c2 not-entitled"]),
    StackingCase(
      "open of one day, and higher: it may come first",
      [
        "certificate c1 level=4 issuedOn=2019-05-01 occupation=6-18-01-01",
        "certificate c2 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
      ],
      ["c1 undetermined ? certificate.kind", "c2 undetermined ? certificate.kind"]),
    StackingCase(
      "open of one day, and lower: it comes second if at all",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 occupation=6-18-01-01",
        "certificate c2 level=4 issuedOn=2019-05-01 \(StackingCase.turner)",
      ],
      ["c1 not-entitled", "c2 entitled 4000.00"]),
    StackingCase(
      "of one day and an unknown sum: either may come first",
      [
        "certificate c1 issuedOn=2019-05-01 \(StackingCase.turner)",
        "certificate c2 level=4 issuedOn=2019-05-01 \(StackingCase.turner)",
      ],
      ["c1 undetermined ? certificate.level", "c2 undetermined ? certificate.level"]),
    StackingCase(
      "an unknown day may come first",
      [
        "certificate c1 level=3 \(StackingCase.turner)",
        "certificate c2 level=4 issuedOn=2019-06-01 \(StackingCase.turner)",
      ],
      ["c1 undetermined ? certificate.issuedOn", "c2 undetermined ? certificate.issuedOn"]),
    StackingCase(
      "one of unknown day alone", ["certificate c1 level=3 \(StackingCase.turner)"],
      ["c1 entitled 3000.00"]),
    StackingCase(
      "an unknown occupation may be the same",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
        "certificate c2 level=4 issuedOn=2019-06-01 kind=skill-level",
      ],
      ["c1 entitled 3000.00", "c2 undetermined ? certificate.occupation"]),
    StackingCase(
      "a third one of a key that is taken",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
        "certificate c2 level=4 issuedOn=2019-06-01 occupation=6-18-01-01",
        "certificate c3 level=4 issuedOn=2019-07-01 \(StackingCase.turner)",
      ],
      ["c1 entitled 3000.00", "c2 not-entitled", "c3 not-entitled"]),
    StackingCase(
      "a claim with its record says nothing new",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
        "claim - benefit=test/grant subject=c1 on=2019-06-01 amount=1000",
      ],
      ["c1 entitled 3000.00"]),
    StackingCase(
      "a claim without its record may have been for this occupation",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
        "claim - benefit=test/grant subject=c0 on=2019-06-01 amount=1000",
      ],
      ["c1 undetermined ? certificate"]),
    StackingCase(
      "a claim of another benefit",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
        "claim - benefit=test/course subject=t0 on=2019-06-01 amount=1000",
      ],
      ["c1 entitled 3000.00"]),
  ]

  @Test("Once per occupation", arguments: onceByOccupationCases)
  func onceByOccupation(_ one: StackingCase) throws {
    try one.check(
      "  kind: once\n  over: [grant]\n  per: [人, 证书.职业]\n  keep: earliest", of: ["grant"])
  }

  private static let onceAYearCases = [
    StackingCase(
      "once each year",
      [
        "certificate c1 level=3 issuedOn=2018-05-01 \(StackingCase.turner)",
        "certificate c2 level=4 issuedOn=2018-06-01 \(StackingCase.turner)",
        "certificate c3 level=5 issuedOn=2019-01-01 \(StackingCase.turner)",
      ],
      ["c1 entitled 3000.00", "c2 not-entitled", "c3 entitled 5000.00"]),
    StackingCase(
      "a claim of that year",
      [
        "certificate c1 level=3 issuedOn=2018-05-01 \(StackingCase.turner)",
        "certificate c3 level=5 issuedOn=2019-01-01 \(StackingCase.turner)",
        "claim - benefit=test/grant subject=c0 on=2018-12-31 amount=1000",
      ],
      ["c1 not-entitled", "c3 entitled 5000.00"]),
    StackingCase(
      "a claim of an unknown day",
      [
        "certificate c1 level=3 issuedOn=2018-05-01 \(StackingCase.turner)",
        "claim - benefit=test/grant subject=c0 amount=1000",
      ],
      ["c1 undetermined ? claim.on"]),
    StackingCase(
      "an unknown day may lie in the year",
      [
        "certificate c1 level=3 issuedOn=2018-05-01 \(StackingCase.turner)",
        "certificate c2 level=4 \(StackingCase.turner)",
      ],
      ["c1 undetermined ? certificate.issuedOn", "c2 undetermined ? certificate.issuedOn"]),
  ]

  @Test("Once a year", arguments: onceAYearCases)
  func onceAYear(_ one: StackingCase) throws {
    try one.check("  kind: once\n  over: [grant]\n  per: [人]\n  period: year", of: ["grant"])
  }
}
