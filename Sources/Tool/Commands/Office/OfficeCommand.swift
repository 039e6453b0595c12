import Bureau
import Core
import Cryptography
import Ledger
import Office
import Workbench

extension Command {
  static let office = Command(
    "office",
    Bilingual(
      zh: "把核定结果变成办件，办理到期事项，核对审计记录和账本，生成演示",
      en: "open cases for what was found, do what is due, verify trail and ledger, make a "
        + "demonstration"),
    operand: Operand(
      ArgumentValue(
        Bilingual("find|round|verify|demonstrate"), .choice(OfficeVerb.allCases.map(\.rawValue))),
      Bilingual(
        zh: "find：为最近一次核定中应付、免申即享的待遇开立办件；round：办理一次到期事项；verify：核对；"
          + "demonstrate：在虚构城镇上演一个月的办理",
        en: "find: opens a case for all that the last run found due without an application; round: "
          + "does once what serve does every minute; verify: goes over trail and ledger; "
          + "demonstrate: a month of an office over a synthetic town"),
      count: 1...1),
    options: [.quiet, .seed, .policies, .localValues] + Option.registryOptions,
    examples: [
      Example(
        "office find",
        Bilingual(
          zh: "在 determine --all 之后运行；已开立的办件不变",
          en: "after `determine --all`; cases that are open stay as they are")),
      Example(
        "office round",
        Bilingual(
          zh: "期限已到的办件往下走，已认定的写回登记库",
          en: "moves cases on whose time has come, and tells the registry what was granted")),
      Example(
        "office verify",
        Bilingual(
          zh: "打印审计记录的条数和最后一条的散列，可抄下来以后对照",
          en: "prints how many entries the trail has and the hash of the last, to be written down")),
      Example(
        "office demonstrate",
        Bilingual(
          zh: "登记库须是 synthesise 生成、determine 核定过的城镇；密码人人知道，只在本机打开",
          en:
            "over a town made by `synthesise` and determined; everybody knows the passwords, so it "
            + "is served on this machine alone")),
    ]
  ) { arguments, session in
    switch OfficeVerb(rawValue: arguments.operands[0]) {
    case .find: try find(arguments, session)
    case .round: try round(arguments, session)
    case .demonstrate: try demonstrate(arguments, session)
    case .verify, nil: try verify(arguments, session)
    }
  }

  private static func find(_ arguments: Arguments, _ session: Session) throws -> ExitStatus {
    let bureau = try Bureau.open(arguments, session)
    let bar = Progress(
      Bilingual(zh: "开立办件", en: "opening cases"),
      unit: Bilingual(zh: "个当事人", en: "parties"), session, isQuiet: arguments.has(.quiet))
    defer { bar.finish() }
    let found = try bureau.openFound { bar.update($0, of: $1) }
    bar.finish()
    let amount = Money(fen: found.amount)
    session.print(
      Bilingual(
        zh: "新开 \(found.opened.grouped) 件，共 \(amount) 元；另有 \(found.waiting.grouped) 件已在办理。",
        en: "\(found.opened.grouped) cases opened, \(amount) yuan in all; "
          + "\(found.waiting.grouped) more are under way already"))
    return .success
  }

  private static func round(_ arguments: Arguments, _ session: Session) throws -> ExitStatus {
    let round = try Bureau.open(arguments, session).round()
    for failure in round.failures { session.tell(failure) }
    session.print(
      Bilingual(
        zh:
          "\(round.moved.grouped) 件往下走了一步，\(round.told.grouped) 条写回登记库，\(round.failures.count) 处没有办成。",
        en: "\(round.moved.grouped) cases moved on, \(round.told.grouped) told to the registry, "
          + "\(round.failures.count) could not be done"))
    return round.failures.isEmpty ? .success : .findings
  }

  private static func verify(_ arguments: Arguments, _ session: Session) throws -> ExitStatus {
    let home = try Home.find(arguments, session.environment)
    let office = try OfficePlace(arguments, home, session).opened()
    var status = ExitStatus.success
    func line(_ verify: () throws -> Bilingual) throws {
      do {
        session.print(try verify())
      } catch let error where saysSomethingWasAltered(error) {
        session.tell(error)
        status = .findings
      }
    }
    try line {
      let trail = try office.read { try AuditTrail.verify($0) }
      let hash = Hexadecimal.text(trail.hash)
      return Bilingual(
        zh: "审计记录：\(trail.count.shown) 条，都对得上；最后一条的 SM3 散列是 \(hash)",
        en: "trail: \(trail.count.shown) entries, all of them hold; SM3 of the last: \(hash)")
    }
    try line {
      let books = try office.read { try Ledger(clock: office.clock).verify($0) }
      return Bilingual(
        zh: "账本：\(books.entries.shown) 笔，\(books.lines.shown) 行分录，\(books.budgets) 项预算，都对得上",
        en: "ledger: \(books.entries.shown) entries, \(books.lines.shown) lines, "
          + "\(books.budgets) budgets, all of them hold")
    }
    return status
  }
}

/// What is to be done: the word after `office`.
private enum OfficeVerb: String, CaseIterable {
  case find, round, verify, demonstrate
}

/// Whether it is an answer and no failure.
private func saysSomethingWasAltered(_ error: any Error) -> Bool {
  switch error {
  case OfficeProblem.trailBroken, LedgerProblem.broken: true
  default: false
  }
}

extension Int64 {
  fileprivate var shown: String { Int(clamping: self).grouped }
}
