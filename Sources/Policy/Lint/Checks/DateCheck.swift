import Core
import PolicyDocument

/// Dates that are missing: of the document, and of figures on days it already holds.
struct DateCheck {
  private let document: PolicyDocument

  init(_ document: PolicyDocument) { self.document = document }

  var findings: [Finding] { ofDocument + ofParameters + ofTargets }

  /// What is due every year needs no day.
  private var ofTargets: [Finding] {
    document.targets.filter { $0.due == nil && $0.kind != .yearly }.map { target in
      Finding(
        .missingDate, .warning, at: target.range,
        Bilingual(
          zh: "目标“\(target.label.zh)”没有写期限",
          en: "the target “\(target.label.en)” does not say by when"),
        Bilingual(
          zh: "在“期限”列写日期；每年都要做到的，写“每年”。",
          en: "Write a day under 期限; what is due every year is of the kind 每年."))
    }
  }

  private var ofDocument: [Finding] {
    var findings: [Finding] = []
    let front = document.front
    // Who assumes the start says already that the source tells no days.
    if front.issued == nil, front.start?.assumption == nil, !document.benefits.isEmpty {
      findings.append(
        finding(
          Bilingual(zh: "没有写印发日期", en: "the document does not say when it was issued"),
          Bilingual(zh: "在 dates 里写 issued。", en: "Write issued under dates.")))
    }
    let undated = document.benefits.filter { $0.eventsFrom == nil }
    if front.eventsFrom == nil, !undated.isEmpty {
      findings.append(
        finding(
          Bilingual(
            zh: "没有写从哪天的事项起适用", en: "the document does not say from which events on it holds"),
          Bilingual(
            zh: "在 dates 里写 events-from；原文没写的，另加一个假设说明。",
            en: "Write events-from under dates; where the text is silent, add an assumption.")))
    }
    return findings
  }

  private func finding(_ message: Bilingual, _ advice: Bilingual) -> Finding {
    Finding(.missingDate, .warning, at: document.front.id.range, message, advice)
  }

  /// The first day that some benefit looks at.
  private var start: CivilDate? {
    let starts = document.benefits.map { $0.eventsFrom ?? document.front.eventsFrom }
    return starts.contains(nil) ? nil : starts.compactMap { $0 }.min()
  }

  private var ofParameters: [Finding] {
    Dictionary(grouping: document.parameters, by: \.name.text).values.compactMap { rows in
      let rows = rows.sorted { ($0.from?.dayNumber ?? Int.min) < ($1.from?.dayNumber ?? Int.min) }
      guard let first = rows.first, let last = rows.last else { return nil }
      if let from = first.from, let start, start < from {
        return finding(
          first,
          Bilingual(zh: "\(start) 到 \(from) 以前", en: "from \(start) until \(from)"))
      }
      return last.to.map {
        finding(last, Bilingual(zh: "\($0) 以后", en: "after \($0)"))
      }
    }
  }

  private func finding(_ row: ParameterRow, _ time: Bilingual) -> Finding {
    Finding(
      .missingDate, .warning, at: row.range,
      Bilingual(
        zh: "参数“\(row.name.text)”在\(time.zh)没有值",
        en: "the parameter “\(row.name.text)” has no value \(time.en)"),
      Bilingual(
        zh: "补上这段时间的一行，或把“自”“至”留空。",
        en: "Add a row for that time, or leave 自 or 至 empty."))
  }
}
