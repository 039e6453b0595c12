import Core
import LocalValues
import Registry
import Workbench

extension Command {
  static let parameters = Command(
    "parameters",
    Bilingual(
      zh: "登记、查看、撤回各地对参数和假设的取值",
      en: "set, list and withdraw what regions put in the place of parameters and assumptions"),
    operand: Operand(
      ArgumentValue(
        Bilingual(zh: "list|set|withdraw [文件|编号]", en: "list|set|withdraw [FILE|NUMBER]"),
        .file(suffix: ".yaml")),
      Bilingual(
        zh: "list [政策文件的 id]：登记了哪些取值；set 文件：登记其中的取值；withdraw 编号：撤回一条",
        en:
          "list [DOCUMENT ID]: what is set; set FILE: sets the values of a file; withdraw NUMBER: "
          + "takes one back"),
      count: 1...2),
    options: [.known, .because, .by, .trial, .policies, .json] + Option.registryOptions,
    examples: [
      Example(
        "parameters set local.yaml",
        Bilingual(
          zh: "把 local.yaml 里的取值登记进登记库，有一条不对就都不登记",
          en: "puts the values of local.yaml into the registry, or none if one is wrong")),
      Example(
        "parameters list",
        Bilingual(
          zh: "列出各地的取值、文件原值、谁登记的、为什么",
          en: "lists them beside the documents' own values, with who set them and why")),
      Example(
        "parameters withdraw 3 --by 鹿城区人社局 --because 恢复文件原值",
        Bilingual(zh: "撤回第 3 号取值；以前的状态仍可查", en: "takes number 3 back; past states keep it")),
    ]
  ) { arguments, session in
    let verb = try ParametersVerb(arguments)
    let home = try Home.find(arguments, session.environment)
    let bench = try Workbench(home, policies: arguments[.policies])
    let registry = try Registry.open(
      arguments, home, session, vocabulary: bench.vocabulary,
      verb == .set ? .createdWhenMissing : .expected)
    switch verb {
    case .list: try LocalValueList(registry, bench, arguments).show(session, arguments)
    case .set: try set(registry, bench, arguments, session)
    case .withdraw: try withdraw(registry, arguments, session)
    }
    return .success
  }

  /// Puts the values of a file into the registry, all or none.
  private static func set(
    _ registry: Registry, _ bench: Workbench, _ arguments: Arguments, _ session: Session
  ) throws {
    let path = arguments.operands[1]
    let file = try LocalValueFile(SourceText.read(path))
    // What is wrong with the file by itself is told with its places.
    _ = try bench.sound().setting(file)
    let outcome = try registry.change(
      source: "parameters set \(path)", isTrial: arguments.has(.trial)
    ) { recorder in
      var tally = Tally()
      for value in file.values { tally.count(try recorder.put(value)) }
      return tally
    }
    let tally = outcome.result
    if arguments.has(.json) {
      session.output.line(LocalValueList.json(tally, outcome.change))
    } else {
      session.print(
        Bilingual(
          zh: "地方取值：新增 \(tally.added) 条，更正 \(tally.corrected) 条，不变 \(tally.unchanged) 条",
          en: "local values: \(tally.added) new, \(tally.corrected) corrected, "
            + "\(tally.unchanged) unchanged"))
    }
  }

  private static func withdraw(
    _ registry: Registry, _ arguments: Arguments, _ session: Session
  ) throws {
    let word = arguments.operands[1]
    guard let number = Int64(word), number > 0 else {
      throw UsageError.notTheNumber(word, of: Bilingual(zh: "编号", en: "NUMBER"))
    }
    let why = try "\(arguments.required(.by)): \(arguments.required(.because))"
    _ = try registry.change(
      source: "parameters withdraw \(number), \(why)", isTrial: arguments.has(.trial)
    ) { try $0.withdraw(localValue: number) }
    session.print(
      Bilingual(zh: "已撤回第 \(number) 号取值", en: "number \(number) is withdrawn"))
  }
}

/// What is to be done: the word after `parameters`.
private enum ParametersVerb: String, CaseIterable {
  case list, set, withdraw

  private var options: [Option] {
    switch self {
    case .list: [.known, .json]
    case .set: [.trial, .json]
    case .withdraw: [.because, .by, .trial]
    }
  }

  /// - Throws: when there is no such verb, an operand is missing or too many, or an option is given
  ///   that belongs to another.
  init(_ arguments: Arguments) throws(UsageError) {
    let word = arguments.operands.first ?? ""
    guard let verb = ParametersVerb(rawValue: word) else {
      throw .notAChoice(
        word, ParametersVerb.allCases.map(\.rawValue),
        of: Bilingual(zh: "parameters 之后的词", en: "the word after parameters"))
    }
    if verb != .list, arguments.operands.count < 2, let operand = Command.parameters.operand {
      throw .operandMissing(operand)
    }
    let others = ParametersVerb.allCases.flatMap(\.options).map(\.name)
    let own = verb.options.map(\.name)
    for option in Command.parameters.options
    where others.contains(option.name) && !own.contains(option.name) && arguments.has(option) {
      throw .unknownOption(
        option.spelling, among: verb.options + Option.registryOptions + Option.common)
    }
    self = verb
  }
}

extension Option {
  static let because = Option(
    "because", takes: ArgumentValue(Bilingual(zh: "理由", en: "REASON"), .text),
    Bilingual(zh: "withdraw：为什么撤回", en: "withdraw: why it is taken back"))

  static let by = Option(
    "by", takes: ArgumentValue(Bilingual(zh: "谁", en: "WHO"), .text),
    Bilingual(zh: "withdraw：谁撤回的", en: "withdraw: who takes it back"))
}
