import Core

extension Command {
  static let dmn = Command(
    "dmn",
    Bilingual(zh: "检查、运行、测试 DMN 模型", en: "check, run and test DMN models"),
    operand: Operand(
      ArgumentValue(
        Bilingual(zh: "check|run|test 路径", en: "check|run|test PATH"), .file(suffix: ".dmn")),
      Bilingual(
        zh: "check 模型.dmn…：能否读懂；run 模型.dmn：算出全部决策；test 目录：运行其中的 …-test-….xml",
        en: "check MODEL.dmn…: can it be read; run MODEL.dmn: works out all decisions; "
          + "test DIR: runs the …-test-….xml files in it"),
      count: 2...Int.max),
    options: [.input, .trace, .failures, .json, .report],
    examples: [
      Example(
        "dmn check loan.dmn",
        Bilingual(zh: "检查模型的依赖与公式", en: "checks a model's requirements and formulas")),
      Example(
        "dmn run loan.dmn --input applicant.json --trace",
        Bilingual(
          zh: "算出全部决策，并写明每一步的值、符合的行和空值的原因",
          en: "works out all decisions, and tells each step's value, the rules that hit and why "
            + "a value is null")),
      Example(
        "dmn test Models --failures",
        Bilingual(
          zh: "逐目录打印结果，并列出不符的值",
          en: "prints the result of every folder, and each value that differs")),
    ]
  ) { arguments, session in
    let paths = Array(arguments.operands.dropFirst())
    switch try DmnVerb(arguments) {
    case .check: return try DmnCheck(session).run(paths)
    case .run:
      if paths.count > 1 { throw UsageError.surplus(paths[1]) }
      return try DmnRun(session, arguments).run(paths[0])
    case .test: return try DmnTest(session, arguments).run(paths)
    }
  }
}

/// What is to be done with the models: the word after `dmn`.
private enum DmnVerb: String, CaseIterable {
  case check, run, test

  private var options: [Option] {
    switch self {
    case .check: []
    case .run: [.input, .trace]
    case .test: [.failures, .json, .report]
    }
  }

  /// - Throws: when there is no such verb, or an option is given that belongs to another.
  init(_ arguments: Arguments) throws(UsageError) {
    let word = arguments.operands.first ?? ""
    guard let verb = DmnVerb(rawValue: word) else {
      throw .notAChoice(
        word, DmnVerb.allCases.map(\.rawValue),
        of: Bilingual(zh: "dmn 之后的词", en: "the word after dmn"))
    }
    let others = DmnVerb.allCases.flatMap(\.options).map(\.name)
    let own = verb.options.map(\.name)
    for option in Command.dmn.options
    where others.contains(option.name) && !own.contains(option.name) && arguments.has(option) {
      throw .unknownOption(option.spelling, among: verb.options + Option.common)
    }
    self = verb
  }
}

extension Option {
  static let failures = Option(
    "failures", Bilingual(zh: "test：列出每个不符的值", en: "test: list every value that differs"))

  static let report = Option(
    "report", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".json")),
    Bilingual(zh: "test：把 JSON 报告写入文件", en: "test: write the JSON report to a file"))

  static let input = Option(
    "input", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".json")),
    Bilingual(
      zh: "run：输入（JSON 对象）；- 表示标准输入", en: "run: the inputs (a JSON object); - is standard input"))

  static let trace = Option(
    "trace", Bilingual(zh: "run：写明每一步", en: "run: tell every step"))
}
