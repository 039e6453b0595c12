import Core
import JSONText

extension KitReport {
  /// One line: the folder and its counts.
  var line: String { "\(name): \(passed) passed, \(failed) failed, \(skipped.count) skipped" }

  /// The totals, values and nulls apart: a tool that always answers null must not look good.
  static func summary(of reports: [KitReport], _ language: Language) -> String {
    let values = sum(reports, \.positive)
    let nulls = sum(reports, \.null)
    let skipped = reports.reduce(0) { $0 + $1.skipped.count }
    let words = Bilingual(
      zh: "有值的 \(values.passed)/\(values.total)，应为空的 \(nulls.passed)/\(nulls.total)",
      en: "values \(values.passed)/\(values.total), nulls \(nulls.passed)/\(nulls.total)")
    return words[language] + "\n\(values.passed + nulls.passed) passed, "
      + "\(values.failed + nulls.failed) failed, \(skipped) skipped"
  }

  private static func sum(_ reports: [KitReport], _ part: KeyPath<KitReport, Count>) -> Count {
    reports.reduce(into: Count()) { sum, report in
      sum.passed += report[keyPath: part].passed
      sum.failed += report[keyPath: part].failed
    }
  }

  /// Every folder with its counts, failures and skipped cases.
  static func json(_ reports: [KitReport]) -> String {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.key("folders")
      writer.array { writer in for report in reports { report.write(to: &writer) } }
      writer.key("total")
      writer.object { writer in
        sum(reports, \.positive).write(to: &writer, "values")
        sum(reports, \.null).write(to: &writer, "nulls")
        writer.key("skipped")
        writer.integer(reports.reduce(0) { $0 + $1.skipped.count })
      }
    }
    return writer.text
  }

  private func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("folder", name)
      positive.write(to: &writer, "values")
      null.write(to: &writer, "nulls")
      KitReport.write(failures, "failures", to: &writer)
      KitReport.write(skipped, "skipped", to: &writer)
    }
  }

  private static func write(_ findings: [Finding], _ key: String, to writer: inout JSONWriter) {
    writer.key(key)
    writer.array { writer in
      for finding in findings {
        writer.object { writer in
          writer.member("case", finding.test)
          writer.member("what", finding.text)
        }
      }
    }
  }
}

extension KitReport.Count {
  fileprivate func write(to writer: inout JSONWriter, _ key: String) {
    writer.key(key)
    writer.object { writer in
      writer.key("passed")
      writer.integer(passed)
      writer.key("failed")
      writer.integer(failed)
    }
  }
}
