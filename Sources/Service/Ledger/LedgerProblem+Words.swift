package import Core
import Office

extension LedgerProblem: WordedProblem {
  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .insufficientFunds(let budget, let free, let asked):
      amounts(
        budget, free, asked, zh: { "\($0)可用 \($1)，不足 \($2)" },
        en: { "\($0) has \($1) free; \($2) was asked" })
    case .closedYear(let budget):
      Bilingual(zh: "\(budget.text.zh)已结转关闭", en: "\(budget.text.en) is closed")
    case .unknownBudget(let budget):
      Bilingual(zh: "没有\(budget.text.zh)", en: "there is no such budget: \(budget.text.en)")
    case .keyReused(let key):
      Bilingual(
        zh: "键 \(key) 已用于另一笔业务", en: "the key \(key) already stands for another act")
    case .moreThanCommitted(let subject, let budget, let committed, let asked):
      amounts(
        budget, committed, asked, zh: { "案件 \(subject) 在\($0)承诺 \($1)，少于 \($2)" },
        en: { "case \(subject) has \($1) committed in \($0); \($2) was asked" })
    case .moreThanPaid(let subject, let budget, let paid, let asked):
      amounts(
        budget, paid, asked, zh: { "案件 \(subject) 在\($0)已付且未追回 \($1)，少于 \($2)" },
        en: { "case \(subject) was paid \($1) from \($0) that is not claimed; \($2) was asked" })
    case .moreThanDemanded(let demand, let unit, let open, let asked):
      Bilingual(
        zh: "追回 \(demand) 号尚欠 \(unit.text(open).zh)，少于 \(unit.text(asked).zh)",
        en: "of claim \(demand) \(unit.text(open).en) is open; \(unit.text(asked).en) was asked")
    case .ownAppropriation(let proposal):
      Bilingual(
        zh: "指标申请 \(proposal) 号由您本人提出", en: "you proposed appropriation \(proposal) yourself")
    case .roleMayNot(let role, let kind):
      Bilingual(
        zh: "\(role.label.zh)无权办理“\(kind.label.zh)”",
        en: "acting as \(role.label.en) does not allow this: \(kind.label.en)")
    case .notPositive: Bilingual(zh: "金额须大于零", en: "an amount must be above zero")
    case .instalmentsDiffer(let unit, let instalments, let demanded):
      Bilingual(
        zh: "分期合计 \(unit.text(instalments).zh)，追回总额 \(unit.text(demanded).zh)，两者不等",
        en:
          "the instalments come to \(unit.text(instalments).en), the claim to \(unit.text(demanded).en)"
      )
    case .severalUnits: Bilingual(zh: "一笔追回只能用一种单位", en: "a claim is in one unit")
    case .unknownProposal(let number):
      Bilingual(zh: "没有 \(number) 号指标申请", en: "there is no proposed appropriation \(number)")
    case .alreadyDecided(let number):
      Bilingual(
        zh: "指标申请 \(number) 号已有决定", en: "appropriation \(number) was already decided on")
    case .unknownDemand(let number):
      Bilingual(zh: "没有 \(number) 号追回", en: "there is no claim \(number)")
    case .yearNotLater(let budget, let year):
      Bilingual(
        zh: "\(budget.text.zh)不能结转到 \(year) 年度",
        en: "\(budget.text.en) cannot be carried over to \(year)")
    case .unsoundSplit: Bilingual(zh: "分担比例不成立", en: "the shares of the split are not sound")
    case .tooLarge: Bilingual(zh: "金额超出可记范围", en: "the amount is too large to be recorded")
    case .unbalanced(let entry):
      Bilingual(zh: "第 \(entry) 号分录不成立", en: "entry \(entry) would not be sound")
    case .broken(let rule, let entry):
      Bilingual(
        zh: "账本自第 \(entry) 号分录起对不上：\(rule.label.zh)",
        en: "the ledger does not hold from entry \(entry) on: \(rule.label.en)")
    }
  }

  private func amounts(
    _ budget: Budget, _ there: Int64, _ asked: Int64, zh: (String, String, String) -> String,
    en: (String, String, String) -> String
  ) -> Bilingual {
    let (has, wants) = (budget.unit.text(there), budget.unit.text(asked))
    return Bilingual(
      zh: zh(budget.text.zh, has.zh, wants.zh), en: en(budget.text.en, has.en, wants.en))
  }
}
