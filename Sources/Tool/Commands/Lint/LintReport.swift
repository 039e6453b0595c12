import Core
import JSONText
import Lint

/// What the linter says of one file.
struct LintReport {
  let source: SourceText
  let findings: [Finding]

  func count(_ severity: Finding.Severity) -> Int { findings.count { $0.severity == severity } }

  /// Every finding as people read it, then one line that sums up.
  func write(to session: Session) {
    let console = session.output
    for finding in findings { console.line(finding.rendered(in: source, session.language)) }
    let verdict = LintReport.sum(of: [self])
    let colour: Console.Emphasis = count(.error) > 0 ? .red : .green
    session.output.line(
      "\(source.name)\(session.language == .zh ? "：" : ": ")"
        + console.emphasised(verdict[session.language], findings.isEmpty ? .green : colour))
  }

  static func writeSum(of reports: [LintReport], to session: Session) {
    let sum = sum(of: reports)
    session.print(
      Bilingual(
        zh: "共 \(reports.count) 份：\(sum.zh)", en: "\(reports.count) files in all: \(sum.en)"))
  }

  private static func sum(of reports: [LintReport]) -> Bilingual {
    let counts = Finding.Severity.allCases.map { severity in
      reports.reduce(0) { $0 + $1.count(severity) }
    }
    if counts.allSatisfy({ $0 == 0 }) {
      return Bilingual(zh: "没有发现问题", en: "nothing to say")
    }
    return Bilingual(
      zh: "\(counts[0]) 个错误，\(counts[1]) 个警告，\(counts[2]) 个提示",
      en: "errors \(counts[0]), warnings \(counts[1]), notes \(counts[2])")
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("file", source.name)
      for severity in Finding.Severity.allCases {
        writer.key(severity.rawValue + "s")
        writer.integer(count(severity))
      }
      writer.key("findings")
      writer.array { writer in for finding in findings { finding.write(to: &writer, source) } }
    }
  }
}

extension Finding {
  /// As an object: code, severity, place (1-based, columns in characters), article, both languages
  /// and the example.
  fileprivate func write(to writer: inout JSONWriter, _ source: SourceText) {
    writer.object { writer in
      writer.member("code", code)
      writer.member("severity", severity.rawValue)
      writer.place(of: range, in: source)
      if let article { writer.member("article", article) }
      writer.key("headings")
      writer.array { writer in for heading in headings { writer.string(heading) } }
      writer.member("message", message)
      writer.member("suggestion", advice)
      writer.key("example")
      writer.array { writer in
        for fact in example {
          writer.object { writer in
            writer.member("name", fact.name)
            writer.member("value", fact.value)
          }
        }
      }
    }
  }
}
