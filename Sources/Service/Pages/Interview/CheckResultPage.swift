import Core
package import Determination

/// What the answers come to, and what would change it.
package func checkResultPage(_ outlook: Outlook, _ context: ResultContext) -> Page {
  let (report, place) = (outlook.report, context.place)
  let title = place("您的结果", "Your result")
  return Page(place, title: title, active: .check) {
    Tag.a(.class("back"), .href(place.link("check/answers"))) {
      place("核对回答", "Check your answers")
    }
    Tag.h1 { title }
    Tag.p(.class("lead")) {
      place("按 \(report.on) 认定，依据您的回答", "As of \(report.on), from your answers")
    }
    if report.determinations.isEmpty {
      Tag.p {
        place(
          "您的回答里没有会产生待遇的事项。请返回，选择您有的证书、奖项或其他情形。",
          "Nothing in your answers gives rise to a benefit. Go back and choose the certificates, "
            + "awards or other cases that you have.")
      }
    } else {
      resultList(report, context, near: nextStepSection(outlook, context))
    }
    Tag.form(Attribute("method", "post"), Attribute("action", place.link("check/restart"))) {
      Tag.p(.class("buttons")) {
        Tag.a(.class("button quiet"), .href(place.link("check/answers"))) {
          place("修改回答", "Change answers")
        }
        Tag.button(.class("quiet")) { place("清除并重新开始", "Clear everything and start again") }
      }
    }
  }
}
