import Core

/// The budgets of a year.
package struct BudgetView: Sendable {
  /// A budget and where it stands, amounts as people read them.
  package struct Line: Sendable {
    package let fund: String
    package let appropriation: String
    package let free: String
    package let committed: String
    package let paid: String
    package let isClosed: Bool

    package init(
      fund: String, appropriation: String, free: String, committed: String, paid: String,
      isClosed: Bool
    ) {
      self.fund = fund
      self.appropriation = appropriation
      self.free = free
      self.committed = committed
      self.paid = paid
      self.isClosed = isClosed
    }
  }

  package let year: Int
  package let lines: [Line]
  /// Proposals that wait for a second person: number, fund and year, change.
  package let proposals: [(number: Int64, fund: String, change: String)]
  package let mayPropose: Bool
  package let mayConfirm: Bool

  package init(
    year: Int, lines: [Line], proposals: [(number: Int64, fund: String, change: String)],
    mayPropose: Bool, mayConfirm: Bool
  ) {
    self.year = year
    self.lines = lines
    self.proposals = proposals
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
      for proposal in view.proposals {
        form(
          action: place.link(
            "desk/budgets/\(view.mayConfirm ? "confirm" : "decline")?year=\(view.year)")
        ) {
          Tag.input(.type("hidden"), .name("proposal"), .value("\(proposal.number)"))
          Tag.p {
            proposal.fund + "  " + proposal.change + "  "
            if view.mayConfirm { Tag.button { place("确认", "Confirm") } }
          }
        }
      }
    }
    if view.mayPropose {
      Tag.h2 { place("下达或调减指标", "Grant or reduce") }
      form(action: place.link("desk/budgets/propose?year=\(view.year)")) {
        textField(
          "region", place("地区代码", "Region code"),
          hint: place("六位，例如 330302", "six digits, as 330302"), classes: "short")
        textField(
          "amount", place("金额（元），调减写负数", "Amount in yuan, below zero to reduce"),
          classes: "medium")
        Tag.button { place("提请", "Propose") }
      }
    }
  }
}

private func table(_ view: BudgetView, _ place: PageLocation) -> HTML {
  let title = place("指标", "Budgets")
  return Tag.div(.class("scroll"), Attribute("tabindex", "0"), .label(title)) {
    Tag.table(.class("figures")) {
      Tag.thead {
        Tag.tr {
          for text in [
            place("资金", "Fund"), place("指标", "Appropriation"), place("可用", "Free"),
            place("已承诺", "Committed"), place("已支付", "Paid"),
          ] { Tag.th(Attribute("scope", "col")) { text } }
        }
      }
      Tag.tbody {
        for line in view.lines {
          Tag.tr {
            Tag.th(Attribute("scope", "row")) {
              line.fund + (line.isClosed ? place("（已结转）", " (carried over)") : "")
            }
            for amount in [line.appropriation, line.free, line.committed, line.paid] {
              Tag.td { amount.groupedDigits }
            }
          }
        }
      }
    }
  }
}
