import Core
import FEEL

extension Command {
  static let feel = Command(
    "feel", Bilingual(zh: "计算一个 FEEL 表达式", en: "evaluate a FEEL expression"),
    operand: Operand(
      ArgumentValue(Bilingual(zh: "表达式", en: "EXPRESSION"), .text),
      Bilingual(zh: "FEEL 表达式；- 表示从标准输入读", en: "a FEEL expression; - reads it from standard input"),
      count: 1...1),
    examples: [
      Example(
        "feel '2000 * (1 + 0.5)'", Bilingual(zh: "打印 3000", en: "prints 3000")),
      Example(
        #"feel 'date("2020-02-29") + duration("P1Y")'"#,
        Bilingual(zh: "打印 2021-02-28", en: "prints 2021-02-28")),
    ]
  ) { arguments, session in
    let text = try arguments.operands.first.map { word in
      word == "-" ? String(decoding: try session.environment.readInput(), as: UTF8.self) : word
    }
    let source = SourceText(name: "<expression>", text: text ?? "")
    let value = Interpreter().evaluate(try Parser.expression(source).root)
    session.output.line(value.literalText)
    guard case .null(let reason?) = value else { return .success }
    session.tell([reason.diagnostic], of: source)
    return .findings
  }
}

extension NullReason {
  /// The reason as a warning: the expression has a value, and the value is null.
  fileprivate var diagnostic: Diagnostic {
    Diagnostic(
      code, .warning, at: range, message: message,
      advice: Bilingual(
        zh: "所以结果是空值（null）。", en: "That is why the result is null."))
  }
}
