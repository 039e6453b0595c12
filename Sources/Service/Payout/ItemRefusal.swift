package import Core

/// Why one row was not taken into a batch; the others are.
package enum ItemRefusal: String, Sendable, CaseIterable, Hashable {
  case otherRegion = "other-region"
  case unfit
  case underWay = "under-way"
  case paid
  case entitlementUnderWay = "entitlement-under-way"
  case changed
  case unresolved
  case notFailed = "not-failed"
  case notInDraft = "not-in-draft"
  case notPayable = "not-payable"

  /// Stable.
  package var code: String {
    switch self {
    case .otherRegion: "PAY101"
    case .unfit: "PAY102"
    case .underWay: "PAY103"
    case .paid: "PAY104"
    case .entitlementUnderWay: "PAY105"
    case .changed: "PAY106"
    case .unresolved: "PAY107"
    case .notFailed: "PAY108"
    case .notInDraft: "PAY109"
    case .notPayable: "PAY110"
    }
  }

  /// What is wrong; the line's detail says more.
  package var message: Bilingual {
    switch self {
    case .otherRegion:
      Bilingual(zh: "不属于这一批的地区", en: "it belongs to another region than the batch")
    case .unfit: Bilingual(zh: "收款信息不完整或有误", en: "the payee's particulars cannot be sent")
    case .underWay: Bilingual(zh: "这件事已在付款中", en: "a payment for this case is under way")
    case .paid: Bilingual(zh: "这件事已经付过", en: "this case has been paid")
    case .entitlementUnderWay:
      Bilingual(
        zh: "同一项待遇已由另一件事在付款中",
        en: "the same entitlement is under way for another case")
    case .changed:
      Bilingual(
        zh: "金额、对象或待遇与上一次不同",
        en: "amount, person or entitlement differ from the attempt before")
    case .unresolved:
      Bilingual(
        zh: "银行称先前一次已付，尚待处理",
        en: "the bank says that an earlier attempt was paid, and nobody has looked into it")
    case .notFailed:
      Bilingual(
        zh: "上一次还没有确定失败或退回",
        en: "the attempt before has neither failed nor come back for certain")
    case .notInDraft: Bilingual(zh: "这一批里没有这件事", en: "the batch does not hold this case")
    case .notPayable:
      Bilingual(zh: "这件事现在不是待支付", en: "this case is not to be paid now")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .otherRegion: Bilingual(zh: "请加入该地区的批次。", en: "Add it to a batch of its region.")
    case .unfit: Bilingual(zh: "请改正后再加入。", en: "Correct it and add it again.")
    case .underWay, .entitlementUnderWay:
      Bilingual(
        zh: "不要再加；请等银行回音。", en: "Do not add it again; wait for the bank's answer.")
    case .paid:
      Bilingual(
        zh: "不要再付；差额请另立案件。", en: "Do not pay it again; what is still due is a case of its own.")
    case .changed:
      Bilingual(
        zh: "重付只能改收款账户；其余请另立案件。",
        en: "Only the payee's account may differ; all else is a case of its own.")
    case .unresolved:
      Bilingual(
        zh: "请先处理那条对账记录，不要重付。",
        en: "Resolve that statement entry first; do not try again.")
    case .notFailed:
      Bilingual(
        zh: "请先导入对账单，或由两人认定失败。",
        en: "Take in the statements first, or have two officers declare it failed.")
    case .notInDraft, .notPayable:
      Bilingual(zh: "请刷新页面后再选。", en: "Open the page anew and choose again.")
    }
  }
}

/// What became of one row of an act on many.
package struct PayoutLine: Sendable, Equatable {
  package let subject: String
  /// `nil` where it was done.
  package let refusal: ItemRefusal?
  /// What stands against it, as the number of a batch or what is wrong with an account.
  package let detail: Bilingual

  package init(_ subject: String, _ refusal: ItemRefusal? = nil, _ detail: Bilingual = .init("")) {
    self.subject = subject
    self.refusal = refusal
    self.detail = detail
  }
}
