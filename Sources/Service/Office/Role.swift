package import Core

/// What somebody may be for the service. A person may hold several; each act is done in one.
package enum Role: String, Sendable, CaseIterable, Hashable {
  case worker
  case enterpriseAgent = "enterprise-agent"
  case institutionAgent = "institution-agent"
  case unionOfficer = "union-officer"
  case clerk
  case reviewer
  case approver
  case financeOfficer = "finance-officer"
  case policyAuthor = "policy-author"
  case auditor
  case administrator
  /// The service itself: deadlines that pass, statements that are matched. Nobody signs in as it.
  case system

  package var label: Bilingual {
    switch self {
    case .worker: Bilingual(zh: "劳动者", en: "worker")
    case .enterpriseAgent: Bilingual(zh: "企业经办人", en: "enterprise agent")
    case .institutionAgent: Bilingual(zh: "机构经办人", en: "institution agent")
    case .unionOfficer: Bilingual(zh: "工会干部", en: "union officer")
    case .clerk: Bilingual(zh: "受理员", en: "clerk")
    case .reviewer: Bilingual(zh: "审核员", en: "reviewer")
    case .approver: Bilingual(zh: "审批人", en: "approver")
    case .financeOfficer: Bilingual(zh: "财务人员", en: "finance officer")
    case .policyAuthor: Bilingual(zh: "政策起草人", en: "policy author")
    case .auditor: Bilingual(zh: "审计人员", en: "auditor")
    case .administrator: Bilingual(zh: "系统管理员", en: "administrator")
    case .system: Bilingual(zh: "系统", en: "the service")
    }
  }

  /// Whether whoever holds it acts for the state, and so needs a second factor to sign in.
  package var isOfficial: Bool {
    switch self {
    case .worker, .enterpriseAgent, .institutionAgent, .system: false
    case .unionOfficer, .clerk, .reviewer, .approver, .financeOfficer, .policyAuthor, .auditor,
      .administrator:
      true
    }
  }
}
