package import Core

/// The budgets of a year.
package struct BudgetView: Sendable {
  /// A budget and where it stands.
  package struct Line: Sendable {
    package let fund: Bilingual
    /// Appropriation, free, committed, paid: the first is what the others make up.
    package let parts: [Part]
    package let isClosed: Bool

    package init(fund: Bilingual, parts: [Part], isClosed: Bool) {
      self.fund = fund
      self.parts = parts
      self.isClosed = isClosed
    }
  }

  /// Money, or so many pieces of another thing, in words.
  package enum Part: Sendable {
    case money(Money)
    case pieces(Bilingual)
  }

  /// A change that waits for a second person.
  package struct Proposal: Sendable {
    package let number: Int64
    package let fund: Bilingual
    package let change: Bilingual
    package let moment: String
    /// Whether the reader has asked for it, and so cannot confirm it.
    package let isOwn: Bool

    package init(
      number: Int64, fund: Bilingual, change: Bilingual, moment: String, isOwn: Bool
    ) {
      self.number = number
      self.fund = fund
      self.change = change
      self.moment = moment
      self.isOwn = isOwn
    }
  }

  package let year: Int
  package let lines: [Line]
  package let proposals: [Proposal]
  /// The regions that the reader may ask for: code and name.
  package let regions: [(code: String, name: Bilingual)]
  package let mayPropose: Bool
  package let mayConfirm: Bool

  package init(
    year: Int, lines: [Line], proposals: [Proposal],
    regions: [(code: String, name: Bilingual)], mayPropose: Bool, mayConfirm: Bool
  ) {
    self.year = year
    self.lines = lines
    self.proposals = proposals
    self.regions = regions
    self.mayPropose = mayPropose
    self.mayConfirm = mayConfirm
  }
}

/// What was granted, and where it stands.
package func budgetPage(
  _ place: PageLocation, _ view: BudgetView, _ form: SignedForm, told: String? = nil,
  isProblem: Bool = false
) -> Page {
  deskPage(place, .budgets, title: place("\(view.year) 年度指标", "Budgets of \(view.year)")) {
    message(told, isProblem: isProblem)
    Tag.nav(.class("pager"), .label(place("年度", "Year"))) {
      for year in [view.year - 1, view.year + 1] {
        Tag.a(.class("button quiet"), .href(place.link("desk/budgets/?year=\(year)"))) { "\(year)" }
      }
    }
    if view.lines.isEmpty {
      Tag.p(.class("soft")) { place("这一年还没有指标。", "Nothing is granted for this year yet.") }
    } else {
      table(view, place)
    }
    if !view.proposals.isEmpty {
      Tag.h2 { place("等另一人确认", "Waiting for a second person") }
      Tag.ul(.class("outcomes")) {
        for proposal in view.proposals { Tag.li { proposed(proposal, view, place, form) } }
      }
    }
    if view.mayPropose {
      Tag.h2 { place("下达或调减指标", "Grant or reduce") }
      form(action: place.link("desk/budgets/propose?year=\(view.year)")) {
        regionField(view.regions, place)
        textField(
          "amount", place("金额（元），调减写负数", "Amount in yuan, below zero to reduce"),
          classes: "medium")
        Tag.button { place("提请", "Propose") }
      }
    }
  }
}

private func proposed(
  _ proposal: BudgetView.Proposal, _ view: BudgetView, _ place: PageLocation, _ form: SignedForm
) -> HTML {
  Tag.div {
    Tag.strong { place(proposal.fund) + "  " + place(proposal.change) }
    Tag.p(.class("soft")) {
      place("\(proposal.moment) 提请", "asked for at \(proposal.moment)")
      if proposal.isOwn { place("，由您提请，须另一人确认", ", by you: another person must confirm it") }
    }
  }
    + (view.mayConfirm
      ? Tag.div(.class("buttons")) {
        if !proposal.isOwn {
          decision(proposal, "confirm", place("确认", "Confirm"), view, place, form)
        }
        decision(
          proposal, "decline",
          proposal.isOwn ? place("撤回", "Take it back") : place("不同意", "Decline"),
          view, place, form)
      } : .empty)
}

private func decision(
  _ proposal: BudgetView.Proposal, _ act: String, _ label: String, _ view: BudgetView,
  _ place: PageLocation, _ form: SignedForm
) -> HTML {
  form(action: place.link("desk/budgets/\(act)?year=\(view.year)")) {
    hiddenField("proposal", "\(proposal.number)")
    Tag.button(act == "confirm" ? [] : [.class("quiet")]) { label }
  }
}

private func table(_ view: BudgetView, _ place: PageLocation) -> HTML {
  let money = view.lines.map { line in
    line.parts.compactMap { if case .money(let money) = $0 { money.fen } else { nil } }
  }.filter { $0.count == 4 }
  let sums = (0..<4).map { index in
    HTML(Money(fen: money.reduce(0) { $0 + $1[index] }).grouped)
  }
  return DeskTable(
    title: place("指标", "Budgets"),
    columns: [
      .words(place("资金", "Fund")), .figures(place("指标（元）", "Appropriation (yuan)")),
      .figures(place("可用", "Free")), .figures(place("已承诺", "Committed")),
      .figures(place("已支付", "Paid")),
    ]
  ).html(
    view.lines.map { line in
      [HTML(place(line.fund) + (line.isClosed ? place("（已结转）", " (carried over)") : ""))]
        + line.parts.map { part in
          switch part {
          case .money(let money): HTML(money.grouped)
          case .pieces(let text): HTML(place(text))
          }
        }
    }, total: money.count < 2 ? [] : [HTML(place("合计", "Total"))] + sums)
}
