import Core
import Determination

/// What was determined for a party and stored, the good news first.
func storedResults(_ results: StoredResults, _ view: PartyView, _ place: PageLocation) -> HTML {
  Tag.section(.labelled(by: "determinations")) {
    Tag.h2(.id("determinations")) { place("核定结果", "Determinations") }
    doubtNotice(results.doubts, advice: outdatedAdvice, place)
    if let on = results.on {
      if results.lines.isEmpty {
        Tag.p(.class("soft")) {
          place(
            "\(on) 核定：没有任何记录产生待遇。",
            "As of \(on) no record gives rise to a benefit.")
        }
      } else {
        resultTotal(results.lines, on: on, place)
        for outcome in [Outcome.entitled, .undetermined, .notEntitled] {
          group(results.lines.filter { $0.outcome == outcome }, outcome, view, place)
        }
      }
    } else {
      Tag.p(.class("soft")) {
        place("登记库还没有整体核定过。", "The registry has not been determined as a whole yet.")
      }
    }
    Tag.p {
      Tag.a(.href(place.link(view.path("reasons")))) {
        place("逐条理由", "Reasons, one by one")
      }
      " · "
      Tag.a(.href(place.link(view.path("compare")))) {
        place("并排比较两天、两次所知或两个人", "Side by side: two days, as known twice, or two parties")
      }
    }
  }
}

private let outdatedAdvice = Bilingual(
  zh: "“逐条理由”现算现看；要更新这里的结果，请运行 gongjiang determine --changed。",
  en: "The reasons are worked out anew; to bring these results up to date, run gongjiang determine "
    + "--changed.")

private func resultTotal(
  _ lines: [StoredResults.Line], on: CivilDate, _ place: PageLocation
) -> HTML {
  let received = lines.filter { $0.outcome == .entitled && $0.isReceived }
  guard !received.isEmpty else {
    return Tag.p { place("\(on) 核定，目前没有可以享受的。", "As of \(on), nothing is due now.") }
  }
  let amounts = received.compactMap(\.amount)
  let sum = amounts.reduce(Money.zero as Money?) { sum, next in sum.flatMap { $0.adding(next) } }
  return Tag.p(.class("number")) {
    place("\(on) 核定，可以享受合计 ", "As of \(on), due in all ")
    Tag.strong(.class("sum")) { sum.map { $0.words(place.language) } ?? "–" }
  }
}

private func group(
  _ lines: [StoredResults.Line], _ outcome: Outcome, _ view: PartyView, _ place: PageLocation
) -> HTML {
  if lines.isEmpty { return .empty }
  let list = Tag.ul(.class("outcomes")) {
    for line in lines.prefix(mostShown) { item(line, view, place) }
    if lines.count > mostShown {
      Tag.li {
        place(
          "共 \(lines.count) 项，这里列出前 \(mostShown) 项。",
          "The first \(mostShown) of \(lines.count) are shown.")
      }
    }
  }
  guard outcome == .notEntitled else { return list }
  return Tag.details {
    Tag.summary { place("不能享受的 \(lines.count) 项", "Not entitled: \(lines.count)") }
    list
  }
}

private let mostShown = 100

private func item(
  _ line: StoredResults.Line, _ view: PartyView, _ place: PageLocation
) -> HTML {
  Tag.li {
    Tag.div {
      Tag.h3 { place(line.label.capitalised) }
      Tag.p(.class("soft")) { HTML.joined(notes(line, place) + why(line, view, place), by: " · ") }
      if let notice = line.notice {
        Tag.p(.class("small")) {
          Tag.a(.href(place.link(notice)), .type("application/pdf")) {
            place("下载告知书（PDF）", "Notice (PDF)")
            Tag.span(.class("unseen")) {
              place("：", ": ") + place(line.label) + (line.subject.map { " " + place($0) } ?? "")
            }
          }
        }
      }
    }
    Tag.p(.class("number")) {
      if let amount = line.amount {
        Tag.strong { amount.words(place.language) }
      } else {
        Tag.span(.class("tag " + line.outcome.style)) { place(line.outcome.label.capitalised) }
      }
    }
  }
}

/// Leads to what the determination rests on.
private func why(
  _ line: StoredResults.Line, _ view: PartyView, _ place: PageLocation
) -> [HTML] {
  guard let number = line.number else { return [] }
  return [
    Tag.a(.href(place.link("\(view.link.path)/determinations/\(number)"))) {
      place("\(number) 号：当时为什么这样认定", "number \(number): why it was determined so")
    }
  ]
}

private func notes(_ line: StoredResults.Line, _ place: PageLocation) -> [HTML] {
  var notes: [HTML] = []
  if let subject = line.subject { notes.append(HTML(place(subject))) }
  if let other = line.other {
    notes.append(HTML(place(other.label) + place("：", ": ")) + other.text(place))
  }
  for span in line.monthly?.spans ?? [] {
    notes.append(
      HTML(
        place(
          "\(span.from.monthText) 至 \(span.to.monthText) 每月 \(span.rate.words(.zh))",
          "\(span.from.monthText) to \(span.to.monthText), \(span.rate.words(.en)) a month")))
  }
  if let granted = line.granted, granted != .zero, let payable = line.payable {
    notes.append(
      HTML(
        place(
          "已发 \(granted.words(.zh))，还应发 \(payable.words(.zh))",
          "granted \(granted.words(.en)), still to pay \(payable.words(.en))")))
  }
  if let until = line.until {
    notes.append(
      HTML(place("\(until) 起可能自行变化", "can change by itself from \(until)")))
  }
  return notes
}
