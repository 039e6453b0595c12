import Core
import Determination

/// What came out, in sentences.
struct NoticeStatement {
  let determination: Determination
  let name: String

  var sentences: [Bilingual] {
    [result] + [reason, granted].compactMap(\.self)
  }

  private var result: Bilingual {
    let label = determination.label
    switch determination.outcome {
    case .entitled:
      guard let amount = determination.amount else {
        return Bilingual(
          zh: "经核定，\(name) 可以享受“\(label.zh)”。",
          en: "\(name) is entitled to the \(label.en).")
      }
      return Bilingual(
        zh: "经核定，\(name) 可以享受“\(label.zh)”，核定金额 \(amount.words.zh)（人民币\(amount.capitals)）。",
        en: "\(name) is entitled to the \(label.en): \(amount.words.en).")
    case .notEntitled:
      return Bilingual(
        zh: "经核定，\(name) 不能享受“\(label.zh)”。",
        en: "\(name) is not entitled to the \(label.en).")
    case .undetermined:
      return Bilingual(
        zh: "现在还不能确定 \(name) 能不能享受“\(label.zh)”。",
        en: "It cannot be said yet whether \(name) is entitled to the \(label.en).")
    }
  }

  /// What decided against it, or is still open.
  private var reason: Bilingual? {
    switch determination.outcome {
    case .entitled: return nil
    case .notEntitled:
      let failed = determination.because.filter { $0.verdict == .fails }.map(\.label)
      guard !failed.isEmpty else { return nil }
      return Bilingual(
        zh: "不符合：" + failed.map(\.zh).joined(separator: "；") + "。",
        en: "This does not hold: " + failed.map(\.en).joined(separator: "; ") + ".")
    case .undetermined:
      guard !determination.needs.isEmpty else { return nil }
      return Bilingual(
        zh: "还有 \(determination.needs.count) 项事实不知道，会改变结果，列在下面。",
        en: determination.needs.count == 1
          ? "A fact is not known that would change the outcome; it is named below."
          : "\(determination.needs.count) facts are not known that would change the outcome; they are "
            + "named below.")
    }
  }

  private var granted: Bilingual? {
    guard let granted = determination.granted else {
      return Bilingual(
        zh: "此前已发放多少，登记库里没有记载，所以应发多少还不能确定。",
        en:
          "How much was granted already is not on record, so what is still payable cannot be said.")
    }
    guard granted != .zero, let payable = determination.payable else { return nil }
    if payable < .zero {
      let back = Money(fen: -payable.fen)
      return Bilingual(
        zh: "此前已发放 \(granted.words.zh)，多发 \(back.words.zh)，提议退回。",
        en:
          "\(granted.words.en) were granted already, \(back.words.en) too much; it is proposed to "
          + "return them.")
    }
    return Bilingual(
      zh: "此前已发放 \(granted.words.zh)，应发 \(payable.words.zh)。",
      en: "\(granted.words.en) were granted already; \(payable.words.en) are still payable.")
  }
}

extension Money {
  /// `3,000.00 元`, `3,000.00 yuan`.
  var words: Bilingual { Bilingual(zh: grouped + " 元", en: grouped + " yuan") }

  /// With a comma after every third digit, and a minus that is as wide as a digit.
  var grouped: String {
    let text = Money(fen: Int64(clamping: fen.magnitude)).description
    let digits = text.prefix { $0 != "." }
    var result = fen < 0 ? "−" : ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result + text.dropFirst(digits.count)
  }
}
