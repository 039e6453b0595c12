import Core
import PolicyDocument

/// “And so on” in a source table, held against the end that the text states.
struct ProgressionCheck {
  private let table: DecisionTable
  /// What people call the quantity that goes on.
  private let input: Bilingual

  init(_ table: DecisionTable, input: Bilingual) {
    self.table = table
    self.input = input
  }

  var findings: [Finding] {
    table.rows.indices.flatMap { index -> [Finding] in
      guard table.rows[index].isContinuation, index > 0, index + 1 < table.rows.count,
        !table.rows[index + 1].isContinuation
      else { return [] }
      return table.outputs.indices.compactMap { finding(index, output: $0) }
    }
  }

  /// What is wrong with one result column, where the row at `index` says “and so on”.
  private func finding(_ index: Int, output: Int) -> Finding? {
    let (row, last, end) = (table.rows[index], table.rows[index - 1], table.rows[index + 1])
    let before = index > 1 ? table.rows[index - 2] : nil
    guard
      let stated = Progression(
        row.tests[0], last.tests[0], before?.tests[0], end.tests[0]),
      let result = Progression(
        row.values[output], last.values[output], before?.values[output], end.values[output]),
      let steps = stated.end.subtracting(stated.last)?.divided(by: stated.step),
      let reached = steps.multiplied(by: result.step)?.adding(result.last)
    else { return nil }
    if !steps.isInteger || steps.isNegative {
      return Finding(
        .progression, .warning, at: end.range,
        Bilingual(
          zh: "从 \(stated.last) 起每次 \(stated.step)，到不了所写的终点 \(stated.end)",
          en: "from \(stated.last) in steps of \(stated.step), the stated end \(stated.end) "
            + "is never reached"),
        ProgressionCheck.advice, example: [fact(stated.end)])
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
        fact(stated.end),
        Finding.Fact(
          name: Bilingual(table.outputs[output].text), value: Bilingual(reached.description)),
      ])
  }

  private func fact(_ value: Decimal128) -> Finding.Fact {
    Finding.Fact(name: input, value: Bilingual(value.description))
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
