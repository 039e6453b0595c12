package import Core
package import Office

/// A part that somebody plays: the roles they hold, and where. Those who must sign after another
/// have a second.
package enum Part: String, Sendable, CaseIterable {
  case worker
  case enterprise, candidates, institution
  case clerk
  case districtClerk = "clerk-yueqing"
  case reviewer
  case insurance = "reviewer-insurance"
  case market = "reviewer-market"
  case approver
  case secondApprover = "approver-2"
  case finance
  case secondFinance = "finance-2"
  case union, auditor
  case author = "policy-author"
  case administrator = "admin"
  case secondAdministrator = "admin-2"

  /// The name to sign in with.
  package var signIn: String { rawValue }

  package var role: Role {
    switch self {
    case .worker: .worker
    case .enterprise, .candidates: .enterpriseAgent
    case .institution: .institutionAgent
    case .clerk, .districtClerk: .clerk
    case .reviewer, .insurance, .market: .reviewer
    case .approver, .secondApprover: .approver
    case .finance, .secondFinance: .financeOfficer
    case .union: .unionOfficer
    case .auditor: .auditor
    case .author: .policyAuthor
    case .administrator, .secondAdministrator: .administrator
    }
  }

  /// How they are called: nobody has this surname.
  var name: String {
    switch self {
    case .worker: "样劳动"
    case .enterprise: "样经办甲"
    case .candidates: "样经办乙"
    case .institution: "样培训"
    case .clerk: "样受理"
    case .districtClerk: "样乐清"
    case .reviewer: "样审核"
    case .insurance: "样社保"
    case .market: "样监管"
    case .approver: "样审批甲"
    case .secondApprover: "样审批乙"
    case .finance: "样财务甲"
    case .secondFinance: "样财务乙"
    case .union: "样工会"
    case .auditor: "样审计"
    case .author: "样起草"
    case .administrator: "样管理甲"
    case .secondAdministrator: "样管理乙"
    }
  }

  /// The grants of an official; those of the others name parties that are chosen from the town.
  var grants: [Grant] {
    switch self {
    case .worker, .enterprise, .candidates, .institution: []
    case .administrator, .secondAdministrator, .auditor: [Grant(role)]
    case .districtClerk: [Grant(role, region: "330382")]
    case .insurance: [Grant(role, region: "330300", organisation: "social-insurance")]
    case .market: [Grant(role, region: "330300", organisation: "market-regulation")]
    default: [Grant(role, region: "330300"), Grant(role, region: "330502")]
    }
  }

  /// What there is to be seen as this person.
  package var hint: Bilingual {
    switch self {
    case .worker:
      Bilingual(
        zh: "有一项待遇等您同意，有一项已经到账；看看消息和发放记录。",
        en: "One benefit waits for consent, one was paid; see the messages and payments.")
    case .enterprise:
      Bilingual(
        zh: "替几家企业办学徒补贴：草稿、要补正的、可以复核的都有。",
        en: "Acts for firms that train apprentices: a draft, one to be corrected, one refused.")
    case .candidates:
      Bilingual(
        zh: "替参加遴选的企业自评：填分、看审核分的差别。",
        en: "Scores firms that want to be selected, and sees how the review differs.")
    case .institution:
      Bilingual(
        zh: "替培训机构申请补贴。", en: "Applies for a training institution.")
    case .clerk:
      Bilingual(
        zh: "受理申请，办理待公示的名单，处理多发、少发的差额。",
        en: "Accepts applications, opens the next notice, decides on differences.")
    case .districtClerk:
      Bilingual(
        zh: "只管乐清：同一个队列，只看到本地的办件。",
        en: "Works for one district: the same queue with its cases alone.")
    case .reviewer:
      Bilingual(
        zh: "审核、打分，处理公示中的异议。", en: "Reviews, scores, and answers objections.")
    case .insurance:
      Bilingual(
        zh: "社保部门：在联合审查里签署意见。", en: "Signs for the social-insurance bureau in joint checks.")
    case .market:
      Bilingual(
        zh: "市场监管部门：在联合审查里签署意见。",
        en: "Signs for market regulation in joint checks.")
    case .approver:
      Bilingual(
        zh: "审批，可以成批办；大额要两个人签。",
        en: "Approves, many at once; large sums need two signatures.")
    case .secondApprover:
      Bilingual(zh: "大额的第二个签名。", en: "The second signature for large sums.")
    case .finance:
      Bilingual(
        zh: "指标、支付批次、对账单：有一批到账、失败、等待的都有。",
        en: "Budgets, batches, statements: one batch has rows paid, failed and waiting.")
    case .secondFinance:
      Bilingual(
        zh: "复核同事做的批次；自己做的不能自己放行。",
        en: "Releases what the other has made: nobody releases their own.")
    case .union:
      Bilingual(zh: "复核：有一件申请等着维持或改正。", en: "Appeals: one waits to be decided.")
    case .auditor:
      Bilingual(zh: "谁在什么时候看过、办过什么；核对整条记录。", en: "Who saw and did what; verifies the trail.")
    case .author:
      Bilingual(zh: "政策文件：规则、假设、核对结果。", en: "The documents: rules, assumptions, findings.")
    case .administrator:
      Bilingual(
        zh: "账户和角色；有一项授权等另一位确认。", en: "Accounts and roles; proposes what the other confirms.")
    case .secondAdministrator:
      Bilingual(zh: "确认同事提请的授权。", en: "Confirms what the other has proposed.")
    }
  }

  /// Where they go first, below the language.
  package var path: String {
    switch self {
    case .worker, .enterprise, .candidates, .institution: "my/"
    case .auditor: "audit"
    case .author: "policies/"
    case .administrator: "administration/accounts"
    case .secondAdministrator: "administration/grants"
    case .finance, .secondFinance: "desk/payments/"
    default: "desk/"
    }
  }
}
