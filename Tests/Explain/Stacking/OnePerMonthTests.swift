import Testing

@Suite("Stacking: one per month")
struct OnePerMonthTests {
  private static let full = "certificate c1 level=1 issuedOn=2019-12-15 kind=skill-level"
  private static let half = "certificate c2 level=2 issuedOn=2020-03-15 kind=skill-level"

  private static let onePerMonthCases = [
    StackingCase("alone", [half], ["c2 entitled 1500.00 2020-04..2020-06×500.00"]),
    StackingCase(
      "the higher one takes the month", [full, half],
      ["c1 entitled 6000.00 2020-01..2020-06×1000.00", "c2 entitled 0.00"]),
    StackingCase(
      "months of its own stay",
      ["certificate c1 level=1 issuedOn=2020-04-15 kind=skill-level", half],
      [
        "c1 entitled 2000.00 2020-05..2020-06×1000.00",
        "c2 entitled 500.00 2020-04..2020-04×500.00",
      ]),
    StackingCase(
      "at equal rates the benefit named first, then the earlier one",
      [
        half, "certificate c3 level=2 issuedOn=2020-04-15 kind=skill-level",
        "relocation r1 arrivedOn=2019-12-01 contractMonths=50 fullTime=true",
      ],
      [
        "c2 entitled 1500.00 2020-04..2020-06×500.00", "c3 entitled 0.00",
        "r1 entitled 1500.00 2020-01..2020-03×500.00",
      ]),
    StackingCase(
      "an open rival that pays more", [half, "certificate c1 level=1 issuedOn=2019-12-15"],
      ["c1 undetermined ? certificate.kind", "c2 undetermined ? certificate.kind"]),
    StackingCase(
      "an open rival that pays less",
      [full, "certificate c2 level=2 issuedOn=2020-03-15"],
      ["c1 entitled 6000.00 2020-01..2020-06×1000.00", "c2 undetermined ? certificate.kind"]),
    StackingCase(
      "an open rival in other months",
      [half, "certificate c1 level=1 issuedOn=2020-06-15"],
      ["c1 not-entitled", "c2 entitled 1500.00 2020-04..2020-06×500.00"]),
    StackingCase(
      "a rival of unknown rate",
      [half, "relocation r1 arrivedOn=2020-05-20 fullTime=true"],
      [
        "c2 undetermined ? relocation.contractMonths",
        "r1 undetermined ? relocation.contractMonths",
      ]),
    StackingCase(
      "a rival of unknown rate that can pay no more",
      [full, "certificate c2 issuedOn=2020-03-15 kind=skill-level"],
      ["c1 entitled 6000.00 2020-01..2020-06×1000.00", "c2 undetermined ? certificate.level"]),
    StackingCase(
      "a rival of unknown rate that can pay more",
      [half, "certificate c3 issuedOn=2020-03-20 kind=skill-level"],
      ["c2 undetermined ? certificate.level", "c3 undetermined ? certificate.level"]),
    StackingCase(
      "a rival of unknown day that pays less",
      [full, "certificate c2 level=2 kind=skill-level"],
      [
        "c1 entitled 6000.00 2020-01..2020-06×1000.00",
        "c2 undetermined ? certificate.issuedOn",
      ]),
    StackingCase(
      "a rival of unknown day at the same rate may be the earlier one",
      [half, "certificate c3 level=2 kind=skill-level"],
      ["c2 undetermined ? certificate.issuedOn", "c3 undetermined ? certificate.issuedOn"]),
    StackingCase(
      "a rival of unknown day at the same rate that is named later",
      [half, "relocation r1 contractMonths=50 fullTime=true"],
      [
        "c2 entitled 1500.00 2020-04..2020-06×500.00",
        "r1 undetermined ? relocation.arrivedOn",
      ]),
    StackingCase(
      "every rival that may take a month counts",
      [
        half, "certificate c1 level=1 issuedOn=2019-12-15",
        "relocation r1 arrivedOn=2020-04-01 contractMonths=60",
      ],
      [
        "c1 undetermined ? certificate.kind",
        "c2 undetermined ? certificate.kind relocation.fullTime",
        "r1 undetermined ? certificate.kind relocation.fullTime",
      ]),
    StackingCase(
      "a rival of unknown day",
      [half, "certificate c1 level=1 kind=skill-level"],
      ["c1 undetermined ? certificate.issuedOn", "c2 undetermined ? certificate.issuedOn"]),
  ]

  @Test("One allowance a month", arguments: onePerMonthCases)
  func onePerMonth(_ one: StackingCase) throws {
    try one.check(
      "  kind: one-per-month\n  over: [post, introduced]\n  per: [人]\n  keep: highest",
      of: ["post", "introduced"], on: "2020-06-30")
  }
}
