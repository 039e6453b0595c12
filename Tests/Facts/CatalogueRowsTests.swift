import Core
import FEEL
import Facts
import Testing

@Suite("rows of a catalogue are found by what stands in them") struct CatalogueRowsTests {
  /// Region, year, occupation.
  private let rows: CatalogueRows = [
    [.known(.string("330300")), .known(.number(Decimal128(2019))), .known(.string("a"))],
    [.known(.string("330300")), .known(.number(Decimal128(2020))), .known(.string("b"))],
    [.known(.string("330100")), .known(.number(Decimal128(2020))), .known(.string("a"))],
    [.known(.string("330300")), .known(.number(Decimal128(2020))), .known(.string("a"))],
    [.missing, .none, .known(.string("a"))],
  ]

  private func years(_ wanted: [(field: Int, value: Value)]) -> [Int?] {
    rows.rows(where: wanted).map { row in
      if case .known(.number(let year)) = row[1] { year.integer } else { nil }
    }
  }

  @Test("by one field, by several, by none") func found() {
    #expect(years([(2, .string("a"))]) == [2019, 2020, 2020, nil])
    #expect(years([(0, .string("330300")), (2, .string("a"))]) == [2019, 2020])
    #expect(years([(0, .string("330300")), (1, .number(Decimal128(2020)))]) == [2020, 2020])
    #expect(years([]) == [2019, 2020, 2020, 2020, nil])
    #expect(years([(2, .string("c"))]) == [])
    #expect(years([(0, .null)]) == [])
    #expect(rows.contains(where: [(1, .number(Decimal128(2020))), (2, .string("b"))]))
    #expect(!rows.contains(where: [(1, .number(Decimal128(2019))), (2, .string("b"))]))
    #expect(!CatalogueRows().contains(where: []))
  }

  @Test("as FEEL compares: numbers by their worth, texts character by character")
  func compared() throws {
    let tenths = try #require(Decimal128("2020.0"))
    let half = try #require(Decimal128("0.5"))
    let rows: CatalogueRows = [
      [.known(.number(tenths))], [.known(.number(half))], [.known(.string("\u{e9}"))],
      [.known(.string("e\u{301}"))], [.known(.string("2020"))],
    ]
    #expect(rows.rows(where: [(0, .number(Decimal128(2020)))]).count == 1)
    #expect(rows.rows(where: [(0, .number(half))]).count == 1)
    #expect(rows.rows(where: [(0, .string("\u{e9}"))]).count == 1)
    #expect(rows.rows(where: [(0, .string("2020"))]).count == 1)
  }
}
