package import Core

/// Why a table of cases cannot be taken back.
package enum CaseProblem: Error, Sendable, Equatable {
  case missingColumns(file: String, [Bilingual])
  case rows(file: String, [CaseFault])
  /// The document has no benefit of which an example is due.
  case nothingToVary(document: String)
}

/// What is wrong with a row of a table of cases.
package struct CaseFault: Sendable, Equatable {
  package let code: String
  package let line: Int
  package let message: Bilingual
  package let advice: Bilingual

  /// `file:3: CAS004: …`.
  package func text(in file: String) -> Bilingual {
    Bilingual(
      zh: "\(file):\(line)：\(code)：\(message.zh)。\(advice.zh)",
      en: "\(file):\(line): \(code): \(message.en). \(advice.en)")
  }
}

extension CaseProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .missingColumns: "CAS001"
    case .rows: "CAS002"
    case .nothingToVary: "CAS003"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .missingColumns(let file, let columns):
      Bilingual(
        zh: "\(file) 的表头缺少：\(columns.map(\.zh).joined(separator: "、"))",
        en: "the header of \(file) lacks: \(columns.map(\.en).joined(separator: ", "))")
    case .rows(let file, let faults):
      Bilingual(
        zh: "\(file) 有 \(faults.count) 行读不懂", en: "\(file): \(faults.count) row(s) make no sense")
    case .nothingToVary(let document):
      Bilingual(
        zh: "\(document) 没有一项待遇有结果为享受的算例",
        en: "no benefit of \(document) has a worked example that is due")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .missingColumns:
      Bilingual(
        zh: "请用 gongjiang boundaries 生成的表，保留它的列名。",
        en: "Use a table that gongjiang boundaries wrote, and keep the names of its columns.")
    case .rows(let file, let faults):
      Bilingual(
        zh: faults.map { $0.text(in: file).zh }.joined(separator: "\n"),
        en: faults.map { $0.text(in: file).en }.joined(separator: "\n"))
    case .nothingToVary:
      Bilingual(
        zh: "请先写至少一个算例，边界从它变出来。",
        en: "Write at least one first: the cases at the edges are made from it.")
    }
  }
}
