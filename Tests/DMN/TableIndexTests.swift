import Core
import DMN
import FEEL
import Testing

/// Tables of many rows are searched through an index; what they give is what holding every row
/// against its cells gives.
@Suite struct TableIndexTests {
  /// Cells by the kind of their column. Some columns have cells that no index can know.
  static let kinds: [[String]] = [
    [
      "-", "1", "2, 5", "< 3", "<= 3", "> 4", ">= 4", "[2..5]", "(2..5)", "!= 3", "not(3)",
      "not(< 2, 5)", "null", "-1", "= 2", "[1, 4]", "[[1..2], 6]", "null, 3", "2.0", "?>3",
    ],
    ["\"a\"", "\"b\", \"c\"", "-", "not(\"a\")", "null", "!= \"b\"", "\"\u{e9}\"", "\"e\u{301}\""],
    ["\"a\"", "< \"c\"", "[\"a\"..\"c\")", "-", ">= \"b\""],
    ["true", "false", "-", "null", "not(true)", "true, false"],
    ["@\"2020-01-01\"", "< @\"2020-01-03\"", "[@\"2020-01-02\"..@\"2020-01-04\"]", "-"],
    ["@\"P1D\"", "> @\"PT12H\"", "-", "@\"P1Y\""],
    ["@\"P1Y\"", "<= @\"P2Y\"", "-"],
    ["@\"10:00:00\"", "< @\"11:00:00Z\"", "-"],
    ["1", "\"a\"", "true", "-", "[1, 2]"],
    ["nonsense(", "-", "limit", "> limit"],
  ]

  /// Values of every type, at the ends of the cells' ranges and next to them.
  static let values = [
    "null", "0", "1", "2", "2.5", "3", "4", "5", "6", "\"a\"", "\"b\"", "\"c\"", "\"\"",
    "\"e\u{301}\"", "\"\u{e9}\"", "true", "false", "@\"2020-01-01\"", "@\"2020-01-03\"",
    "@\"PT12H\"", "@\"P1D\"", "@\"P1Y\"", "@\"P2Y\"", "@\"10:00:00\"", "@\"10:30:00Z\"", "[1, 2]",
    "[1]", "{a: 1}", "[1..2]",
  ]

  @Test(arguments: kinds.indices)
  func findsWhatTheCellsSay(kind: Int) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(state: seed)
    for count in [1, 20, 63, 64, 65, 200] {
      let rows = (0..<count).map { _ in Self.kinds[kind].randomElement(using: &random) ?? "-" }
      let program = try Self.program(rows)
      let tests = rows.map { try? Parser.unaryTests(SourceText(name: "cell", text: $0)).tests }
      for text in Self.values {
        let given = Context([("x", try value(text)), ("limit", .number(Decimal128(3)))])
        let found = program.evaluate("d", inputs: given)?.literalText
        let expected = Self.hits(tests, try value(text))
        #expect(found == Value.list(expected).literalText, "seed \(seed), \(count) rows, \(text)")
      }
    }
  }

  /// More values than there are buckets: neighbours share one.
  @Test func aLargeTable() throws {
    let rows = (0..<4_000).map { "[\(3 * $0)..\(3 * $0 + 2))" }
    let program = try Self.program(rows)
    for (given, row) in [
      ("0", "[1]"), ("1.5", "[1]"), ("2", "[]"), ("11998", "[4000]"), ("-1", "[]"),
    ] {
      let number = try #require(Decimal128(given))
      #expect(
        program.evaluate("d", inputs: Context([("x", .number(number))]))?.literalText == row)
    }
  }

  /// A table of one column that collects the numbers of the rows that hit.
  private static func program(_ rows: [String]) throws -> DecisionProgram {
    let rules = rows.enumerated().map { row, test in
      "<rule><inputEntry>\(cell(test))</inputEntry><outputEntry>\(cell("\(row + 1)"))</outputEntry></rule>"
    }
    return try DMNTests.program(
      modelText(
        input("x") + input("limit")
          + decision(
            "d", needs: ["#x", "#limit"],
            """
            <decisionTable hitPolicy="COLLECT"><input><inputExpression>\(cell("x"))</inputExpression>
            </input><output/>\(rules.joined())</decisionTable>
            """)))
  }

  /// The numbers of the rows whose tests hold; what could not be read holds for nothing.
  private static func hits(_ rows: [[UnaryTest]?], _ value: Value) -> [Value] {
    let scope = Scope(Context([("x", value), ("limit", .number(Decimal128(3)))]))
    return rows.enumerated().compactMap { row, tests in
      guard let tests,
        case .boolean(true) = Interpreter().evaluate(tests, for: value, in: scope)
      else { return nil }
      return .number(Decimal128(row + 1))
    }
  }

  /// SplitMix64.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
