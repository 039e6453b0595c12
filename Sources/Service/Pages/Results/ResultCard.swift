import Core
package import Determination

/// One determination: the answer, what it rests on, and the reasons to unfold.
package func resultCard(_ result: Determination, _ context: ResultContext) -> HTML {
  let place = context.place
  return Tag.div(.class("result is-\(result.outcome.style)")) {
    Tag.h3 { place(result.label.capitalised) }
    Tag.p {
      Tag.span(.class("tag " + result.outcome.style)) { place(result.outcome.label.capitalised) }
      if let subject = context.subject(result) {
        " "
        Tag.span(.class("soft")) { place(subject) }
      }
    }
    amount(of: result, place)
    if let reason = shortReason(result, context) { Tag.p { reason } }
    missing(result, context)
    Tag.p(.class("sources")) {
      place("依据：", "Based on: ")
      HTML.joined(
        result.cites.map { citation in
          Tag.a(.href(context.link(to: citation))) { context.name(of: citation) }
        }, by: HTML(place("；", "; ")))
      HTML(issueDates(result.cites, place))
    }
    if !result.because.isEmpty {
      Tag.details {
        Tag.summary {
          place("逐条理由", "Reasons, one by one")
          Tag.span(.class("unseen")) { place("：", ": ") + place(result.label) }
        }
        reasonList(result.because, context)
      }
    }
  }
}

/// When the documents were issued that a result is based on, each once.
private func issueDates(_ cites: [Citation], _ place: PageLocation) -> String {
  var days: [String: CivilDate] = [:]
  for citation in cites { days[citation.number ?? citation.document] = citation.issued }
  let dated = days.sorted { $0.key < $1.key }
  if let only = dated.first, dated.count == 1 {
    return place("（\(only.value) 印发）", " (issued \(only.value))")
  }
  guard !dated.isEmpty else { return "" }
  let zh = dated.map { "\($0.key) \($0.value) 印发" }.joined(separator: "；")
  let en = dated.map { "\($0.key) issued \($0.value)" }.joined(separator: "; ")
  return place("（\(zh)）", " (\(en))")
}

private func amount(of result: Determination, _ place: PageLocation) -> HTML {
  var lines: [HTML] = []
  if let amount = result.amount {
    lines.append(Tag.p(.class("amount number")) { amount.words(place.language) })
    if let gross = result.gross, gross != amount {
      lines.append(
        note(
          place(
            "按规则为 \(gross.words(.zh))，经封顶或叠加规则后为上数。",
            "The rule gives \(gross.words(.en)); caps and stacking leave the sum above."), place))
    }
  }
  if let monthly = result.monthly { lines.append(months(monthly, place)) }
  if let granted = result.granted, granted != .zero, let payable = result.payable {
    lines.append(
      note(
        place(
          "已发 \(granted.words(.zh))，还应发 \(payable.words(.zh))。",
          "Already granted: \(granted.words(.en)). Still to pay: \(payable.words(.en))."),
        place))
  }
  if result.outcome == .entitled, !result.inKind.isEmpty {
    lines.append(
      Tag.ul { for item in result.inKind { Tag.li { place(item.value) } } })
  }
  return HTMLBuilder.buildArray(lines)
}

private func months(_ monthly: Monthly, _ place: PageLocation) -> HTML {
  Tag.ul(.class("number")) {
    for span in monthly.spans {
      Tag.li {
        place(
          "\(span.from.monthText) 至 \(span.to.monthText)，每月 \(span.rate.words(.zh))",
          "\(span.from.monthText) to \(span.to.monthText), \(span.rate.words(.en)) a month")
      }
    }
    Tag.li { place("共 \(monthly.months) 个月", "\(monthly.months) months in all") }
  }
}

private func note(_ text: String, _ place: PageLocation) -> HTML {
  Tag.p(.class("soft number")) { text }
}

/// The conditions that decided against it, in one line.
private func shortReason(_ result: Determination, _ context: ResultContext) -> HTML? {
  guard result.outcome == .notEntitled else { return nil }
  let place = context.place
  let failed = result.because.filter { $0.verdict == .fails }.map { place($0.label) }
  guard !failed.isEmpty else { return nil }
  return HTML(place("因为不符合：", "Because this does not hold: "))
    + Tag.strong { failed.joined(separator: place("；", "; ")) }
}

/// What would still have to be known.
private func missing(_ result: Determination, _ context: ResultContext) -> HTML {
  guard result.outcome == .undetermined, !result.needs.isEmpty else { return .empty }
  let place = context.place
  return Tag.div {
    Tag.p { place("还需要知道：", "What still has to be known:") }
    Tag.ul {
      for need in result.needs {
        Tag.li {
          if let link = context.question(need.id) {
            Tag.a(.href(link)) { place(need.label) }
          } else {
            place(need.label)
          }
          if let words = need.words { Tag.span(.class("soft")) { place("：", ": ") + place(words) } }
        }
      }
    }
  }
}
