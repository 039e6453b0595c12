import Core
import DMN
import FEEL

extension Benchmarks {
  /// Expressions and decision tables: read and checked once, evaluated many times.
  static func reportDecisions() throws {
    try reportExpression()
    let small = try DecisionProgram(DecisionModel.read(AgeTable.small))
    let inputs = AgeTable.inputs(age: 45)
    report("evaluate a table of 12 rows × 3 inputs", goal: 1, unit: "µs") {
      _ = small.evaluate("Decision", inputs: inputs)
    }
    let began = ContinuousClock.now
    let large = try DecisionProgram(DecisionModel.read(AgeTable.large))
    let loading = (ContinuousClock.now - began) / .seconds(1)
    print("load and index a model of 10,000 rows\t\(loading)\ts\t0.5")
    let late = AgeTable.inputs(age: 4_900)
    report("evaluate the table of 10,000 rows", goal: 2, unit: "µs") {
      _ = large.evaluate("Decision", inputs: late)
    }
  }

  private static func reportExpression() throws {
    let source = SourceText(name: "expression", text: "(a + b) * 2")
    let expression = try Parser.expression(source).root
    let scope = Scope(Context([("a", .number(Decimal128(3))), ("b", .number(Decimal128(4)))]))
    let interpreter = Interpreter()
    report("evaluate (a + b) * 2", goal: 150, unit: "ns") {
      _ = interpreter.evaluate(expression, in: scope)
    }
  }

  /// Prints what one call takes: the best of several rounds, since the machine has other work too.
  private static func report(_ name: String, goal: Double, unit: String, _ work: () -> Void) {
    let calls = 100_000
    var best = Duration.seconds(1_000)
    for _ in 0..<5 {
      let began = ContinuousClock.now
      for _ in 0..<calls { work() }
      best = min(best, ContinuousClock.now - began)
    }
    let nanoseconds = best / .nanoseconds(1) / Double(calls)
    print("\(name)\t\(unit == "ns" ? nanoseconds : nanoseconds / 1_000)\t\(unit)\t\(goal)")
  }
}

/// Models with one decision table of three inputs: a number, a text and a Boolean.
private enum AgeTable {
  /// 12 rows: three bands of age, two risks, yes and no.
  static var small: SourceText {
    let bands = ["< 18", "[18..40)", ">= 40"]
    return model(
      bands.flatMap { band in
        ["\"Low\"", "\"High\""].flatMap { risk in
          ["true", "false"].map { [band, risk, $0] }
        }
      })
  }

  /// 10,000 rows: 5,000 ages and two risks.
  static var large: SourceText {
    model(
      (0..<5_000).flatMap { age in
        ["\"Low\"", "\"High\""].map { ["[\(age)..\(age + 1))", $0, "-"] }
      })
  }

  static func inputs(age: Int) -> Context {
    Context([
      ("Age", .number(Decimal128(age))), ("Risk", .string("High")), ("Affordable", .boolean(false)),
    ])
  }

  private static func model(_ rows: [[String]]) -> SourceText {
    let inputs = [("Age", "number"), ("Risk", "string"), ("Affordable", "boolean")]
    let data = inputs.map { name, type in
      "<inputData id=\"\(name)\" name=\"\(name)\"><variable name=\"\(name)\" typeRef=\"\(type)\"/></inputData>"
    }
    let requirements = inputs.map { name, _ in
      "<informationRequirement><requiredInput href=\"#\(name)\"/></informationRequirement>"
    }
    let columns = inputs.map { name, type in
      "<input><inputExpression typeRef=\"\(type)\"><text>\(name)</text></inputExpression></input>"
    }
    let rules = rows.enumerated().map { number, tests in
      "<rule>" + tests.map { "<inputEntry><text><![CDATA[\($0)]]></text></inputEntry>" }.joined()
        + "<outputEntry><text>\(number)</text></outputEntry></rule>"
    }
    return SourceText(
      name: "benchmark.dmn",
      text: """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="benchmark"
          namespace="urn:benchmark">\(data.joined())
        <decision id="Decision" name="Decision"><variable name="Decision" typeRef="number"/>
        \(requirements.joined())
        <decisionTable hitPolicy="UNIQUE">\(columns.joined())<output/>
        \(rules.joined(separator: "\n"))
        </decisionTable></decision></definitions>
        """)
  }
}
