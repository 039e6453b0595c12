import Core
import Office

/// Why two sides cannot be put side by side.
enum CompareProblem: WordedProblem, Equatable {
  /// What was typed is no day.
  case noDay(String)
  /// Nobody determines so far from today.
  case farDay(CivilDate)
  case unknownChange(String)
  /// There is no such party, or none that the reader may see: which is not told.
  case unknownParty(String)
  /// A party that the registry did not know at the time.
  case notKnownThen(name: String)
  /// A worker and an organisation have no benefits in common.
  case otherType(left: Bilingual, right: Bilingual)
  /// Both sides are the same.
  case nothingToCompare

  /// Stable.
  var code: String {
    switch self {
    case .noDay: "CMP001"
    case .farDay: "CMP002"
    case .unknownChange: "CMP003"
    case .unknownParty: "CMP004"
    case .notKnownThen: "CMP005"
    case .otherType: "CMP006"
    case .nothingToCompare: "CMP007"
    }
  }

  /// What is wrong.
  var message: Bilingual {
    switch self {
    case .noDay(let text): Bilingual(zh: "“\(text)”不是日期", en: "“\(text)” is no day")
    case .farDay(let day):
      Bilingual(zh: "\(day) 离今天超过一百年", en: "\(day) is more than a hundred years from today")
    case .unknownChange(let text):
      Bilingual(zh: "登记库里没有第“\(text)”次变更", en: "the registry has no change “\(text)”")
    case .unknownParty(let id):
      Bilingual(
        zh: "登记库里没有编号为“\(id)”的当事人，或者您看不到",
        en: "the registry has no party “\(id)”, or it is not for you to see")
    case .notKnownThen(let name):
      Bilingual(zh: "登记库那时还没有“\(name)”", en: "the registry did not know “\(name)” then")
    case .otherType(let left, let right):
      Bilingual(
        zh: "左边是\(left.zh)，右边是\(right.zh)，没有可以对照的待遇",
        en:
          "on the left is a \(left.en), on the right a \(right.en): they have no benefits in common"
      )
    case .nothingToCompare: Bilingual(zh: "两边完全一样", en: "both sides are the same")
    }
  }

  /// What to do about it.
  var advice: Bilingual {
    switch self {
    case .noDay: Bilingual(zh: "请写成 2025-12-31。", en: "Write one like 2025-12-31.")
    case .farDay: Bilingual(zh: "请写近一些的日期。", en: "Give one that is nearer.")
    case .unknownChange:
      Bilingual(zh: "请从列出的变更里选一次。", en: "Choose one of the changes that are listed.")
    case .unknownParty:
      Bilingual(
        zh: "请先查找对方，编号在其页面的“基本情况”里。",
        en: "Search for the other party; the identifier stands under “Particulars” on its page.")
    case .notKnownThen:
      Bilingual(zh: "请选后来的一次变更，或选“现在”。", en: "Choose a later change, or “now”.")
    case .otherType:
      Bilingual(zh: "请填同一类当事人的编号。", en: "Give the identifier of a party of the same kind.")
    case .nothingToCompare:
      Bilingual(
        zh: "请在右边改动日期、所知的时间或当事人中的一项。",
        en: "On the right, change the day, what was known, or the party.")
    }
  }
}
