package import Core

extension LedgerProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .insufficientFunds: "LED001"
    case .closedYear: "LED002"
    case .unknownBudget: "LED003"
    case .keyReused: "LED004"
    case .moreThanCommitted: "LED005"
    case .moreThanPaid: "LED006"
    case .moreThanDemanded: "LED007"
    case .ownAppropriation: "LED008"
    case .roleMayNot: "LED009"
    case .notPositive: "LED010"
    case .instalmentsDiffer: "LED011"
    case .severalUnits: "LED012"
    case .unknownProposal: "LED013"
    case .alreadyDecided: "LED014"
    case .unknownDemand: "LED015"
    case .yearNotLater: "LED016"
    case .unsoundSplit: "LED017"
    case .tooLarge: "LED018"
    case .unbalanced: "LED019"
    case .broken: "LED020"
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .insufficientFunds:
      Bilingual(
        zh: "请追加指标、释放不再需要的承诺，或改用其他资金。",
        en: "Raise the appropriation, release what is no longer needed, or use another fund.")
    case .closedYear:
      Bilingual(zh: "请使用结转后年度的指标。", en: "Use the budget of the year it was carried over to.")
    case .unknownBudget:
      Bilingual(
        zh: "请核对资金、年度和单位，或先下达指标。",
        en: "Check fund, year and unit, or have the appropriation made first.")
    case .keyReused:
      Bilingual(zh: "请重新打开页面，确认后再办。", en: "Open the page anew and check before you go on.")
    case .moreThanCommitted:
      Bilingual(
        zh: "请核对案件的承诺和已付金额。", en: "Check what the case has committed and what was paid.")
    case .moreThanPaid:
      Bilingual(
        zh: "请核对已付金额；已发追回通知的，先核销追回。",
        en: "Check what was paid; drop a claim on it first where there is one.")
    case .moreThanDemanded:
      Bilingual(zh: "多收的部分请退还付款人。", en: "Give back to the payer what is too much.")
    case .ownAppropriation:
      Bilingual(zh: "请由另一人确认。", en: "Another person has to confirm it.")
    case .roleMayNot:
      Bilingual(zh: "请由有权的人员办理。", en: "Ask somebody whose role allows it.")
    case .notPositive: Bilingual(zh: "请填写大于零的金额。", en: "Enter an amount above zero.")
    case .instalmentsDiffer:
      Bilingual(zh: "请调整分期，使合计等于总额。", en: "Change the instalments until they add up.")
    case .severalUnits: Bilingual(zh: "请分开追回。", en: "Make a claim for each unit.")
    case .unknownProposal, .alreadyDecided, .unknownDemand:
      Bilingual(zh: "请刷新列表后再选。", en: "Load the list again and choose from it.")
    case .yearNotLater:
      Bilingual(zh: "请选择更晚且未关闭的年度。", en: "Choose a later year that is not closed.")
    case .unsoundSplit:
      Bilingual(
        zh: "各方份额不得为负，每个指标只列一次，单位相同，合计须等于分母。",
        en:
          "No share is below zero, each budget stands once, all are in one unit, and the shares add up to the denominator."
      )
    case .tooLarge: Bilingual(zh: "请核对金额。", en: "Check the amount.")
    case .unbalanced:
      Bilingual(
        zh: "请把这段文字报告给维护者；数据没有改动。",
        en: "Report this text to the maintainers; no data was changed.")
    case .broken:
      Bilingual(
        zh: "请停止支付，保全数据库文件，与备份核对，并报告审计部门。",
        en:
          "Stop payments, keep the database file as it is, compare it with backups, and tell the auditors."
      )
    }
  }
}
