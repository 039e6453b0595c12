import Core
import FEEL

extension Command {
  static let feel = Command(
    "feel",
    Bilingual(zh: "计算 FEEL 表达式", en: "evaluate FEEL expressions"),
    operand: Operand(
      ArgumentValue(Bilingual(zh: "表达式", en: "EXPRESSION"), .text),
      Bilingual(
        zh: "FEEL 表达式；- 表示从标准输入读；不写则逐行询问",
        en: "a FEEL expression; - reads it from standard input; without one, line by line"),
      count: 0...1),
    options: [.givenNames],
    examples: [
      Example(
        "feel '2000 * (1 + 0.5)'", Bilingual(zh: "打印 3000", en: "prints 3000")),
      Example(
        #"feel 'date("2020-02-29") + duration("P1Y")'"#,
        Bilingual(zh: "打印 2021-02-28", en: "prints 2021-02-28")),
      Example(
        "feel 'sum(orders.amount)' --input orders.json",
        Bilingual(
          zh: "表达式里可以用文件中的名称", en: "the names of the file may stand in the expression")),
      Example(
        "feel",
        Bilingual(
          zh: "逐行计算，“名称: 表达式”记下一个值，Ctrl-D 结束",
          en: "evaluates line by line; \"name: expression\" keeps a value, Ctrl-D ends")),
    ]
  ) { arguments, session in
    var calculator = FeelCalculator(names: try FeelNames.read(arguments, session))
    guard let word = arguments.operands.first else {
      return FeelLoop(session).run(&calculator)
    }
    let text =
      word == "-" ? String(decoding: try session.environment.readInput(), as: UTF8.self) : word
    let source = SourceText(name: "<expression>", text: text)
    return calculator.answer(try calculator.read(source), of: source, session)
  }
}

extension Option {
  static let givenNames = Option(
    "input", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".json")),
    Bilingual(
      zh: "名称和值（JSON 对象）；- 表示标准输入",
      en: "names and their values (a JSON object); - is standard input"))
}
