package import Core

/// The accounts of a budget. Each entry adds up to zero within every budget it touches, so that the
/// sums of all accounts of a budget are zero at any time.
package enum BudgetAccount: String, Sendable, CaseIterable, Hashable {
  // The source. With the sign turned, the three together are the appropriation.
  /// What was granted; never above zero.
  case granted
  /// What came from another year (below zero) or went to one (above).
  case carried
  /// What went back to the treasury; never below zero.
  case returned

  // The use, never below zero: together the appropriation.
  case free
  case committed
  case paid

  // Claims, beside the money: always the opposite of each other.
  /// What is to be given back; never below zero.
  case receivable
  case claimed

  package var label: Bilingual {
    switch self {
    case .granted: Bilingual(zh: "下达", en: "granted")
    case .carried: Bilingual(zh: "结转", en: "carried over")
    case .returned: Bilingual(zh: "上缴", en: "returned to the treasury")
    case .free: Bilingual(zh: "可用", en: "free")
    case .committed: Bilingual(zh: "已承诺", en: "committed")
    case .paid: Bilingual(zh: "已支付", en: "paid")
    case .receivable: Bilingual(zh: "应追回", en: "to be recovered")
    case .claimed: Bilingual(zh: "追回对应", en: "claimed")
    }
  }

  /// Where a balance below zero would mean that something was spent that was not there.
  var isNeverNegative: Bool {
    switch self {
    case .granted, .carried, .claimed: false
    case .returned, .free, .committed, .paid, .receivable: true
    }
  }

  /// Where the part of each subject is never below zero either.
  var isNeverNegativeBySubject: Bool {
    switch self {
    case .granted, .carried, .returned, .free, .claimed: false
    case .committed, .paid, .receivable: true
    }
  }
}

/// A balance for every account.
package struct Balances: Sendable, Equatable {
  private var values = [Int64](repeating: 0, count: BudgetAccount.allCases.count)

  package init() {}

  package subscript(account: BudgetAccount) -> Int64 {
    get { values[account.place] }
    set { values[account.place] = newValue }
  }
}

extension BudgetAccount {
  fileprivate var place: Int {
    switch self {
    case .granted: 0
    case .carried: 1
    case .returned: 2
    case .free: 3
    case .committed: 4
    case .paid: 5
    case .receivable: 6
    case .claimed: 7
    }
  }
}
