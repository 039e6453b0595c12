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
  /// How many stand where, and what they come to: paid, failed, waiting.
  package let sums: [(status: Bilingual, count: Int, amount: Money)]
  package let warnings: [Bilingual]
  /// What can be done with it now: id and label.
  package let acts: [(id: String, label: Bilingual)]
  /// Formats in which its file can be made: name, label.
  package let formats: [(name: String, label: Bilingual)]

  package init(
    line: BatchLine, rows: [Row], sums: [(status: Bilingual, count: Int, amount: Money)],
    warnings: [Bilingual], acts: [(id: String, label: Bilingual)],
    formats: [(name: String, label: Bilingual)]
  ) {
    self.line = line
    self.rows = rows
    self.sums = sums
    self.warnings = warnings
    self.acts = acts
    self.formats = formats
  }
}

/// What the page of payments shows.
package struct PaymentsView: Sendable {
  package var batches: [BatchLine]
  /// How many cases are to be paid and stand in no batch.
  package var payable: Int
  package var followUps: [(subject: String, words: Bilingual)]
  package var unmatched: [(number: Int64, words: Bilingual)]
  /// Proposals that wait for a second person.
  package var proposals: [(number: Int64, words: Bilingual)]
  package var regions: [(code: String, name: Bilingual)]
  /// Whether the reader pays, and does not only look.
  package var isPayer: Bool

  package init(
    batches: [BatchLine], payable: Int, followUps: [(subject: String, words: Bilingual)],
    unmatched: [(number: Int64, words: Bilingual)],
    proposals: [(number: Int64, words: Bilingual)],
    regions: [(code: String, name: Bilingual)], isPayer: Bool
  ) {
    self.batches = batches
    self.payable = payable
    self.followUps = followUps
    self.unmatched = unmatched
    self.proposals = proposals
    self.regions = regions
    self.isPayer = isPayer
  }
}

/// Batches, what waits to be paid, statements, and what must be followed up.
package func paymentsPage(
  _ place: PageLocation, _ view: PaymentsView, _ form: SignedForm, told: [String] = [],
  isProblem: Bool = false
) -> Page {
  deskPage(place, .payments, title: place("支付", "Payments")) {
    for text in told { message(text, isProblem: isProblem) }
    Tag.h2 { place("批次", "Batches") }
    batchList(view.batches, place)
    if view.isPayer { makers(view, place, form) }
    lines(
      place("失败与退回", "Failed and returned"),
      view.followUps.map { ($0.subject, $0.words, "desk/cases/" + $0.subject) }, place)
    Tag.h2 { place("没有对上的流水", "Entries without a match") }
    if view.unmatched.isEmpty { Tag.p(.class("soft")) { place("没有。", "None.") } }
    for entry in view.unmatched {
      Tag.p { place(entry.words) }
      if view.isPayer {
        form(action: place.link("desk/payments/resolve")) {
          hiddenField("entry", "\(entry.number)")
          textField("note-\(entry.number)", place("说明", "Note"), classes: "medium")
          Tag.button(.class("quiet")) { place("提请认定：与本单位无关", "Propose: not ours") }
        }
      }
    }
    if !view.proposals.isEmpty {
      Tag.h2 { place("等另一人认定", "Waiting for a second person") }
      for proposal in view.proposals {
        Tag.p { place(proposal.words) }
        if view.isPayer {
          form(action: place.link("desk/payments/confirm")) {
            hiddenField("proposal", "\(proposal.number)")
            Tag.button { place("认定", "Confirm") }
          }
        }
      }
    }
  }
}

