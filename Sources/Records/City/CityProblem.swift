package import Core

/// Why a total cannot be told.
package enum CityProblem: Error, Sendable, Equatable {
  /// A sum does not fit 64 bits of 分.
  case tooMuch
  /// The totals that were kept cannot be written.
  case notWritable(file: String)
  /// They are not as they were written.
  case damaged(file: String)

  /// Stable.
  package var code: String {
    switch self {
    case .tooMuch: "CITY001"
    case .notWritable: "CITY002"
    case .damaged: "CITY003"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .tooMuch:
      Bilingual(zh: "合计超过可表示的金额", en: "a total exceeds 64 bits of fen")
    case .notWritable(let file):
      Bilingual(zh: "合计文件 \(file) 无法写入", en: "the file of totals \(file) cannot be written")
    case .damaged(let file):
      Bilingual(zh: "合计文件 \(file) 已损坏", en: "the file of totals \(file) is damaged")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .tooMuch:
      Bilingual(
        zh: "请检查政策里的金额：没有哪座城市付得了这么多。",
        en: "Check the sums in the policies: no city pays that much.")
    case .notWritable:
      Bilingual(
        zh: "请检查登记库所在目录的写权限和剩余空间。",
        en: "Check that you may write the folder of the registry and that it has room.")
    case .damaged:
      Bilingual(
        zh: "它没有被使用，各项合计已重新计算。", en: "It was not used; every total was worked out anew.")
    }
  }
}
