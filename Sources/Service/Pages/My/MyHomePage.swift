import Core

/// What somebody receives, is offered, and has to do.
package struct MyHome: Sendable {
  package let frame: MyFrame
  /// It is the reader's turn; those that are due first come first.
  package let mine: [MyCaseLine]
  package let others: [MyCaseLine]
  /// The last that ended.
  package let ended: [MyCaseLine]
  /// The page of those that ended before, below the language.
  package let earlier: String?
  package let unread: Int64
  /// Whether the reader acts for others as well.
  package let hasChoice: Bool

  package init(
    frame: MyFrame, mine: [MyCaseLine], others: [MyCaseLine], ended: [MyCaseLine],
    earlier: String?, unread: Int64, hasChoice: Bool
  ) {
    self.frame = frame
    self.mine = mine
    self.others = others
    self.ended = ended
    self.earlier = earlier
    self.unread = unread
    self.hasChoice = hasChoice
  }
}

/// Where those who receive begin: what waits for them first.
package func myHomePage(_ place: PageLocation, _ view: MyHome) -> Page {
  let title =
    view.frame.isOrganisation
    ? place("本单位的待遇和办件", "Benefits and cases of the organisation")
    : place("我的待遇和办件", "My benefits and cases")
  return myPage(place, view.frame, .home, title: title) {
    if view.unread > 0 {
      Tag.p {
        Tag.a(.href(place.link(view.frame.path(.messages)))) {
          place("您有 \(view.unread) 条未读消息", "You have \(view.unread) unread messages")
        }
      }
    }
    if view.hasChoice {
      Tag.p {
        Tag.a(.href(place.link("my/"))) { place("换一个人或单位", "Act for somebody else") }
      }
    }
    section("mine", place("请您办理", "For you to do"), view.mine, place) {
      place("现在没有要您办的事。", "There is nothing for you to do now.")
    }
    section("others", place("正在办理", "In progress"), view.others, place) {
      place("没有。", "None.")
    }
    section("ended", place("已经结束", "Ended"), view.ended, place) { place("没有。", "None.") }
    if let earlier = view.earlier {
      Tag.p { Tag.a(.href(place.link(earlier))) { place("更早结束的", "Those that ended before") } }
    }
    Tag.p {
      place("没有看到应得的待遇？", "Is something missing that is due? ")
      Tag.a(.href(place.link(view.frame.path(.apply)))) {
        place("看看能申请什么，以及为什么", "See what can be applied for, and why")
      }
    }
  }
}

private func section(
  _ id: String, _ title: String, _ lines: [MyCaseLine], _ place: PageLocation,
  empty: () -> String
) -> HTML {
  Tag.section(.labelled(by: id)) {
    Tag.h2(.id(id)) {
      title + " "
      Tag.span(.class("count")) { "\(lines.count)" }
    }
    if lines.isEmpty {
      Tag.p(.class("soft")) { empty() }
    } else {
      myCaseList(lines, place)
    }
  }
}

/// Cases that ended, page by page.
package func myEndedPage(
  _ place: PageLocation, _ frame: MyFrame, _ lines: [MyCaseLine], next: String?
) -> Page {
  myPage(
    place, frame, .home, title: place("已经结束的办件", "Cases that have ended"),
    back: (frame.path(.home), place("待遇和办件", "Benefits and cases"))
  ) {
    if lines.isEmpty {
      Tag.p(.class("soft")) { place("没有。", "None.") }
    } else {
      myCaseList(lines, place)
    }
    if let next {
      Tag.p { Tag.a(.href(place.link(next))) { place("更早结束的", "Those that ended before") } }
    }
  }
}

/// Asks whom somebody acts for who may act for several.
///
/// - Parameters:
///   - place: where the reader is.
///   - choices: the page of each, below the language, and what they are called.
/// - Returns: the page.
package func myChoicePage(
  _ place: PageLocation, _ choices: [(path: String, name: String, isOrganisation: Bool)]
) -> Page {
  let title = place("您要办谁的事？", "For whom do you act?")
  return Page(place, title: title) {
    Tag.h1 { title }
    Tag.ul {
      for choice in choices {
        Tag.li {
          Tag.a(.href(place.link(choice.path))) { choice.name }
          if !choice.isOrganisation { Tag.span(.class("soft")) { place("（本人）", " (yourself)") } }
        }
      }
    }
  }
}

/// How many of those who work for an organisation have something under way.
///
/// - Parameters:
///   - place: where the reader is.
///   - frame: whose pages they are.
///   - people: who are employed there.
///   - openCases: their open cases; `nil` where the number would tell who.
/// - Returns: the page.
package func myWorkersPage(
  _ place: PageLocation, _ frame: MyFrame, people: Int, openCases: Int?
) -> Page {
  myPage(place, frame, .workers, title: place("本单位职工的办件", "Cases of our workers")) {
    Tag.dl(.class("tiles")) {
      Tag.div {
        Tag.dt { place("登记在职", "Employed by the registry") }
        Tag.dd { "\(people)" }
      }
      Tag.div {
        Tag.dt { place("他们在办的办件", "Their open cases") }
        Tag.dd { openCases.map { "\($0)" } ?? "—" }
      }
    }
    Tag.p {
      place(
        "谁在办、办什么，由职工本人登录查看；单位只看到总数。发给单位的待遇在“待遇和办件”里。",
        "Who has which case is for each worker to see; an organisation sees the number only. What is "
          + "paid to the organisation itself stands under “Benefits and cases”.")
    }
    if openCases == nil {
      Tag.p(.class("soft")) {
        place("人数太少，不显示办件数。", "There are too few people for the number to be shown.")
      }
    }
  }
}
