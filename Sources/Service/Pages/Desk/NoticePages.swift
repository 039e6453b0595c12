package import Core

/// A public notice as lists show it.
package struct NoticeLine: Sendable {
  package let number: String
  package let title: Bilingual
  package let opens: CivilDate
  package let closes: CivilDate
  package let isOpen: Bool

  package init(
    number: String, title: Bilingual, opens: CivilDate, closes: CivilDate, isOpen: Bool
  ) {
    self.number = number
    self.title = title
    self.opens = opens
    self.closes = closes
    self.isOpen = isOpen
  }
}

/// What is shown of a notice, row by row, and proof of it.
package struct NoticeView: Sendable {
  package struct Row: Sendable {
    package let row: Int
    package let name: String
    package let benefit: Bilingual
    package let amount: String
    package let region: String
    package let isHeld: Bool

    package init(
      row: Int, name: String, benefit: Bilingual, amount: String, region: String, isHeld: Bool
    ) {
      self.row = row
      self.name = name
      self.benefit = benefit
      self.amount = amount
      self.region = region
      self.isHeld = isHeld
    }
  }

  package let line: NoticeLine
  package let rows: [Row]
  /// Since when each edition was shown, and the SM3 of its bytes; the last is shown now.
  package let editions: [(number: Int, moment: String, hash: String)]

  package init(
    line: NoticeLine, rows: [Row], editions: [(number: Int, moment: String, hash: String)]
  ) {
    self.line = line
    self.rows = rows
    self.editions = editions
  }
}

/// All notices, for everybody.
package func noticeListPage(_ place: PageLocation, _ notices: [NoticeLine]) -> Page {
  Page(place, title: place("公示", "Public notices")) {
    Tag.h1 { place("公示", "Public notices") }
    noticeList(notices, place)
  }
}

func noticeList(_ notices: [NoticeLine], _ place: PageLocation) -> HTML {
  guard !notices.isEmpty else {
    return Tag.p(.class("soft")) { place("现在没有公示。", "There are no notices now.") }
  }
  return Tag.ul(.class("outcomes")) {
    for notice in notices {
      Tag.li {
        Tag.div {
          Tag.a(.href(place.link("notices/" + notice.number))) { place(notice.title) }
          Tag.p(.class("soft")) {
            place(
              "\(notice.number)，\(notice.opens) 至 \(notice.closes)",
              "\(notice.number), \(notice.opens) to \(notice.closes)")
          }
        }
        Tag.span { notice.isOpen ? place("公示中", "open") : place("已结束", "closed") }
      }
    }
  }
}

/// A notice as everybody may read it. Whoever has signed in may object to rows of it.
package func noticePage(
  _ place: PageLocation, _ view: NoticeView, objecting form: SignedForm?, told: String? = nil
) -> Page {
  let notice = view.line
  return Page(place, title: place(notice.title)) {
    Tag.a(.class("back"), .href(place.link("notices/"))) { place("全部公示", "All notices") }
    Tag.h1 { place(notice.title) }
    message(told)
    Tag.p(.class("lead")) {
      notice.isOpen
        ? place(
          "公示期 \(notice.opens) 至 \(notice.closes)。有异议的，请在 \(notice.closes) 前提出；只有被提出异议的行暂缓，其余照常办理。",
          "Open from \(notice.opens) to \(notice.closes). Objections are heard until \(notice.closes); only the rows they name wait, all others go on."
        )
        : place(
          "公示期 \(notice.opens) 至 \(notice.closes)，已经结束。",
          "It was open from \(notice.opens) to \(notice.closes) and is closed.")
    }
    if let form, notice.isOpen {
      form(action: place.link("notices/\(notice.number)/object")) {
        noticeTable(view, place, isTickable: true)
        Tag.h2 { place("提出异议", "Object") }
        Tag.label(.class("ask"), .for("text")) {
          place("选中的行有什么问题", "What is wrong with the rows you ticked")
        }
        Tag.textarea(.id("text"), .name("text"), Attribute("rows", "4"), .class("plain")) { "" }
        textField(
          "contact",
          place("联系方式（只有核查的人看得到）", "How to reach you; seen only by those who look into it"))
        Tag.button { place("提出异议", "Object") }
      }
    } else {
      noticeTable(view, place, isTickable: false)
      if notice.isOpen {
        Tag.p {
          Tag.a(.href(place.link("sign-in?next=notices/" + notice.number))) {
            place("登录后可以提出异议", "Sign in to object")
          }
        }
      }
    }
    Tag.details {
      Tag.summary { place("公示内容的凭证", "Proof of what was shown") }
      Tag.ol {
        for edition in view.editions {
          Tag.li(Attribute("value", "\(edition.number)")) {
            place("自 \(edition.moment) 起展示，SM3 ", "shown from \(edition.moment) on, SM3 ")
            Tag.code { edition.hash }
          }
        }
      }
    }
  }.wide
}

private func noticeTable(
  _ view: NoticeView, _ place: PageLocation, isTickable: Bool
) -> HTML {
  DeskTable(
    title: place(view.line.title),
    columns: [
      .words(place("序号", "Row")), .words(place("姓名或名称", "Name")),
      .words(place("待遇", "Benefit")), .words(place("地区", "Region")),
      .words(place("状态", "Standing")), .figures(place("金额（元）", "Amount (yuan)")),
    ]
  ).html(
    view.rows.map { row in
      [
        isTickable
          ? Tag.label {
            Tag.input(.type("checkbox"), .name("row"), .value("\(row.row)"))
            " \(row.row)"
          } : HTML("\(row.row)"),
        HTML(row.name), HTML(place(row.benefit)), HTML(place(Region.name(of: row.region))),
        HTML(row.isHeld ? place("有异议，核查中", "objected to, being looked into") : "—"),
        HTML(row.amount == "0.00" ? "—" : row.amount.groupedDigits),
      ]
    })
}

/// Where a clerk opens a notice over cases that wait for one.
package func noticeDeskPage(
  _ place: PageLocation, _ notices: [NoticeLine], waiting: [CaseLine], _ form: SignedForm,
  told: String? = nil, isProblem: Bool = false
) -> Page {
  deskPage(place, .notices, title: place("公示", "Public notices")) {
    message(told, isProblem: isProblem)
    Tag.h2 { place("发起公示", "Open a notice") }
    if waiting.isEmpty {
      Tag.p(.class("soft")) {
        place(
          "没有您领办的待公示办件。", "You have taken no case that waits for a notice. ")
        Tag.a(.href(place.link("desk/queue?turn=clerk&assigned=nobody"))) {
          place("去办件列表领办", "Take some in the list of cases")
        }
      }
    } else {
      form(action: place.link("desk/notices/")) {
        textField("zh", place("中文标题", "Title in Chinese"), classes: "")
        textField("en", place("英文标题", "Title in English"), classes: "")
        textField(
          "days", place("公示多少个工作日", "For how many working days"), value: "5", classes: "short")
        Tag.fieldset {
          Tag.legend { place("列入公示的办件", "Cases that stand in it") }
          for line in waiting {
            Tag.div(.class("choice")) {
              Tag.input(
                .type("checkbox"), .name("case"), .value(line.number), .id("c" + line.number),
                Attribute("checked"))
              Tag.label(.for("c" + line.number)) {
                "\(line.number) \(line.name) · " + place(line.benefit) + " · "
                  + line.amount.words(place.language)
              }
            }
          }
        }
        Tag.button { place("发起公示", "Open the notice") }
      }
    }
    Tag.h2 { place("已有的公示", "Notices") }
    noticeList(notices, place)
  }
}
