package import Core
import Office

extension LedgerAct {
  package var kind: Kind {
    switch self {
    case .propose: .propose
    case .confirm: .confirm
    case .decline: .decline
    case .commit: .commit
    case .release: .release
    case .settle: .settle
    case .takeBack: .takeBack
    case .demand: .demand
    case .recover: .recover
    case .waive: .waive
    case .carryOver: .carryOver
    }
  }

  /// The shares it names, if it names any.
  var shares: [BudgetShare] {
    switch self {
    case .commit(_, let shares), .release(_, let shares), .settle(_, let shares),
      .takeBack(_, let shares), .demand(_, let shares, _):
      shares
    case .propose, .confirm, .decline, .recover, .waive, .carryOver: []
    }
  }

  /// The number of the earlier entry it answers, if it answers one.
  var about: Int64? {
    switch self {
    case .confirm(let number), .decline(let number), .recover(let number, _),
      .waive(let number, _):
      number
    case .propose, .commit, .release, .settle, .takeBack, .demand, .carryOver: nil
    }
  }
}

extension LedgerAct.Kind {
  package var label: Bilingual {
    switch self {
    case .propose: Bilingual(zh: "申请下达指标", en: "appropriation proposed")
    case .confirm: Bilingual(zh: "下达指标", en: "appropriation")
    case .decline: Bilingual(zh: "不予下达", en: "appropriation declined")
    case .commit: Bilingual(zh: "承诺", en: "commitment")
    case .release: Bilingual(zh: "释放承诺", en: "release")
    case .settle: Bilingual(zh: "支付", en: "payment")
    case .takeBack: Bilingual(zh: "退汇", en: "payment returned")
    case .demand: Bilingual(zh: "追回通知", en: "claw-back claimed")
    case .recover: Bilingual(zh: "追回到账", en: "claw-back received")
    case .waive: Bilingual(zh: "核销追回", en: "claim dropped")
    case .carryOver: Bilingual(zh: "年终结转", en: "year-end carry-over")
    }
  }

  /// The roles that may do it here; `nil` where the procedure of the case decides.
  var roles: Set<Role>? {
    switch self {
    case .propose: [.financeOfficer]
    case .confirm, .decline: [.financeOfficer, .approver]
    case .carryOver: [.financeOfficer, .system]
    case .commit, .release, .settle, .takeBack, .demand, .recover, .waive: nil
    }
  }
}
