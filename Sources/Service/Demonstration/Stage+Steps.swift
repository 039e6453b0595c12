import BankFiles
import Bureau
import Casework
import Core
import Determination
import Determinations
import Office
import PolicyPlan

/// What happens to many cases at once, gathered while a day goes on.
struct Gathered {
  var announced: [String] = []
  var batched: [String] = []
  var bank: [(number: String, kind: StatementEntry.Kind, reason: String?)] = []
}

extension Stage {
  /// One step of one case.
  mutating func perform(_ step: Step, of play: Play) throws {
    switch step {
    case .apply: try apply(play)
    case .follow: try follow(play)
    case .notice: gathered.announced.append(try number(play))
    case .batch: gathered.batched.append(try number(play))
    case .bank(let kind, let reason): gathered.bank.append((try number(play), kind, reason))
    case .object(let text): try object(text, to: number(play))
    case .party(let transition, let reason):
      try act(transition, on: number(play), because: reason, by: play.party)
    case .official(let transition, let part, let reason):
      let (number, signer) = (try number(play), try cast.signer(part))
      try bureau.office.write { connection in
        _ = try bureau.casework.take(number, by: signer, connection)
        _ = try bureau.casework.act(
          transition, on: number, reason: reason, by: signer, connection)
      }
    case .account, .evidence, .ownScores: try give(step, of: play)
    case .reviewScores: try review(play)
    case .instalments: try agree(play)
    case .recovered: try recover(play)
    }
  }

  func number(_ play: Play) throws -> String {
    guard let number = play.number else { throw CaseworkProblem.unknownCase(play.course.goal) }
    return number
  }

  private func act(
    _ transition: String, on number: String, because reason: String, by signer: Signer
  ) throws {
    try bureau.office.write { connection in
      _ = try bureau.casework.act(
        transition, on: number, reason: reason, by: signer, connection)
    }
  }

  private func apply(_ play: Play) throws {
    guard case .applied(let organisation, let procedure) = play.beginning else { return }
    let opening = try bureau.openings(for: organisation).first { $0.isFree(by: procedure) }
    guard let opening else {
      throw DemonstrationProblem.townTooSmall(
        Bilingual(zh: "\(organisation) 可以申请的", en: "what \(organisation) can apply for"))
    }
    let determination = opening.determination
    play.number = try bureau.apply(
      for: organisation, benefit: determination.benefit, owner: opening.owner,
      subject: determination.subject, key: "\(organisation)/\(clock.now.microseconds)",
      by: play.party
    ).number
  }

  /// What the party adds to its case.
  private func give(_ step: Step, of play: Play) throws {
    let (number, party) = (try number(play), play.party)
    try bureau.office.write { connection in
      switch step {
      case .evidence:
        _ = try bureau.casework.attach(
          "材料.pdf", SamplePDF.bytes(number), to: number, by: party, connection)
      case .ownScores:
        let items = try bureau.casework.scores(of: number, connection)
        let most = try mostPoints(of: bureau.casework.record(number, connection))
        try bureau.casework.set(
          items.enumerated().map { index, line in
            let all = most[line.item] ?? .zero
            return ItemScore(
              item: line.item, points: index % 2 == 0 ? all : min(all, Decimal128(1)),
              note: "见材料第 \(index + 1) 页")
          }, .own, of: number, by: party, connection)
      default:
        let record = try bureau.casework.record(number, connection)
        // No bank is called so, and the digits say nothing but the case.
        let digits = number.filter(\.isNumber)
        try bureau.casework.set(
          PayeeAccount(bank: "样品银行", holder: record.partyName, number: "330000" + digits),
          of: number, by: party, connection)
      }
    }
  }

  /// The most that the items of a sheet can bring; those that take off are left out.
  private func mostPoints(of record: CaseRecord) -> [String: Decimal128] {
    let benefit = bureau.rules.plans.flatMap(\.benefits)
      .first { $0.id == record.entitlement.benefit }
    guard case .score(let sheet)? = benefit?.payment else { return [:] }
    return sheet.items.reduce(into: [:]) { $0[$1.rule.id] = $1.maximum }
  }

  /// The reviewer gives most items what the party gave, and some of them less.
  private func review(_ play: Play) throws {
    let (number, reviewer) = (try number(play), try cast.signer(.reviewer))
    try bureau.office.write { connection in
      _ = try bureau.casework.take(number, by: reviewer, connection)
      let lines = try bureau.casework.scores(of: number, connection)
      try bureau.casework.set(
        lines.enumerated().map { index, line in
          let own = line.own?.points ?? .zero
          let isLess = index % 4 == 0 && own > .zero
          return ItemScore(
            item: line.item, points: isLess ? .zero : own, note: isLess ? "材料不能证明" : "")
        }, .review, of: number, by: reviewer, connection)
    }
  }

  private func object(_ text: String, to number: String) throws {
    guard let place = rows[number] else { throw CaseworkProblem.notInNotice(number) }
    let anybody = try cast.signer(.worker)
    try bureau.office.write { connection in
      try bureau.casework.object(
        to: place.notice, rows: [place.row], text: text, contact: "15400000000", by: anybody,
        connection)
    }
  }
}
