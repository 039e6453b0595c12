import Core
import PolicyDocument

/// “And so on” in a source table, held against the end that the text states.
struct ProgressionCheck {
  private let document: PolicyDocument

  init(_ document: PolicyDocument) { self.document = document }

  var findings: [Finding] { document.sourceTables.flatMap(findings) }

  private func findings(_ table: DecisionTable) -> [Finding] {
    table.rows.indices.flatMap { index -> [Finding] in
      guard table.rows[index].isContinuation, index > 0, index + 1 < table.rows.count,
        !table.rows[index + 1].isContinuation
      else { return [] }
      return table.outputs.indices.compactMap { finding(table, index, output: $0) }
    }
  }

  /// What is wrong with one result column, where the row at `index` says “and so on”.
  private func finding(_ table: DecisionTable, _ index: Int, output: Int) -> Finding? {
    let (row, last, end) = (table.rows[index], table.rows[index - 1], table.rows[index + 1])
    let before = index > 1 ? table.rows[index - 2] : nil
    guard
      let input = Progression(
        row.tests[0], last.tests[0], before?.tests[0], end.tests[0]),
      let result = Progression(
        row.values[output], last.values[output], before?.values[output], end.values[output]),
      let steps = input.end.subtracting(input.last)?.divided(by: input.step),
      let reached = steps.multiplied(by: result.step)?.adding(result.last)
    else { return nil }
    let column = table.inputs[0].text
    if !steps.isInteger || steps.isNegative {
      return Finding(
        .progression, .warning, at: end.range,
        Bilingual(
          zh: "从 \(input.last) 起每次 \(input.step)，到不了所写的终点 \(input.end)",
          en: "from \(input.last) in steps of \(input.step), the stated end \(input.end) "
            + "is never reached"),
        ProgressionCheck.advice, example: [Finding.Fact(column, input.end)])
    }
    guard reached != result.end else { return nil }
    return Finding(
      .progression, .warning, at: end.range,
      Bilingual(
        zh: "按每级 \(result.step.signed) 类推，到“\(end.title.zh)”是 \(reached)，"
          + "与所写的 \(result.end) 不合",
        en: "steps of \(result.step.signed) give \(reached) at “\(end.title.en)”, "
          + "not the \(result.end) that is stated"),
      ProgressionCheck.advice,
      example: [
        Finding.Fact(column, input.end),
        Finding.Fact(table.outputs[output].text, reached),
      ])
  }

  private static let advice = Bilingual(
    zh: "请发文机关明确是步长还是终点有误；在此之前，把采用的读法写成假设。",
    en: "Ask the issuer whether the step or the end is wrong; until then state the reading as an "
      + "assumption.")
}

/// One column of a progression: the value it goes on from, the step, and the stated end.
private struct Progression {
  let last: Decimal128
  let step: Decimal128
  let end: Decimal128

  /// - Returns: `nil` where the cells are no plain numbers, which leaves nothing to check.
  init?(_ continuation: Cell, _ last: Cell, _ before: Cell?, _ end: Cell) {
    guard let last = Decimal128(last.text), let end = Decimal128(end.text) else { return nil }
    let stated = continuation.text.dropFirst("…".count).filter { $0 != " " && $0 != "+" }
    let difference = before.flatMap { Decimal128($0.text) }.flatMap { last.subtracting($0) }
    guard let step = stated.isEmpty ? difference : Decimal128(stated), !step.isZero else {
      return nil
    }
    (self.last, self.step, self.end) = (last, step, end)
  }
}

extension Decimal128 {
  /// With its sign, as a step is written.
  fileprivate var signed: String { isNegative ? description : "+\(self)" }
}

extension Finding.Fact {
  /// A quantity of the document and a number.
  fileprivate init(_ name: String, _ value: Decimal128) {
    self.init(name: Bilingual(name), value: Bilingual(value.description))
  }
}
