import Core
import Explain
import JSONText

/// What the tests of one document exercise, as people read it.
struct CoverageReport {
  private let coverage: Coverage
  private let session: Session

  init(_ coverage: Coverage, _ session: Session) {
    self.coverage = coverage
    self.session = session
  }

  private var file: String { coverage.file }

  /// One line for the document, one for each article, one for each gap and each part that is no
  /// rule.
  func write() {
    let (seen, all) = coverage.tally
    let percent = Self.percent(coverage.tally)
    let figure = session.output.emphasised(percent, seen == all ? .green : .yellow)
    session.print(
      Bilingual(
        zh: "\(file)：覆盖 \(figure)（\(seen)/\(all)）",
        en: "\(file): \(figure) covered (\(seen)/\(all))"))
    for article in coverage.articles { write(article) }
  }

  private func write(_ article: Coverage.Article) {
    let (seen, all) = article.tally
    let state =
      if article.isNoRule {
        Bilingual(zh: "不是规则", en: "not a rule")
      } else if article.isCovered {
        Bilingual(zh: "已覆盖（\(seen)/\(all)）", en: "covered (\(seen)/\(all))")
      } else {
        Bilingual(zh: "未全覆盖（\(seen)/\(all)）", en: "not all covered (\(seen)/\(all))")
      }
    session.print(
      Bilingual(zh: "  \(article.title.zh)：\(state.zh)", en: "  \(article.title.en): \(state.en)"))
    for item in article.items {
      for point in item.points where !point.isSeen {
        let kind = item.kind.label
        tell(
          item.line,
          Bilingual(
            zh: "\(kind.zh) \(item.id)（\(item.label.zh)）：\(point.missing.zh)",
            en: "\(kind.en) \(item.id) (\(item.label.en)): \(point.missing.en)"))
      }
    }
    for other in article.others {
      let kind = other.kind.label
      tell(
        other.line,
        Bilingual(
          zh: "不是规则，是\(kind.zh)：\(other.label.zh)",
          en: "not a rule but \(kind.en): \(other.label.en)"))
    }
  }

  private func tell(_ line: Int, _ text: Bilingual) {
    session.print(
      Bilingual(zh: "    \(file):\(line)：\(text.zh)", en: "    \(file):\(line): \(text.en)"))
  }

  /// Rounded down, so that 100 % says that nothing is missing.
  private static func percent(_ tally: (seen: Int, all: Int)) -> String {
    tally.all == 0 ? "100%" : "\(tally.seen * 100 / tally.all)%"
  }

  /// The same of all documents for programs.
  static func json(_ all: [Coverage]) -> String {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.key("documents")
      writer.array { writer in
        for coverage in all {
          writer.object { writer in
            writer.member("id", coverage.document)
            writer.member("file", coverage.file)
            write(coverage.tally, to: &writer)
            writer.key("articles")
            writer.array { writer in
              for article in coverage.articles { write(article, to: &writer) }
            }
          }
        }
      }
    }
    return writer.text
  }

  private static func write(_ tally: (seen: Int, all: Int), to writer: inout JSONWriter) {
    writer.key("points")
    writer.integer(tally.all)
    writer.key("covered")
    writer.integer(tally.seen)
  }

  private static func write(_ article: Coverage.Article, to writer: inout JSONWriter) {
    writer.object { writer in
      write("title", article.title, to: &writer)
      writer.key("line")
      writer.integer(article.line)
      writer.member(
        "state", article.isNoRule ? "not-a-rule" : article.isCovered ? "covered" : "open")
      write(article.tally, to: &writer)
      writer.key("missing")
      writer.array { writer in
        for item in article.items {
          for point in item.points where !point.isSeen {
            writer.object { writer in
              writer.member("kind", item.kind.rawValue)
              writer.member("id", item.id)
              write("label", item.label, to: &writer)
              write("missing", point.missing, to: &writer)
              writer.key("line")
              writer.integer(item.line)
            }
          }
        }
      }
      writer.key("notRules")
      writer.array { writer in
        for other in article.others {
          writer.object { writer in
            writer.member("kind", other.kind.rawValue)
            write("label", other.label, to: &writer)
            writer.key("line")
            writer.integer(other.line)
          }
        }
      }
    }
  }

  private static func write(_ key: String, _ text: Bilingual, to writer: inout JSONWriter) {
    writer.key(key)
    writer.object { writer in
      writer.member("zh", text.zh)
      writer.member("en", text.en)
    }
  }
}
