import Core
package import Determination

/// The determinations of a party worked out anew, each with its reasons, and what would change them.
package func partyReasonsPage(
  _ view: PartyView, _ outlook: Outlook, _ context: ResultContext
) -> Page {
  let (report, place) = (outlook.report, context.place)
  let title = place("\(view.link.name)：逐条理由", "\(view.link.name): reasons")
  return Page(place, title: title, active: .search) {
    Tag.a(.class("back"), .href(place.link(view.path()))) { view.link.name }
    Tag.h1 { title }
    pastNotice(view, place)
    Tag.p(.class("lead")) {
      place(
        "按登记库里的事实在 \(report.on) 重新核定。",
        "Determined anew as of \(report.on) from the facts on record.")
    }
    if report.determinations.isEmpty {
      Tag.p { place("没有任何记录产生待遇。", "No record gives rise to a benefit.") }
    } else {
      resultList(report, context, near: nextStepSection(outlook, context))
    }
  }
}