/// A batch is made, a statement taken in: the region is chosen once, whichever comes first.
private func makers(_ view: PaymentsView, _ place: PageLocation, _ form: SignedForm) -> HTML {
  Tag.h2 {
    place("新建批次（\(view.payable) 件待支付）", "A new batch (\(view.payable) cases to be paid)")
  }
    + (view.payable == 0
      ? Tag.p(.class("soft")) { place("现在没有待支付的办件。", "Nothing is to be paid now.") }
      : form(action: place.link("desk/payments/")) {
        regionField(view.regions, place)
        textField("payer", place("付款单位", "Payer"))
        textField("bank", place("开户行", "Bank"))
        textField("account", place("付款账号", "Account"))
        Tag.button { place("新建，并收入全部待支付办件", "Make it, with all cases that are to be paid") }
      })
    + Tag.h2 { place("导入银行对账单", "Take in a statement of the bank") }
    + form(action: place.link("desk/payments/statements"), takesFiles: true) {
      regionField(view.regions, place, id: "statement-region")
      Tag.div(.class("field")) {
        Tag.label(.class("ask"), .for("file")) {
          place("camt.053 或 CSV 文件", "A camt.053 or CSV file")
        }
        Tag.input(.type("file"), .id("file"), .name("file"))
      }
      Tag.button { place("导入", "Take it in") }
    }
}

private func batchList(_ batches: [BatchLine], _ place: PageLocation) -> HTML {
  guard !batches.isEmpty else { return Tag.p(.class("soft")) { place("没有。", "None.") } }
  return DeskTable(
    title: place("批次", "Batches"),
    columns: [
      .words(place("批次", "Batch")), .words(place("状态", "Status")), .words(place("付款日", "Day")),
      .figures(place("笔数", "Payments")), .figures(place("金额（元）", "Amount (yuan)")),
    ]
  ).html(
    batches.map { batch in
      [
        Tag.a(.href(place.link("desk/payments/\(batch.number)"))) {
          place("第 \(batch.number) 批", "Batch \(batch.number)")
        }, HTML(place(batch.status)), HTML("\(batch.day)"), HTML("\(batch.count)".groupedDigits),
        HTML(batch.amount.groupedDigits),
      ]
    })
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
  let title = place("第 \(view.line.number) 批", "Batch \(view.line.number)")
  return deskPage(place, .payments, title: title) {
    message(told, isProblem: isProblem)
    Tag.p(.class("lead")) {
      place(view.line.status) + " · " + view.line.amount.groupedDigits + place(" 元", " yuan")
        + " · " + place("\(view.line.count) 笔", "\(view.line.count) payments")
        + place(" · \(view.line.day) 付款", " · to be paid on \(view.line.day)")
    }
    Tag.dl(.class("sums")) {
      for sum in view.sums {
        Tag.div {
          Tag.dt { place(sum.status) }
          Tag.dd {
            place("\(sum.count) 笔，", "\(sum.count): ") + sum.amount.words(place.language)
          }
        }
      }
    }
    for warning in view.warnings { message(place(warning)) }
    for act in view.acts {
      form(action: place.link(path)) {
        Tag.p {
          Tag.button(
            [.name("act"), .value(act.id)] + (act.id == "cancel" ? [.class("quiet")] : [])
          ) { place(act.label) }
        }
      }
    }
    Tag.h2 { place("明细", "Payments") }
    batchRows(view, place)
    if !view.formats.isEmpty {
      Tag.h2 { place("给银行的文件", "The file for the bank") }
      form(action: place.link(path + "/file")) {
        selection(
          "format", place("格式", "Format"),
          view.formats.map { Choice($0.name, place($0.label)) })
        Tag.button { place("生成并下载", "Make it and download") }
      }
    }
    Tag.p(.class("soft small")) { place("报文标识 ", "Message id ") + view.line.name }
  }
}

private func batchRows(_ view: BatchView, _ place: PageLocation) -> HTML {
  DeskTable(
    title: place("明细", "Payments"),
    columns: [
      .words(place("办件", "Case")), .words(place("收款人", "Payee")),
      .words(place("账号", "Account")), .words(place("状态", "Status")),
      .figures(place("金额（元）", "Amount (yuan)")),
    ]
  ).html(
    view.rows.map { row in
      [
        Tag.a(.href(place.link("desk/cases/" + row.subject))) { row.subject },
        HTML(row.payee), HTML(row.account),
        HTML(place(row.status) + (row.reason.map { " · " + place($0) } ?? "")),
        HTML(row.amount.groupedDigits),
      ]
    })
}
