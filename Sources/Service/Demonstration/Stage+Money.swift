import BankFiles
import Bureau
import Casework
import Core
import Ledger
import Office
import Payout

extension Stage {
  /// Notices, batches and statements of a day.
  mutating func gather(_ day: Int) throws {
    let today = gathered
    gathered = Gathered()
    try announce(today.announced, day)
    if !today.batched.isEmpty { try pay(today.batched, day) }
    if !today.bank.isEmpty { try hear(today.bank, day) }
  }

  /// A notice for the cases of each city.
  private mutating func announce(_ numbers: [String], _ day: Int) throws {
    let clerk = try cast.signer(.clerk)
    let records = try bureau.office.read { connection in
      try numbers.map { try bureau.casework.record($0, connection) }
    }
    for (region, kind) in [
      ("330300", Bilingual(zh: "技能人才待遇拟发放名单", en: "Benefits for skilled workers, to be paid")),
      ("330502", Bilingual(zh: "技能型企业拟入选名单", en: "Skill-oriented enterprises, to be selected")),
    ] {
      let own = records.filter { $0.region.isRegion(within: region) }.map(\.number)
      guard !own.isEmpty else { continue }
      clock.advance(seconds: 600)
      let date = Season.date(day)
      let notice = try bureau.office.write { connection in
        for number in own { _ = try bureau.casework.take(number, by: clerk, connection) }
        return try bureau.casework.announce(
          own,
          title: Bilingual(zh: "\(kind.zh)（\(date)）", en: "\(kind.en) (\(date))"),
          region: region, days: Season.Notice.days, isPerson: bureau.isPerson, by: clerk, connection
        )
      }
      for (index, number) in own.enumerated() { rows[number] = (notice.number, index + 1) }
    }
  }

  /// A batch; the last of the month waits for its second officer.
  private func pay(_ numbers: [String], _ day: Int) throws {
    let (maker, checker) = (try cast.signer(.finance), try cast.signer(.secondFinance))
    try bureau.office.write { connection in
      let batch = try bureau.payout.draft(
        region: "330300",
        payer: BankAccount(name: "样品市财政专户", number: "3300000000001", bank: "样品银行"),
        day: Season.date(day), key: "draft/\(day)", by: maker, connection)
      let lines = try bureau.collect(
        numbers, into: batch, key: "collect/\(day)", by: maker, connection)
      if let refused = lines.first(where: { $0.refusal != nil }) {
        throw CaseworkProblem.unknownCase(refused.subject)
      }
      guard day < Season.Batch.third else { return }
      clock.advance(seconds: 1_200)
      try bureau.payout.release(batch, key: "release/\(day)", by: checker, connection)
      clock.advance(seconds: 300)
      _ = try bureau.export(batch, as: .table(.utf8), by: maker, connection)
    }
  }

  /// A statement of the bank, with something in it that belongs to no case.
  private func hear(
    _ said: [(number: String, kind: StatementEntry.Kind, reason: String?)], _ day: Int
  ) throws {
    let maker = try cast.signer(.finance)
    try bureau.office.write { connection in
      var entries = try said.enumerated().map { index, entry in
        let last = try bureau.payout.instructions(for: entry.number, connection).last
        return StatementEntry(
          reference: "S\(day)-\(index + 1)", kind: entry.kind, fen: last?.amount ?? 0,
          endToEndID: last?.endToEndID, day: Season.date(day), reason: entry.reason)
      }
      if day == Season.Batch.secondPaid {
        entries.append(
          StatementEntry(
            reference: "S\(day)-X", kind: .return, fen: 88_800, day: Season.date(day),
            reason: "附言不清"))
      }
      _ = try bureau.payout.takeIn(
        BankStatement(id: "S\(day)", entries: entries), name: "对账单-\(Season.date(day)).csv",
        region: "330300", key: "statement/\(day)", by: maker, connection)
      for batch in try bureau.payout.batches(
        [.settled], region: "330300", limit: 10, connection)
      where day == Season.Batch.firstPaid {
        try bureau.payout.close(batch, key: "close/\(batch)", by: maker, connection)
      }
    }
  }

  /// Budgets: granted on the second day by two officers, and one change that waits for the second.
  mutating func money(_ day: Int) throws {
    let (maker, checker) = (try cast.signer(.finance), try cast.signer(.secondFinance))
    let fund = bureau.setup.funding
    func propose(_ region: String, yuan: Int64) throws -> Int64 {
      clock.advance(seconds: 60)
      return try bureau.office.write { connection in
        try bureau.ledger.post(
          .propose(
            Budget(fund: fund.fund(of: region), year: Season.first.year), change: yuan * 100),
          key: "propose/\(region)/\(day)", by: maker, connection
        ).number
      }
    }
    switch day {
    case 1:
      for region in Stage.districts {
        let entry = try propose(region, yuan: region == "330300" ? 1_200_000 : 150_000)
        clock.advance(seconds: 60)
        _ = try bureau.office.write { connection in
          try bureau.ledger.post(
            .confirm(proposal: entry), key: "confirm/\(region)", by: checker, connection)
        }
      }
    case Season.last: _ = try propose("330382", yuan: 60_000)
    default: break
    }
  }

  /// The city and its counties and districts, each with a fund of its own.
  private static let districts = [
    "330300", "330302", "330303", "330304", "330305", "330324", "330326", "330327", "330328",
    "330329", "330381", "330382", "330383",
  ]
}
