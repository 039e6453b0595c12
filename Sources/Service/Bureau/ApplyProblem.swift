package import Core
import Office

/// Why an application cannot be begun.
package enum ApplyProblem: WordedProblem, Sendable, Equatable {
  /// The signer neither is the party nor speaks for it.
  case notForThem
  /// By the facts of today it is not due, or it was granted.
  case notDue(Bilingual)

  /// Stable.
  package var code: String {
    switch self {
    case .notForThem: "BUR030"
    case .notDue: "BUR031"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .notForThem:
      Bilingual(zh: "您不能替他们申请", en: "you cannot apply for them")
    case .notDue(let benefit):
      Bilingual(
        zh: "按今天的记录，现在不能申请\(benefit.zh)",
        en: "by the records of today, this cannot be applied for now: \(benefit.en)")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .notForThem:
      Bilingual(zh: "请由本人或其经办人申请。", en: "They, or an agent of theirs, have to apply.")
    case .notDue:
      Bilingual(
        zh: "请在“我能申请什么”里看哪一条不符合。",
        en: "“What I can apply for” shows which condition does not hold.")
    }
  }
}
