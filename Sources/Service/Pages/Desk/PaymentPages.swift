package import Core

/// A batch as lists show it.
package struct BatchLine: Sendable {
  package let number: Int64
  package let name: String
  package let status: Bilingual
  package let count: Int
  package let amount: String
  package let day: CivilDate

  package init(
    number: Int64, name: String, status: Bilingual, count: Int, amount: String, day: CivilDate
  ) {
    self.number = number
    self.name = name
    self.status = status
    self.count = count
    self.amount = amount
    self.day = day
  }
}

/// A batch in full.
package struct BatchView: Sendable {
  package struct Row: Sendable {
    package let subject: String
    package let payee: String
    package let account: String
    package let amount: String
    package let status: Bilingual
    package let reason: Bilingual?

    package init(
      subject: String, payee: String, account: String, amount: String, status: Bilingual,
      reason: Bilingual?
    ) {
      self.subject = subject
      self.payee = payee
      self.account = account
      self.amount = amount
      self.status = status
      self.reason = reason
    }
  }

  package let line: BatchLine
  package let rows: [Row]
  package let warnings: [Bilingual]
  /// What can be done with it now: id and label.
  package let acts: [(id: String, label: Bilingual)]
  /// Formats in which its file can be made: name, label.
  package let formats: [(name: String, label: String)]

  package init(
    line: BatchLine, rows: [Row], warnings: [Bilingual], acts: [(id: String, label: Bilingual)],
    formats: [(name: String, label: String)]
  ) {
    self.line = line
    self.rows = rows
    self.warnings = warnings
    self.acts = acts
    self.formats = formats
  }
}

/// Batches, what waits to be paid, statements, and what must be followed up.
package func paymentsPage(
  _ place: PageLocation, batches: [BatchLine], payable: Int,
  followUps: [(subject: String, words: Bilingual)],
  unmatched: [(number: Int64, words: Bilingual)],
  proposals: [(number: Int64, words: Bilingual)], _ form: SignedForm, told: [String] = [],
  isProblem: Bool = false
) -> Page {
  deskPage(place, .payments, title: place("支付", "Payments")) {
    for text in told { message(text, isProblem: isProblem) }
    Tag.h2 { place("新建批次（\(payable) 件待支付）", "A new batch (\(payable) cases to be paid)") }
    form(action: place.link("desk/payments/")) {
      textField(
        "region", place("地区代码", "Region code"), hint: place("六位", "six digits"), classes: "short")
      textField("payer", place("付款单位", "Payer"))
      textField("bank", place("开户行", "Bank"))
      textField("account", place("付款账号", "Account"))
      Tag.button { place("新建，并收入全部待支付办件", "Make it, with all cases that are to be paid") }
    }
    Tag.h2 { place("批次", "Batches") }
    batchList(batches, place)
    Tag.h2 { place("导入银行对账单", "Take in a statement of the bank") }
    form(action: place.link("desk/payments/statements"), takesFiles: true) {
      textField("region", place("地区代码", "Region code"), classes: "short statement")
      Tag.label(.class("ask"), .for("file")) {
        place("camt.053 或 CSV 文件", "A camt.053 or CSV file")
      }
      Tag.input(.type("file"), .id("file"), .name("file"))
      Tag.p { Tag.button { place("导入", "Take it in") } }
    }
    lines(
      place("失败与退回", "Failed and returned"),
      followUps.map { ($0.subject, $0.words, "desk/cases/" + $0.subject) }, place)
    Tag.h2 { place("没有对上的流水", "Entries without a match") }
    if unmatched.isEmpty { Tag.p(.class("soft")) { place("没有。", "None.") } }
    for entry in unmatched {
      form(action: place.link("desk/payments/resolve")) {
        Tag.input(.type("hidden"), .name("entry"), .value("\(entry.number)"))
        Tag.p { place(entry.words) }
        textField(
          "note-\(entry.number)", place("说明", "Note"), classes: "medium")
        Tag.button(.class("quiet")) { place("提请认定：与本单位无关", "Propose: not ours") }
      }
    }
    if !proposals.isEmpty {
      Tag.h2 { place("等另一人认定", "Waiting for a second person") }
      for proposal in proposals {
        form(action: place.link("desk/payments/confirm")) {
          Tag.input(.type("hidden"), .name("proposal"), .value("\(proposal.number)"))
          Tag.p { place(proposal.words) + " " }
          Tag.button { place("认定", "Confirm") }
        }
      }
    }
  }
}

private func batchList(_ batches: [BatchLine], _ place: PageLocation) -> HTML {
  lines(
    nil,
    batches.map { batch in
      (
        batch.name,
        Bilingual(
          zh: "\(batch.status.zh)，\(batch.count) 笔，\(batch.amount.groupedDigits) 元，\(batch.day)",
          en:
            "\(batch.status.en), \(batch.count) payments, \(batch.amount.groupedDigits) yuan, \(batch.day)"
        ),
        "desk/payments/\(batch.number)"
      )
    }, place)
}

private func lines(
  _ title: String?, _ lines: [(name: String, words: Bilingual, path: String)], _ place: PageLocation
) -> HTML {
  Tag.section {
    if let title { Tag.h2 { title } }
    if lines.isEmpty { Tag.p(.class("soft")) { place("没有。", "None.") } }
    Tag.ul(.class("outcomes")) {
      for line in lines {
        Tag.li {
          Tag.a(.href(place.link(line.path))) { line.name }
          Tag.span { place(line.words) }
        }
      }
    }
  }
}

/// A batch: what it pays, and what can be done with it.
package func batchPage(
  _ place: PageLocation, _ view: BatchView, _ form: SignedForm, told: String? = nil,
  isProblem: Bool = false
) -> Page {
  let path = "desk/payments/\(view.line.number)"
  return deskPage(place, .payments, title: view.line.name) {
    message(told, isProblem: isProblem)
    Tag.p(.class("lead")) {
      place(view.line.status) + " · " + view.line.amount.groupedDigits + place(" 元", " yuan")
        + " · "
        + place("\(view.line.count) 笔", "\(view.line.count) payments")
    }
    for warning in view.warnings { message(place(warning)) }
    for act in view.acts {
      form(action: place.link(path)) {
        Tag.p { Tag.button(.name("act"), .value(act.id)) { place(act.label) } }
      }
    }
    if !view.formats.isEmpty {
      form(action: place.link(path + "/file")) {
        selection(
          "format", place("银行文件", "File for the bank"), view.formats.map { ($0.name, $0.label) },
          chosen: "")
        Tag.button { place("生成并下载", "Make it and download") }
      }
    }
    let title = place("明细", "Payments")
    Tag.div(.class("scroll"), Attribute("tabindex", "0"), .label(title)) {
      Tag.table(.class("figures")) {
        Tag.thead {
          Tag.tr {
            for text in [
              place("办件", "Case"), place("收款人", "Payee"), place("账号", "Account"),
              place("状态", "Status"), place("金额（元）", "Amount (yuan)"),
            ] { Tag.th(Attribute("scope", "col")) { text } }
          }
        }
        Tag.tbody {
          for row in view.rows {
            Tag.tr {
              Tag.th(Attribute("scope", "row")) {
                Tag.a(.href(place.link("desk/cases/" + row.subject))) { row.subject }
              }
              Tag.td { row.payee }
              Tag.td { row.account }
              Tag.td { place(row.status) + (row.reason.map { " · " + place($0) } ?? "") }
              Tag.td { row.amount.groupedDigits }
            }
          }
        }
      }
    }
  }
}
