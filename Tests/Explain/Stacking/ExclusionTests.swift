import Testing

@Suite("Stacking: blocks and choice")
struct ExclusionTests {
  private static let blocksCases = [
    StackingCase(
      "blocked",
      [
        "certificate c1 level=3 issuedOn=2020-05-01 \(StackingCase.turner)",
        StackingCase.course("t1", 100, "2020-09-01"),
      ],
      ["c1 entitled 3000.00", "t1 not-entitled"]),
    StackingCase(
      "in another year",
      [
        "certificate c1 level=3 issuedOn=2019-05-01 \(StackingCase.turner)",
        StackingCase.course("t1", 100, "2020-09-01"),
      ],
      ["c1 entitled 3000.00", "t1 entitled 100.00"]),
    StackingCase(
      "not due itself",
      [
        "certificate c1 level=3 issuedOn=2020-05-01 kind=special-ability",
        StackingCase.course("t1", 100, "2020-09-01"),
      ],
      ["c1 not-entitled", "t1 entitled 100.00"]),
    StackingCase(
      "open",
      ["certificate c1 level=3 issuedOn=2020-05-01", StackingCase.course("t1", 100, "2020-09-01")],
      ["c1 undetermined ? certificate.kind", "t1 undetermined ? certificate.kind"]),
    StackingCase(
      "of unknown day",
      [
        "certificate c1 level=3 \(StackingCase.turner)",
        StackingCase.course("t1", 100, "2020-09-01"),
      ],
      ["c1 entitled 3000.00", "t1 undetermined ? certificate.issuedOn"]),
  ]

  @Test("One blocks another", arguments: blocksCases)
  func blocks(_ one: StackingCase) throws {
    try one.check(
      "  kind: blocks\n  over: [grant]\n  lower: [course]\n  per: [人]\n  period: year",
      of: ["grant", "course"])
  }

  private static let choiceCases = [
    StackingCase(
      "the higher sum",
      [
        "certificate c1 level=3 issuedOn=2020-05-01 \(StackingCase.turner)",
        StackingCase.course("t1", 3001, "2020-09-01"),
      ],
      ["c1 entitled 0.00", "t1 entitled 3001.00"]),
    StackingCase(
      "at equal sums the one named first",
      [
        "certificate c1 level=3 issuedOn=2020-05-01 \(StackingCase.turner)",
        StackingCase.course("t1", 3000, "2020-09-01"),
      ],
      ["c1 entitled 3000.00", "t1 entitled 0.00"]),
    StackingCase(
      "sums of all cases",
      [
        "certificate c1 level=3 issuedOn=2020-05-01 \(StackingCase.turner)",
        StackingCase.course("t1", 2000, "2020-09-01"),
        StackingCase.course("t2", 2000, "2020-10-01"),
      ],
      ["c1 entitled 0.00", "t1 entitled 2000.00", "t2 entitled 2000.00"]),
    StackingCase(
      "an open rival",
      [
        "certificate c1 level=3 issuedOn=2020-05-01 \(StackingCase.turner)",
        "training t1 kind=skill",
      ],
      ["c1 undetermined ? training.cost", "t1 undetermined ? training.cost"]),
    StackingCase(
      "an open case of its own that may tip the sum",
      [
        "certificate c1 level=3 issuedOn=2020-05-01 \(StackingCase.turner)",
        StackingCase.course("t1", 2000, "2020-09-01"),
        "training t2 kind=skill from=2020-01-01",
      ],
      [
        "c1 undetermined ? training.cost", "t1 undetermined ? training.cost",
        "t2 undetermined ? training.cost",
      ]),
    StackingCase(
      "an open case of its own that changes nothing",
      [
        StackingCase.course("t1", 4000, "2020-09-01"), "training t2 kind=skill from=2020-01-01",
        "certificate c1 level=3 issuedOn=2020-05-01 \(StackingCase.turner)",
      ],
      ["c1 entitled 0.00", "t1 entitled 4000.00", "t2 undetermined ? training.cost"]),
    StackingCase(
      "no rival", [StackingCase.course("t1", 2000, "2020-09-01")], ["t1 entitled 2000.00"]),
  ]

  @Test("One of several", arguments: choiceCases)
  func choice(_ one: StackingCase) throws {
    try one.check(
      "  kind: choice\n  over: [grant, course]\n  per: [人]", of: ["grant", "course"])
  }
}
