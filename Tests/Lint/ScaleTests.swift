import Core
import FEEL
import TestSupport
import Testing

@testable import Lint

/// Large tables, as short as a test has to be; `make bench` measures ten thousand rows.
@Suite("Large tables") struct ScaleTests {
  @Test("Boxes that fill the space have no defect; one put in another's place leaves two")
  func partition() {
    var boxes = LargeTable.boxes(count: 1_000, columns: 5, seed: 7)
    #expect(BandCheck(table(boxes)).defects().isEmpty)
    boxes[3] = boxes[700]
    let defects = BandCheck(table(boxes)).defects()
    #expect(defects.count { if case .overlap(3, 700, _) = $0 { true } else { false } } == 1)
    #expect(defects.contains { if case .gap = $0 { true } else { false } })
  }

  private func table(_ boxes: [LargeTable.Box]) -> BandTable {
    let domain = ValueSet.scale(
      IntervalSet(
        from: .before(Decimal128(LargeTable.extent.lowerBound)),
        to: .before(Decimal128(LargeTable.extent.upperBound))))
    return BandTable(
      name: Bilingual("large"), range: nil,
      columns: (0..<5).map {
        BandTable.Column(
          name: Bilingual("c\($0)"), measure: .number(digits: 0), key: "c\($0)", domain: domain)
      },
      rows: boxes.enumerated().map { index, box in
        BandTable.Row(
          label: Bilingual("\(index)"), range: nil,
          tests: box.map {
            .range(
              low: .number(Decimal128($0.lowerBound)), lowIncluded: true,
              high: .number(Decimal128($0.upperBound)), highIncluded: false)
          })
      }, policy: .unique)
  }
}
