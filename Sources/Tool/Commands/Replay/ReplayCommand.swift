import Bureau
import Casework
import Core
import Determination
import Determinations
import Office
import Registry
import Replay
import Workbench

extension Command {
  static let replay = Command(
    "replay",
    Bilingual(
      zh: "按当时的规则、事实重算一条核定结果，说明今天会有什么不同",
      en: "work out a stored determination again as of then, and say what differs today"),
    operand: .replayed,
    options: [.party, .policies, .localValues, .json] + Option.registryOptions,
    examples: [
      Example(
        "replay --party p1",
        Bilingual(zh: "列出一个当事人的核定结果和编号", en: "lists a party's determinations with their numbers")),
      Example(
        "replay 123",
        Bilingual(
          zh: "重算第 123 号，与保存的逐字节比较，再与今天比较",
          en: "works out number 123 again, compares the bytes, and says what differs today")),
      Example(
        "replay 2026-0000123 --json",
        Bilingual(
          zh: "重算一件办件开立时的核定，结果为 JSON", en: "what a case was opened with, as JSON")),
    ]
  ) { arguments, session in
    if arguments.has(.party), let number = arguments.operands.first {
      throw UsageError.surplus(number)
    }
    if let number = arguments.operands.first {
      return try session.replay(number, arguments)
    }
    guard arguments.has(.party) else {
      throw UsageError.operandMissing(.replayed)
    }
    let home = try Home.find(arguments, session.environment)
    let bench = try Workbench(home, policies: arguments[.policies])
    let registry = try Registry.open(arguments, home, session, vocabulary: bench.vocabulary)
    let list = try StoredList(
      DeterminationStore(registry), of: arguments.required(.party), bench.plans)
    list.show(session, asJSON: arguments.has(.json))
    return .success
  }
}

extension Operand {
  fileprivate static let replayed = Operand(
    ArgumentValue(Bilingual(zh: "编号", en: "NUMBER"), .text),
    Bilingual(zh: "核定结果的编号，或办件编号", en: "number of a stored determination, or of a case"),
    count: 0...1)
}

extension Session {
  /// Works out a stored determination or that of a case again.
  ///
  /// - Returns: `findings` when it is not what is kept.
  fileprivate func replay(_ number: String, _ arguments: Arguments) throws -> ExitStatus {
    let replayer: Replayer
    let found: Replay
    if let stored = Int64(number), stored > 0 {
      let home = try Home.find(arguments, environment)
      let bench = try Workbench(home, policies: arguments[.policies]).sound()
      let registry = try Registry.open(arguments, home, self, vocabulary: bench.vocabulary)
      let rules = try bench.setting(
        arguments.localValueFile(), stored: registry.localValues())
      replayer = Replayer(try DeterminationStore(registry), try Rulebook(rules.plans))
      found = try replayer.replay(stored)
    } else if number.contains("-") {
      let bureau = try Bureau.open(arguments, self)
      replayer = Replayer(bureau.determinations, bureau.rules)
      found = try replayer.replay(bureau.kept(number))
    } else {
      throw UsageError.notTheNumber(number, of: Bilingual(zh: "编号", en: "the number"))
    }
    let today = try replayer.today(found)
    if arguments.has(.json) {
      output.line(found.json(today))
    } else {
      output.write(
        found.text(today, language, style: output.showsColours ? .terminal : .plain))
    }
    return found.isIdentical ? .success : .findings
  }
}

extension Bureau {
  /// What a case was opened with.
  fileprivate func kept(_ number: String) throws -> KeptCase {
    let (record, json) = try office.read { try casework.basis(of: number, $0) }
    let entitlement = record.entitlement
    return KeptCase(
      number: record.number,
      subject: ReplayedSubject(
        benefit: entitlement.benefit, owner: entitlement.owner, party: entitlement.party,
        subject: entitlement.subject, on: record.basis.on),
      change: record.basis.change, plan: record.basis.plan, json: json)
  }
}
