package import Core

/// Entries of the trail, and what they were looked for by.
package struct AuditView: Sendable {
  package struct Line: Sendable {
    package let number: Int64
    package let moment: String
    package let who: String
    package let role: Bilingual
    package let action: String
    package let object: String
    package let party: String
    package let detail: String

    package init(
      number: Int64, moment: String, who: String, role: Bilingual, action: String, object: String,
      party: String, detail: String
    ) {
      self.number = number
      self.moment = moment
      self.who = who
      self.role = role
      self.action = action
      self.object = object
      self.party = party
      self.detail = detail
    }
  }

  /// The names of the filters, in their order; each stands in the address by its name.
  package static let filters = ["user", "party", "kind", "object", "action"]

  /// What the filters are set to, by name.
  package var filter: [String: String]
  package var lines: [Line]
  /// The address of the page of older entries; `nil` on the last.
  package var older: String?
  package var errors: [FormError]

  package init(
    filter: [String: String], lines: [Line], older: String?, errors: [FormError] = []
  ) {
    self.filter = filter
    self.lines = lines
    self.older = older
    self.errors = errors
  }

  static func label(of filter: String) -> Bilingual {
    switch filter {
    case "user": Bilingual(zh: "账户编号", en: "number of the account")
    case "party": Bilingual(zh: "人员或单位", en: "person or organisation")
    case "kind": Bilingual(zh: "对象种类", en: "kind of object")
    case "object": Bilingual(zh: "对象编号", en: "object")
    default: Bilingual(zh: "动作", en: "action")
    }
  }
}

/// The page of the trail: who saw and did what, the newest first.
package func auditPage(_ place: PageLocation, _ view: AuditView, _ form: SignedForm) -> Page {
  let title = place("审计记录", "Audit trail")
  var page = Page(place, title: title) {
    Tag.a(.class("back"), .href(place.link("account"))) { place("我的账户", "My account") }
    errorSummary(view.errors, place, takesFocus: true)
    Tag.h1 { title }
    Tag.p(.class("lead")) {
      place(
        "谁看过、办过、改过什么，只增不减，一条扣着一条；查看这一页也会记下。",
        "Who saw, did and changed what. Entries are only added, each bound to the one before; a look "
          + "at this page is one too.")
    }
    Tag.form(
      .class("filters"), Attribute("method", "get"), Attribute("action", place.link("audit"))
    ) {
      for name in AuditView.filters {
        filter(name, place(AuditView.label(of: name).capitalised), view.filter[name] ?? "")
      }
      Tag.button(.class("quiet")) { place("筛选", "Filter") }
    }
    if view.lines.isEmpty {
      Tag.p(.class("soft"), Attribute("role", "status")) {
        place("没有这样的记录。", "There is no such entry.")
      }
    } else {
      entries(view, place)
    }
    if let older = view.older {
      Tag.p(.class("pager")) {
        Tag.a(.class("button quiet"), .href(older), Attribute("rel", "next")) {
          place("更早的", "Older")
        }
      }
    }
    Tag.h2 { place("核对", "Verify") }
    Tag.p {
      place(
        "从第一条起重算每一条的散列，并按分录重算每一笔账，看有没有被改动过。",
        "Works out every hash of the trail and every balance of the ledger anew, to see whether "
          + "anything was altered.")
    }
    form(action: place.link("audit/verify")) {
      Tag.p(.class("buttons")) { Tag.button { place("开始核对", "Verify now") } }
    }
  }
  page.hasError = !view.errors.isEmpty
  return page.wide
}

private func entries(_ view: AuditView, _ place: PageLocation) -> HTML {
  DeskTable(
    title: place("记录", "Entries"),
    columns: [
      .words(place("序号", "No.")), .words(place("时间", "Time")), .words(place("谁", "Who")),
      .words(place("动作", "Action")), .words(place("对象", "Object")),
      .words(place("涉及", "Concerns")), .words(place("详情", "Details")),
    ]
  ).html(
    view.lines.map { line in
      [
        HTML("\(line.number)"), HTML(line.moment),
        Tag.span {
          line.who + " "
          Tag.span(.class("soft small")) { place(line.role) }
        },
        Tag.code { line.action }, HTML(line.object), HTML(line.party),
        Tag.span(.class("small detail")) { line.detail },
      ]
    })
}

/// What came of verifying the trail and the ledger.
///
/// - Parameters:
///   - place: where the reader is.
///   - results: of each, what was found, and whether it holds.
/// - Returns: the page.
package func verifiedPage(
  _ place: PageLocation, _ results: [(title: Bilingual, found: Bilingual, holds: Bool)]
) -> Page {
  let title = place("核对结果", "What verifying came to")
  return Page(place, title: title) {
    Tag.a(.class("back"), .href(place.link("audit"))) { place("审计记录", "Audit trail") }
    Tag.h1 { title }
    for result in results {
      Tag.div(.class(result.holds ? "result is-yes" : "result")) {
        Tag.h2 {
          place(result.title.capitalised) + " "
          Tag.span(.class(result.holds ? "tag yes" : "tag wait")) {
            result.holds ? place("对得上", "holds") : place("对不上", "does not hold")
          }
        }
        Tag.p(.class("number")) { place(result.found) }
      }
    }
  }
}
