package import Core

/// Why there are no statistics.
package enum StatisticsProblem: Error, Sendable, Equatable {
  /// The vocabulary lacks a type or field that the statistics count by.
  case notInVocabulary(String)
  /// No region code of GB/T 2260 for a prefecture or county.
  case notARegion(String)
  /// Nobody of the region is in the registry.
  case emptyRegion(String)
}

extension StatisticsProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .notInVocabulary: "STA001"
    case .notARegion: "STA002"
    case .emptyRegion: "STA003"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .notInVocabulary(let name):
      Bilingual(
        zh: "词汇表里没有统计要用的 \(name)", en: "the vocabulary lacks \(name), which statistics need")
    case .notARegion(let text):
      Bilingual(
        zh: "“\(text)”不是地市或区县的代码", en: "'\(text)' is no code of a prefecture or county")
    case .emptyRegion(let code):
      Bilingual(
        zh: "登记库里没有在 \(code) 工作的技术工人", en: "the registry has no technical worker in \(code)")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .notInVocabulary:
      Bilingual(
        zh: "请用 --home 指明带有本程序词汇表的目录。",
        en: "Name with --home a folder that has this program's vocabulary.")
    case .notARegion:
      Bilingual(
        zh: "请写六位代码，如温州市 330300、鹿城区 330302。",
        en: "Give six digits, such as 330300 for Wenzhou or 330302 for Lucheng.")
    case .emptyRegion:
      Bilingual(
        zh: "请换一个地区，或不写 --region 看全部。", en: "Try another region, or leave --region out.")
    }
  }
}
