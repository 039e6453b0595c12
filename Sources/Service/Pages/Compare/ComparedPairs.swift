import Comparison
import Core
import Determination

/// The result: how much differs, what differs, and then what is the same.
func compared(_ view: ComparisonView, _ context: ResultContext) -> HTML {
  let place = context.place
  let differing = view.comparison.differing
  let same = view.comparison.pairs.filter(\.isSame)
  return HTMLBuilder.buildArray([
    Tag.dl(.class("pairs sides")) {
      side(place("左边", "On the left"), view.left, place)
      side(place("右边", "On the right"), view.right, place)
    },
    Tag.p(.class("lead")) { Tag.strong { verdict(view, place) } },
    sums(view, place),
    differing.isEmpty
      ? .empty
      : Tag.section(.labelled(by: "differences")) {
        Tag.h2(.id("differences")) { place("哪里不同", "What differs") }
        for pair in differing { difference(pair, view, place) }
      },
    same.isEmpty ? .empty : sameList(same, view, place),
  ])
}

private func side(_ name: String, _ side: ComparisonView.Side, _ place: PageLocation) -> HTML {
  Tag.div {
    Tag.dt { name }
    Tag.dd { place(side.basis) }
  }
}

private func verdict(_ view: ComparisonView, _ place: PageLocation) -> String {
  let (all, differing) = (view.comparison.pairs.count, view.comparison.differing.count)
  if all == 0 {
    return place(
      "没有不同：两边都没有任何记录产生待遇。",
      "Nothing differs: on neither side does a record give rise to a benefit.")
  }
  if differing == 0 {
    return place("没有不同：两边的 \(all) 项结论都相同。", "Nothing differs: \(all) of \(all) are the same.")
  }
  return place(
    "不同 \(differing) 项，相同 \(all - differing) 项。",
    "Different: \(differing). The same: \(all - differing).")
}

/// What is received in all, where that is another sum.
private func sums(_ view: ComparisonView, _ place: PageLocation) -> HTML {
  guard let left = view.left.sum, let right = view.right.sum, left != right else { return .empty }
  return Tag.p(.class("number")) {
    place(
      "可以享受合计：左边 \(left.words(.zh))，右边 \(right.words(.zh))。",
      "Due in all: \(left.words(.en)) on the left, \(right.words(.en)) on the right.")
  }
}

private func difference(
  _ pair: ComparedPair, _ view: ComparisonView, _ place: PageLocation
) -> HTML {
  Tag.div(.class("result is-wait")) {
    Tag.h3 { place(pair.label.capitalised) }
    if let subject = subject(pair, view, place) { Tag.p(.class("soft")) { subject } }
    DeskTable(
      title: place(pair.label.capitalised),
      columns: [
        .words(place("项目", "Of what")), .words(place(view.left.title)),
        .words(place(view.right.title)),
      ]
    ).html(rows(pair, place))
    differenceReasons(pair, place)
  }
}

/// What both are about, or each.
private func subject(
  _ pair: ComparedPair, _ view: ComparisonView, _ place: PageLocation
) -> String? {
  let left = pair.left.flatMap { view.left.subject($0) }
  let right = pair.right.flatMap { view.right.subject($0) }
  guard let left, let right, left != right else { return (left ?? right).map { place($0) } }
  return place("左边 \(left.zh)，右边 \(right.zh)", "\(left.en) on the left, \(right.en) on the right")
}

private func rows(_ pair: ComparedPair, _ place: PageLocation) -> [[HTML]] {
  guard pair.left != nil, pair.right != nil else {
    let none = HTML(place("没有这一项", "no such determination"))
    return [
      [
        HTML(place(AnswerDifference.What.outcome.label.capitalised)),
        pair.left.map { answer($0, place) } ?? none, pair.right.map { answer($0, place) } ?? none,
      ]
    ]
  }
  return pair.answers.map { answer in
    [
      HTML(place(answer.what.label.capitalised)), HTML(place(answer.left)),
      HTML(place(answer.right)),
    ]
  }
}

/// “可以享受，3,000.00 元”.
private func answer(_ one: Determination, _ place: PageLocation) -> HTML {
  let sum = one.amount.map { place("，", ", ") + $0.words(place.language) } ?? ""
  return HTML(place(one.outcome.label) + sum)
}

private func sameList(
  _ pairs: [ComparedPair], _ view: ComparisonView, _ place: PageLocation
) -> HTML {
  Tag.details {
    Tag.summary { place("相同的 \(pairs.count) 项", "The same: \(pairs.count)") }
    Tag.ul(.class("outcomes")) {
      for pair in pairs {
        Tag.li {
          Tag.div {
            Tag.strong { place(pair.label.capitalised) }
            if let subject = subject(pair, view, place) { Tag.p(.class("soft")) { subject } }
          }
          if let one = pair.left { Tag.p(.class("number")) { answer(one, place) } }
        }
      }
    }
  }
}
