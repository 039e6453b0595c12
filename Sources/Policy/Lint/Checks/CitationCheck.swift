import Core
import Foundation
import PolicyDocument

/// Sources that name an article which the document does not have.
struct CitationCheck {
  private let document: PolicyDocument
  private let names: [String]

  init(_ document: PolicyDocument) {
    self.document = document
    let titles = document.sections.filter { $0.level > 0 }.flatMap { section in
      [section.article, section.title].compactMap { $0 }.flatMap { [$0.zh, $0.en] }
    }
    names = titles.map(\.plain).filter { !$0.isEmpty }
  }

  var findings: [Finding] {
    // An amendment may name articles of what it changes.
    if !document.amendments.isEmpty { return [] }
    return document.parameters.compactMap { row in
      finding(
        row.cites, at: row.range,
        Bilingual(zh: "参数“\(row.name.text)”", en: "the parameter “\(row.name.text)”"))
    }
      + document.stacking.compactMap { rule in
        finding(
          rule.cites, at: rule.id.range,
          Bilingual(zh: "叠加规则“\(rule.label.zh)”", en: "the stacking rule “\(rule.label.en)”"))
      }
  }

  private func finding(_ cites: String?, at range: SourceRange, _ what: Bilingual) -> Finding? {
    let missing = (cites ?? "").citations.filter { source in
      let cited = source.plain
      return cited.isNumbered
        && !names.contains { cited.begins(with: $0) || $0.begins(with: cited) }
    }
    if missing.isEmpty { return nil }
    return Finding(
      .figureWithoutSource, .warning, at: range,
      Bilingual(
        zh: "\(what.zh)的出处“\(missing.joined(separator: "、"))”本文件没有",
        en: "\(what.en) cites “\(missing.joined(separator: ", "))”, which the document does not "
          + "have"),
      Bilingual(
        zh: "改成标题里有的条款；出自别的文件的，写明文件的名称或文号。",
        en: "Name an article that has a heading; of another document give its title or number."))
  }
}

extension String {
  /// Without blanks, brackets all of one width.
  fileprivate var plain: String {
    String(
      filter { !$0.isWhitespace }.map { character in
        switch character {
        case "（": "("
        case "）": ")"
        default: character
        }
      })
  }

  /// Whether another text stands at the beginning, and no number goes on: “Article 12” does not
  /// begin with “Article 1”.
  fileprivate func begins(with other: String) -> Bool {
    hasPrefix(other) && !(dropFirst(other.count).first?.isNumber ?? false)
  }

  /// The single sources of a list.
  fileprivate var citations: [String] {
    split { "、，,；;".contains($0) }.map {
      String($0).trimmingCharacters(in: .whitespaces)
    }
  }

  /// Whether this begins with a place by its number: “第四条”, “附件2”, “Article 4”. What begins with a
  /// name is of another document.
  fileprivate var isNumbered: Bool {
    guard hasPrefix("第") else {
      return ["Article", "Part", "Section", "附件", "附则"].contains { hasPrefix($0) }
    }
    let rest = dropFirst().drop { "一二三四五六七八九十百零〇0123456789".contains($0) }
    return ["条", "款", "项", "部分", "章", "节"].contains { rest.hasPrefix($0) }
  }
}
