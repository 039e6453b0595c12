import Core
import PolicyDocument
import PolicyPlan

/// The text as of a day, and what later documents changed in it.
extension PolicyView {
  /// Which documents change this one, a form for the day, and for a day what is different then.
  ///
  /// - Parameters:
  ///   - plan: of the document as it was issued, with its versions.
  ///   - document: as it was issued.
  ///   - asked: the day, as the reader wrote it.
  /// - Returns: nothing for a document that no other changes.
  func versions(of plan: Plan?, _ document: PolicyDocument, _ asked: String?) -> HTML {
    guard let plan, let last = plan.versions.last else { return .empty }
    let issued = PolicyView(
      place: place, document: document, plan: plan.withoutAmendments, findings: [])
    return Tag.section(.class("versions"), .labelled(by: "versions")) {
      Tag.h2(.id("versions")) { place("修改", "Amendments") }
      Tag.ul {
        for change in last.changes { Tag.li { source(change, issued) } }
      }
      Tag.form(Attribute("method", "get"), Attribute("action", "")) {
        Tag.p {
          Tag.label(.for("on")) { place("看哪一天的文本：", "Show the text as of: ") }
          Tag.input(
            .id("on"), .name("on"), .type("text"),
            .value(asked ?? last.changes.last?.amendment.from.description ?? ""))
          " "
          Tag.button(.class("button")) { place("显示", "Show") }
        }
      }
      if let asked { asOf(asked, issued) }
    }
  }

  private func asOf(_ asked: String, _ issued: PolicyView) -> HTML {
    guard CivilDate(asked) != nil else {
      return Tag.p(Attribute("role", "alert")) {
        place(
          "“\(asked)”不是日期，请写成 2022-01-01；下面是印发时的文本。",
          "“\(asked)” is no date; write one like 2022-01-01. Below is the text as issued.")
      }
    }
    if changes.isEmpty {
      return Tag.p {
        place("\(asked) 的文本与印发时相同。", "On \(asked) the text is the one that was issued.")
      }
    }
    return Tag.p {
      place("\(asked) 的文本与印发时的差别：", "How the text of \(asked) differs from the one issued:")
    } + HTMLBuilder.buildArray(changes.map { difference($0, issued) })
  }

  /// 自 2022-01-01 起替换…，依据…
  private func source(_ change: PlanVersion.Change, _ issued: PolicyView) -> HTML {
    let day = change.amendment.from.description
    let name = (change.number ?? change.document)
    let article = change.place.article ?? Bilingual("")
    return HTML(words(change.amendment, issued)) + " "
      + HTML(
        change.amendment.chosen == .event
          ? place("适用于 \(day) 起的事项，见 ", "For events from \(day) on, by ")
          : place("适用于 \(day) 起的认定，见 ", "For determinations from \(day) on, by "))
      + Tag.a(.href(place.link("policies/" + change.document) + "#" + change.place.anchor)) {
        name + " " + place(article)
      }
  }

  private func difference(_ change: PlanVersion.Change, _ issued: PolicyView) -> HTML {
    let target = change.amendment.target
    return Tag.div(.class("changed")) {
      Tag.p { source(change, issued) }
      Tag.p(.class("small soft")) { place("删去", "Removed") }
      Tag.del(.class("pieces")) { issued.withoutIDs.pieces(of: target, below: 2) }
      if change.amendment.action == .replace {
        Tag.p(.class("small soft")) { place("增加", "Added") }
        Tag.ins(.class("pieces")) { withoutIDs.pieces(of: target, below: 2) }
      }
    }
  }

  /// A piece of the text, marked where a later document changed it.
  func marked(_ content: Section.Content, _ html: HTML) -> HTML {
    if let repeal = repeal(of: content) { return struck(html, repeal) }
    let own = changes.filter { concerns($0.amendment.target, content) }
    if own.isEmpty { return html }
    return Tag.div(.class("changed")) {
      for change in own { Tag.p(.class("small")) { source(change, self) } }
      html
    }
  }

  /// What is repealed stays in the text, to be read and not to be taken as in force.
  private func struck(_ html: HTML, _ repeal: PlanVersion.Change) -> HTML {
    Tag.div(.class("changed repealed")) {
      Tag.p(.class("small")) {
        Tag.strong { place("已废止", "Repealed") }
        " "
        source(repeal, self)
      }
      Tag.del(.class("pieces")) { html }
    }
  }

  /// The change by which a benefit is no more, or the one that worked examples are of.
  private func repeal(of content: Section.Content) -> PlanVersion.Change? {
    switch content {
    case .benefit(let index): repeals[document.benefits[index].id.text]
    case .examples(let index): repeals[document.examples[index].benefit.text]
    default: nil
    }
  }

  /// What stands below the heading of an article that is no more.
  func repealNote(_ section: Section) -> HTML {
    guard let last = version?.repeal(of: section) else { return .empty }
    return Tag.p(.class("small")) {
      Tag.strong { place("已废止", "Repealed") }
      " "
      source(last, self)
    }
  }

  private func concerns(_ target: Amendment.Target, _ content: Section.Content) -> Bool {
    switch (target, content) {
    case (.benefit(let id), .benefit(let index)): document.benefits[index].id.text == id
    case (.parameter(let name), .parameters(let rows)):
      document.parameters[rows].contains { $0.name.text == name }
    case (.row(let name, _), .table(let index)):
      document.tables[index].name.text == name
        || document.tables[index].outputs.contains { $0.text == name }
    case (.assumption(let name), .assumption(let index)):
      document.assumptions[index].name.text == name
    case (.stacking(let id), .stacking(let index)): document.stacking[index].id.text == id
    case (.target(let id), .targets(let rows)):
      document.targets[rows].contains { $0.id.text == id }
    case (.provision(let id), .provisions(let rows)):
      document.provisions[rows].contains { $0.id.text == id }
    case (.prose, .prose(let range)): document.ranges(of: target).contains(range)
    default: false
    }
  }
}
