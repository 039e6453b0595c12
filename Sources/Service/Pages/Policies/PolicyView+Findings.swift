import Core
import Lint
import PolicyDocument

/// What the linter says of the document, each beside what it is about.
extension PolicyView {
  /// At the head of the page: how much there is, with a link to each.
  var findingOverview: HTML {
    if findings.isEmpty { return .empty }
    return Tag.div(.class("findings")) {
      Tag.h2(.id("findings")) {
        place("审读意见 \(findings.count) 条", "Remarks on the text: \(findings.count)")
      }
      Tag.ul {
        for (index, finding) in findings.enumerated() {
          Tag.li { Tag.a(.href("#finding-\(index + 1)")) { place(finding.message.capitalised) } }
        }
      }
      HTMLBuilder.buildArray(
        findings.indices.filter { findings[$0].range.map(isInFront) ?? true }.map { note($0) })
    }
  }

  /// Findings about the front matter and the file as a whole have no place further down.
  private func isInFront(_ range: SourceRange) -> Bool {
    !document.sections.contains { $0.headingRange.start <= range.start }
  }

  /// Notes on what begins within a stretch of the file, those left out that stand beside a row.
  func notes(in range: SourceRange, besides rows: [SourceRange] = []) -> HTML {
    HTMLBuilder.buildArray(
      positions(in: range).filter { position in
        !rows.contains { holds($0, position) }
      }.map { note($0) })
  }

  /// Notes on a row of a table, as a row of its own.
  func noteRow(on range: SourceRange, columns: Int) -> HTML {
    HTMLBuilder.buildArray(
      positions(in: range).map { position in
        Tag.tr {
          Tag.td(.class("remark"), Attribute("colspan", "\(columns)")) { note(position) }
        }
      })
  }

  private func positions(in range: SourceRange) -> [Int] {
    findings.indices.filter { holds(range, $0) }
  }

  private func holds(_ range: SourceRange, _ position: Int) -> Bool {
    guard let place = findings[position].range else { return false }
    return range.start <= place.start && place.start < max(range.end, range.start + 1)
  }

  private func note(_ position: Int) -> HTML {
    let finding = findings[position]
    return Tag.div(
      .class("assumption finding " + finding.severity.rawValue), .id("finding-\(position + 1)")
    ) {
      Tag.p {
        Tag.strong { place(finding.severity.pageWord) }
        " "
        place(finding.message.capitalised)
        place("。", ".")
      }
      if let example = finding.exampleText {
        Tag.p { place("例：\(example.zh)。", "Example: \(example.en).") }
      }
      Tag.p(.class("small")) {
        place(finding.advice)
        " "
        Tag.code { finding.code }
      }
    }
  }
}

extension Finding.Severity {
  fileprivate var pageWord: Bilingual {
    switch self {
    case .error: Bilingual(zh: "错误", en: "Error")
    case .warning: Bilingual(zh: "请注意", en: "Please note")
    case .note: Bilingual(zh: "提示", en: "Note")
    }
  }
}
