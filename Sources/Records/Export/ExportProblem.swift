package import Core

/// Why a table was not written.
package enum ExportProblem: Error, Sendable, Equatable {
  case notWritable(file: String)
  case tooManyRows(file: String, limit: Int)

  /// Stable.
  package var code: String {
    switch self {
    case .notWritable: "EXP001"
    case .tooManyRows: "EXP002"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .notWritable(let file):
      Bilingual(zh: "无法写入 \(file)", en: "\(file) cannot be written")
    case .tooManyRows(let file, let limit):
      Bilingual(
        zh: "\(file) 的行数超过 XLSX 的上限 \(limit)",
        en: "\(file) would have more rows than the \(limit) that XLSX can hold")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .notWritable:
      Bilingual(
        zh: "请检查目录是否存在、是否可写、磁盘是否已满。",
        en: "Check that the folder exists and can be written, and that the disk is not full.")
    case .tooManyRows:
      Bilingual(zh: "请导出为 CSV。", en: "Export it as CSV instead.")
    }
  }
}
