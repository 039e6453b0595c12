import Bureau
import Casework
import Core
import Ledger
import Office
import Pages
import PolicyPlan
import Procedures
import Store

extension CaseRoutes {
  /// What identifies a case, and where it is bound to: its rules, its facts, its notice.
  func facts(
    _ detail: Casework.Detail, taker: String?, _ connection: borrowing Connection
  ) throws -> [CaseView.Fact] {
    let record = detail.record
    let party = record.entitlement.party
    var facts = [
      CaseView.Fact(Bilingual(zh: "流程", en: "procedure"), detail.procedure.label),
      CaseView.Fact(Bilingual(zh: "类别", en: "kind"), record.kind.label),
      CaseView.Fact(
        Bilingual(zh: "当事人", en: "party"), Bilingual("\(record.partyName)（\(party)）"),
        path: "parties/\(party)"),
      CaseView.Fact(
        Bilingual(zh: "事项", en: "subject"), Bilingual(record.entitlement.subject ?? "—")),
      CaseView.Fact(Bilingual(zh: "地区", en: "region"), Region.name(of: record.region)),
      CaseView.Fact(Bilingual(zh: "核定日", en: "determined on"), Bilingual("\(record.basis.on)")),
      CaseView.Fact(
        Bilingual(zh: "登记库版本", en: "registry change"), Bilingual("\(record.basis.change)")),
      CaseView.Fact(
        Bilingual(zh: "规则", en: "rules"), Bilingual(String(record.basis.plan.prefix(12)))),
      CaseView.Fact(Bilingual(zh: "领办", en: "taken by"), Bilingual(taker ?? "—")),
    ]
    if let account = try desk.bureau.casework.account(of: record.number, connection) {
      facts.append(
        CaseView.Fact(
          Bilingual(zh: "收款账户", en: "account"),
          Bilingual("\(account.bank) \(CaseRoutes.masked(account.number))")))
    }
    if let notice = try desk.bureau.casework.openNotice(of: record.number, connection) {
      facts.append(
        CaseView.Fact(
          Bilingual(zh: "公示", en: "public notice"), Bilingual(notice.number),
          path: "notices/\(notice.number)"))
    }
    if let parent = record.parent {
      facts.append(
        CaseView.Fact(
          Bilingual(zh: "原办件", en: "follows from"), Bilingual(parent),
          path: "desk/cases/\(parent)"))
    }
    return facts
  }

  /// Both sides of every item of the sheet.
  func scores(
    _ record: CaseRecord, _ connection: borrowing Connection
  ) throws -> [ScoreLine] {
    let words = ScoreWords(desk.model.plans, record)
    return try desk.bureau.casework.scores(of: record.number, connection).map { score in
      ScoreLine(
        item: score.item, label: words.label(score.item),
        most: words.item(score.item)?.maximum?.description,
        own: score.own?.points.description, review: score.review?.points.description,
        difference: score.difference?.description, note: score.own?.note ?? "",
        remark: score.review?.note ?? "")
    }
  }

  /// What is still to come in on a claw-back, for a finance officer of its region.
  func outstanding(
    _ record: CaseRecord, _ actor: Actor, _ connection: borrowing Connection
  ) throws -> Money? {
    guard record.kind == .clawBack, actor.may(.financeOfficer, region: record.region) else {
      return nil
    }
    let open = try desk.bureau.ledger.demands(
      ofSubject: record.parent ?? record.number, connection
    ).reduce(Int64(0)) { $0 + $1.open }
    return open > 0 ? Money(fen: open) : nil
  }
}
