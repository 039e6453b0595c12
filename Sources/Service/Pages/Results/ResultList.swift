import Core
package import Determination

/// All determinations of a report, the good news first: a count of each outcome, then one group
/// per outcome. Of very many only the first of each group are shown.
///
/// - Parameters:
///   - report: the determinations.
///   - context: what they are shown with.
///   - near: what stands before those that are not due, as what would change them.
/// - Returns: the list.
package func resultList(
  _ report: Report, _ context: ResultContext, near: HTML = .empty
) -> HTML {
  let place = context.place
  let groups = [Outcome.entitled, .undetermined, .notEntitled].map { outcome in
    (outcome, report.determinations.filter { $0.outcome == outcome })
  }
  let tally = Tag.ul(.class("tally")) {
    for (outcome, members) in groups {
      Tag.li(.class(outcome.style)) {
        Tag.strong { "\(members.count)" }
        groupTitle(outcome, place)
      }
    }
  }
  let shown = groups.map { outcome, members in
    (outcome == .notEntitled ? near : .empty)
      + (members.isEmpty ? .empty : group(members, outcome, context))
  }
  return HTMLBuilder.buildArray([tally] + shown)
}

private func group(
  _ members: [Determination], _ outcome: Outcome, _ context: ResultContext
) -> HTML {
  let place = context.place
  return Tag.section(.labelled(by: outcome.rawValue)) {
    Tag.h2(.id(outcome.rawValue)) { groupTitle(outcome, place) }
    if outcome == .entitled { total(of: members, place) }
    for member in members.prefix(mostShown) { resultCard(member, context) }
    if members.count > mostShown { omission(members.count, place) }
  }
}

/// More than anybody reads on a page.
private let mostShown = 200

private func omission(_ count: Int, _ place: PageLocation) -> HTML {
  Tag.p {
    place(
      "共 \(count) 项，这里列出前 \(mostShown) 项；全部结果请用命令行 gongjiang determine。",
      "The first \(mostShown) of \(count) are shown; for all of them use the command line, "
        + "gongjiang determine.")
  }
}

private func groupTitle(_ outcome: Outcome, _ place: PageLocation) -> String {
  switch outcome {
  case .entitled: place("可以享受", "You can get")
  case .undetermined: place("还不能确定", "Cannot say yet")
  case .notEntitled: place("不能享受", "You cannot get")
  }
}

/// The sum of all amounts, where there is more than one.
private func total(of members: [Determination], _ place: PageLocation) -> HTML {
  let amounts = members.compactMap(\.amount)
  guard amounts.count > 1,
    let sum = amounts.reduce(Money.zero as Money?, { sum, next in sum.flatMap { $0.adding(next) } })
  else { return .empty }
  return Tag.p(.class("lead")) {
    place("合计 ", "In all ")
    Tag.strong(.class("number")) { sum.words(place.language) }
  }
}
