package import Core

/// Where an entry of a statement has come to rest.
package enum EntryPlace: String, Sendable, CaseIterable, Hashable {
  /// It says what became of an instruction.
  case matched
  /// The bank has said the same before; passed over.
  case duplicate
  /// Money came back before the bank said that it left; taken in as soon as it does.
  case held
  /// Announced, not booked: without effect.
  case noted
  /// For a person to resolve.
  case unmatched
  /// Two officers found that it has to do with no payment of ours.
  case notOurs = "not-ours"

  package var label: Bilingual {
    switch self {
    case .matched: Bilingual(zh: "已对上", en: "matched")
    case .duplicate: Bilingual(zh: "重复", en: "duplicate")
    case .held: Bilingual(zh: "等待付款入账", en: "held")
    case .noted: Bilingual(zh: "未入账", en: "noted")
    case .unmatched: Bilingual(zh: "待处理", en: "unmatched")
    case .notOurs: Bilingual(zh: "与我方无关", en: "not ours")
    }
  }
}

/// Why an entry awaits a person.
package enum UnmatchedCause: String, Sendable, CaseIterable, Hashable {
  /// It names no payment as we name ours.
  case foreign
  /// It is named as ours are, and there is none of that name in the region.
  case unknown
  case amount
  /// Money came in for a payment of ours, and nothing says that it came back.
  case receipt
  /// The bank speaks of a payment that has not been sent.
  case notSent = "not-sent"
  /// It cannot have happened after what the bank said before.
  case contradiction
  /// The bank used its reference before, for something else.
  case conflict
  /// Refused as a repetition (AM05): the first may have been paid.
  case inconclusive

  package var label: Bilingual {
    switch self {
    case .foreign: Bilingual(zh: "没有我方流水号", en: "it names no payment of ours")
    case .unknown: Bilingual(zh: "流水号不在本地区的付款中", en: "no payment of the region has that id")
    case .amount: Bilingual(zh: "金额不符", en: "the amount differs")
    case .receipt: Bilingual(zh: "有款入账而未说明是退汇", en: "money came in that is not said to come back")
    case .notSent: Bilingual(zh: "这笔付款还没有发送", en: "the payment has not been sent")
    case .contradiction:
      Bilingual(zh: "与银行先前所说矛盾", en: "it contradicts what the bank said before")
    case .conflict:
      Bilingual(zh: "银行流水号曾用于另一笔", en: "the bank's reference stood for something else before")
    case .inconclusive:
      Bilingual(zh: "银行称重复，前一次可能已付", en: "refused as a repetition: the first may have been paid")
    }
  }
}
