import Core
import Testing

@Suite("Decimal128")
struct Decimal128Tests {
  @Test(
    "text round trip",
    arguments: [
      ("0", "0"), ("-0", "0"), ("1.10", "1.1"), (".5", "0.5"), ("1e-3", "0.001"),
      ("12E3", "12000"), ("-12.50", "-12.5"),
      ("0.000000000000000000000000000000000001", "0.000000000000000000000000000000000001"),
      ("123456789012345678901234567890123456", "123456789012345678901234567890123500"),
    ])
  func roundTrip(_ written: String, _ printed: String) throws {
    let value = try #require(Decimal128(written))
    #expect(value.description == printed)
  }

  @Test(
    "no number",
    arguments: ["", "-", ".", "1.2.3", "1e", "1e+", "abc", "1 ", "NaN", "Infinity", "1e7000", "１"])
  func refused(_ text: String) {
    #expect(Decimal128(text) == nil)
  }

  @Test("shares divide exactly")
  func exactShares() throws {
    let share = try #require(Decimal128("0.41")?.subtracting(Decimal128("0.36") ?? .zero))
    #expect(share.divided(by: Decimal128("0.05") ?? .one) == .one)
  }

  @Test(
    "rounding to 分",
    arguments: [
      ("0.125", Rounding.halfUp, "0.13"), ("0.125", .halfEven, "0.12"),
      ("0.125", .halfDown, "0.12"),
      ("-0.125", .halfUp, "-0.13"), ("-0.121", .floor, "-0.13"), ("-0.121", .ceiling, "-0.12"),
      ("0.121", .up, "0.13"), ("0.129", .down, "0.12"), ("0.1", .up, "0.1"),
    ])
  func rounding(_ written: String, _ mode: Rounding, _ expected: String) {
    #expect(Decimal128(written)?.rounded(scale: 2, mode)?.description == expected)
  }

  @Test("money text") func money() {
    #expect(Decimal128(3000).text(scale: 2) == "3000.00")
    #expect(Decimal128("0.5")?.text(scale: 2) == "0.50")
    #expect(Decimal128(units: -123_456, scale: 2).text(scale: 2) == "-1234.56")
    #expect(Decimal128("-1234.56")?.units(scale: 2) == -123_456)
    #expect(Decimal128("0.001")?.units(scale: 2) == nil)
  }

  /// What is written with many zeros is no small number: libbid computes with it.
  @Test("small numbers compute as libbid does")
  func smallNumbers() throws {
    var random = SystemRandomNumberGenerator()
    let edges = [0, 1, 9, 10, 1 << 31, 1 << 55, (1 << 56) - 1, 1 << 56, Int.max]
    for round in 0..<2_000 {
      let values = (0..<2).map { _ in
        round < 500
          ? edges.randomElement(using: &random) ?? 0
          : Int.random(in: 0..<(1 << Int.random(in: 1...62, using: &random)), using: &random)
      }.map { Bool.random(using: &random) ? $0 : -$0 }
      let left = Decimal128(values[0])
      let right = Decimal128(values[1])
      let long = try #require(Decimal128("\(values[1])" + "." + String(repeating: "0", count: 15)))
      #expect(left.adding(right) == left.adding(long), "\(values)")
      #expect(left.subtracting(right) == left.subtracting(long), "\(values)")
      #expect(left.multiplied(by: right) == left.multiplied(by: long), "\(values)")
      #expect((left < right) == (left < long) && (left == right) == (left == long), "\(values)")
      #expect((left < right) == (values[0] < values[1]), "\(values)")
    }
  }

  @Test("no finite result is nil") func notFinite() {
    #expect(Decimal128.one.divided(by: .zero) == nil)
    #expect(Decimal128(-1).naturalLogarithm() == nil)
    #expect(Decimal128(-1).squareRoot() == nil)
    #expect(
      Decimal128("9e6144") == nil || Decimal128("9e6144")?.multiplied(by: Decimal128(100)) == nil)
  }
}
