import Core
package import Determination

/// What a facts file comes to.
package func factsResultPage(_ report: Report, _ context: ResultContext) -> Page {
  let place = context.place
  let title = place("测算结果", "Result")
  return Page(place, title: title, active: .facts) {
    Tag.a(.class("back"), .href(place.link("facts/"))) { place("换一份文件", "Use another file") }
    Tag.h1 { title }
    Tag.p(.class("lead")) { place("按 \(report.on) 认定", "As of \(report.on)") }
    if report.determinations.isEmpty {
      Tag.p {
        place(
          "文件里没有任何记录会产生待遇。请加入证书、奖项、培训等记录。",
          "No record in the file gives rise to a benefit. Add certificates, awards, trainings "
            + "and the like.")
      }
    } else {
      resultList(report, context)
    }
  }
}
