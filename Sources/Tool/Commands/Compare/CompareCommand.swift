import Comparison
import Core
import Determination
import Workbench

extension Command {
  static let compare = Command(
    "compare",
    Bilingual(
      zh: "并排比较两个日子、两套文件、两份事实或两个人：哪里不同，由哪条规则造成",
      en:
        "two days, two sets of documents, two states of the facts or two people side by side: what differs, and which rule makes the difference"
    ),
    options: [
      .facts, .party, .on, .known, .policies, .localValues, .andFacts, .andParty, .andOn,
      .andKnown, .andPolicies, .andLocalValues, .json,
    ] + Option.registryOptions,
    examples: [
      Example(
        "compare --facts Samples/senior-worker.json --on 2020-12-31 --and-on 2021-01-01",
        Bilingual(zh: "同一份事实在两个日子", en: "the same facts on two days")),
      Example(
        "compare --facts a.json --and-facts b.json",
        Bilingual(zh: "两个人的事实，按待遇对照", en: "the facts of two people, benefit by benefit")),
      Example(
        "compare --party p1 --and-policies Draft",
        Bilingual(
          zh: "现行文件与 Draft 目录里的草案", en: "the documents in force, and the draft in the folder Draft")
      ),
      Example(
        "compare --party p1 --known 12 --and-known 15",
        Bilingual(
          zh: "登记库在两次变更之后所知", en: "what the registry knew after two of its changes")),
    ]
  ) { arguments, session in
    let sides = try ComparedSides(arguments, session)
    let (left, right) = (try sides.left(), try sides.right())
    let told = ToldComparison(
      sides: sides, Comparison(left, right, matching: sides.matching(left, right)),
      days: (left.on, right.on))
    if arguments.has(.json) {
      session.output.line(told.json)
    } else {
      session.output.write(told.text(session.language))
    }
    return .success
  }
}

extension Option {
  static let andFacts = Option(
    "and-facts", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".json")),
    Bilingual(zh: "右边的事实文件", en: "the facts on the right"))

  static let andParty = Option(
    "and-party", takes: ArgumentValue(Bilingual(zh: "编号", en: "ID"), .text),
    Bilingual(zh: "右边的当事人", en: "the party on the right"))

  static let andOn = Option(
    "and-on", takes: ArgumentValue(Bilingual(zh: "日期", en: "DATE"), .text),
    Bilingual(zh: "右边的核定日期", en: "the day on the right"))

  static let andKnown = Option(
    "and-known", takes: ArgumentValue(Bilingual(zh: "变更号|时间", en: "N|MOMENT"), .text),
    Bilingual(zh: "右边按那时所知", en: "as of when the right side is known"))

  static let andPolicies = Option(
    "and-policies", takes: ArgumentValue(Bilingual(zh: "目录", en: "DIR"), .directory),
    Bilingual(
      zh: "右边的政策文件所在目录，如草案", en: "folder of the documents on the right, such as a draft"))

  static let andLocalValues = Option(
    "and-parameters", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".yaml")),
    Bilingual(zh: "右边的地方取值", en: "local values on the right"))

  /// What makes the right side another than the left one; whatever is not given is the same.
  static let andOptions: [Option] = [
    .andFacts, .andParty, .andOn, .andKnown, .andPolicies, .andLocalValues,
  ]
}
