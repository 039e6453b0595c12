import Core

/// The page of a case for whoever receives: where it stands, what to do, why, and what happened.
///
/// - Parameters:
///   - place: where the reader is.
///   - frame: whose pages they are.
///   - view: the case.
/// - Returns: the page.
package func myCasePage(_ place: PageLocation, _ frame: MyFrame, _ view: MyCaseView) -> Page {
  let line = view.line
  return myPage(
    place, frame, .home, title: line.title(place),
    back: (frame.path(.home), place("待遇和办件", "Benefits and cases"))
  ) {
    Tag.p(.class("lead")) {
      place("办件 \(line.number)", "Case \(line.number)")
      if let amount = line.amount { " · " + amount.words(place.language) }
      " "
      Tag.span(.class("tag " + (line.turn == .yours ? "wait" : "no"))) { place(line.state) }
    }
    Tag.div(.class("sheet")) {
      Tag.div {
        nextSection(view, place)
        if !view.instalments.isEmpty { instalmentSection(view.instalments, place) }
        if !view.scores.isEmpty { comparisonSection(view.scores, place) }
        if !view.reasons.isEmpty { keptReasons(view.reasons, place) }
        timeline(view.events, place)
      }
      Tag.div(.class("aside")) { aside(view, place) }
    }
  }.wide
}

private func nextSection(_ view: MyCaseView, _ place: PageLocation) -> HTML {
  Tag.section(.labelled(by: "next")) {
    Tag.h2(.id("next")) { place("接下来", "What comes next") }
    Tag.p { view.line.standing(place) }
    if let notice = view.notice {
      Tag.p {
        Tag.a(.href(place.link("notices/\(notice.number)"))) {
          place("公示 \(notice.number)", "Public notice \(notice.number)")
        }
        place("，到 \(notice.closes) 为止。", ", until \(notice.closes).")
      }
    }
    for step in view.steps where !step.isGrave { stepLink(step, place) }
    let grave = view.steps.filter(\.isGrave)
    if !grave.isEmpty {
      Tag.p(.class("buttons")) {
        for step in grave {
          Tag.a(.class("button quiet"), .href(place.link(step.path))) {
            place(step.label.capitalised)
          }
        }
      }
    }
  }
}

private func stepLink(_ step: MyCaseView.Step, _ place: PageLocation) -> HTML {
  guard !step.tasks.isEmpty else {
    return Tag.p(.class("buttons")) {
      Tag.a(.class("button"), .href(place.link(step.path))) { place(step.label.capitalised) }
    }
  }
  let isReady = step.tasks.allSatisfy(\.isDone)
  return Tag.ol(.class("outcomes")) {
    for task in step.tasks {
      Tag.li {
        Tag.div { Tag.a(.href(place.link(task.path))) { place(task.label) } }
        Tag.span(.class("tag " + (task.isDone ? "yes" : "wait"))) {
          task.isDone ? place("已填", "Done") : place("待填", "To do")
        }
      }
    }
    Tag.li {
      Tag.div {
        if isReady {
          Tag.a(.class("button"), .href(place.link(step.path))) {
            place("核对并\(step.label.zh)", "Check, and \(step.label.en)")
          }
        } else {
          Tag.span(.class("soft")) {
            place(
              "核对并\(step.label.zh)（先把上面的填完）",
              "Check, and \(step.label.en) (once all of the above is done)")
          }
        }
      }
    }
  }
}

private func aside(_ view: MyCaseView, _ place: PageLocation) -> HTML {
  Tag.section(.labelled(by: "particulars")) {
    Tag.h2(.id("particulars")) { place("基本情况", "Particulars") }
    Tag.dl(.class("pairs")) {
      Tag.div {
        Tag.dt { place("谁领取", "Who receives") }
        Tag.dd { view.name }
      }
      Tag.div {
        Tag.dt { place("类别", "Kind") }
        Tag.dd { place(view.line.kind) }
      }
      if let account = view.account {
        Tag.div {
          Tag.dt { place("收款账户", "Account") }
          Tag.dd { account }
        }
      }
      if let paper = view.paper {
        Tag.div {
          Tag.dt { place("告知书", "Notice") }
          Tag.dd {
            Tag.a(.href(place.link(paper)), .type("application/pdf")) {
              place("核定结果（PDF）", "The determination (PDF)")
            }
          }
        }
      }
      if let parent = view.parent {
        Tag.div {
          Tag.dt { place("原办件", "Follows from") }
          Tag.dd { Tag.a(.href(place.link("my/cases/\(parent)"))) { parent } }
        }
      }
    }
  }
    + (view.files.isEmpty
      ? .empty
      : Tag.section(.labelled(by: "evidence")) {
        Tag.h2(.id("evidence")) { place("材料", "Evidence") }
        Tag.ul {
          for file in view.files {
            Tag.li {
              Tag.a(.href(place.link("my/cases/\(view.line.number)/files/\(file.key)"))) {
                file.name
              }
              Tag.span(.class("soft")) { " " + file.sizeText }
            }
          }
        }
      })
}

private func instalmentSection(
  _ instalments: [MyCaseView.Instalment], _ place: PageLocation
) -> HTML {
  Tag.section(.labelled(by: "instalments")) {
    Tag.h2(.id("instalments")) { place("还要交回的", "Still to be paid back") }
    Tag.table(.class("figures")) {
      Tag.thead {
        Tag.tr {
          Tag.th(Attribute("scope", "col")) { place("最晚", "By") }
          Tag.th(Attribute("scope", "col")) { place("金额", "Amount") }
        }
      }
      Tag.tbody {
        for part in instalments {
          Tag.tr {
            Tag.th(Attribute("scope", "row")) { "\(part.due)" }
            Tag.td { part.amount.words(place.language) }
          }
        }
      }
    }
  }
}

private func comparisonSection(_ scores: [MyScoreLine], _ place: PageLocation) -> HTML {
  let title = place("自评和审核评分", "Own and review points")
  return Tag.section(.labelled(by: "comparison")) {
    Tag.h2(.id("comparison")) { title }
    Tag.div(.class("scroll"), Attribute("tabindex", "0"), .label(title)) {
      Tag.table(.class("figures")) {
        Tag.thead {
          Tag.tr {
            for text in [
              place("项目", "Item"), place("自评", "Own"), place("审核", "Review"),
              place("差别", "Difference"), place("审核理由", "Reviewer's reason"),
            ] { Tag.th(Attribute("scope", "col")) { text } }
          }
        }
        Tag.tbody {
          for score in scores {
            Tag.tr {
              Tag.th(Attribute("scope", "row")) { score.item + " " + place(score.label) }
              Tag.td { score.own }
              Tag.td { score.review }
              Tag.td { score.difference }
              Tag.td { score.note }
            }
          }
        }
      }
    }
  }
}
