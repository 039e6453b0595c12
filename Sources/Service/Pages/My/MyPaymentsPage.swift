package import Core

/// One attempt to pay, as its payee reads it.
package struct MyPayment: Sendable {
  package let number: String
  package let benefit: Bilingual
  package let amount: Money
  package let status: Bilingual
  package let isSettled: Bool
  /// The bank, and the account with stars.
  package let account: String
  /// When the money arrived.
  package let day: CivilDate?
  /// Why it did not.
  package let reason: Bilingual?

  package init(
    number: String, benefit: Bilingual, amount: Money, status: Bilingual, isSettled: Bool,
    account: String, day: CivilDate?, reason: Bilingual?
  ) {
    self.number = number
    self.benefit = benefit
    self.amount = amount
    self.status = status
    self.isSettled = isSettled
    self.account = account
    self.day = day
    self.reason = reason
  }
}

/// What was paid, is on its way, or did not arrive.
///
/// - Parameters:
///   - place: where the reader is.
///   - frame: whose pages they are.
///   - payments: those of the newest cases first.
///   - next: the page of those of older cases, below the language.
/// - Returns: the page.
package func myPaymentsPage(
  _ place: PageLocation, _ frame: MyFrame, _ payments: [MyPayment], next: String?
) -> Page {
  let title = place("款项", "Payments")
  return myPage(place, frame, .payments, title: title) {
    if payments.isEmpty {
      Tag.p { place("还没有发给您的款项。", "Nothing was paid to you yet.") }
    } else {
      DeskTable(
        title: title,
        columns: [
          .words(place("办件", "Case")), .words(place("待遇", "Benefit")),
          .words(place("状态", "Status")), .words(place("账户", "Account")),
          .figures(place("金额", "Amount")),
        ]
      ).html(payments.map { cells($0, place) })
    }
    if let next {
      Tag.p { Tag.a(.href(place.link(next))) { place("更早的", "Earlier ones") } }
    }
  }.wide
}

private func cells(_ payment: MyPayment, _ place: PageLocation) -> [HTML] {
  [
    Tag.a(.href(place.link("my/cases/\(payment.number)"))) { payment.number },
    HTML(place(payment.benefit.capitalised)),
    Tag.div {
      Tag.span(.class("tag " + (payment.isSettled ? "yes" : "no"))) {
        place(payment.status.capitalised)
      }
      if let day = payment.day { " \(day)" }
      if let reason = payment.reason { Tag.p(.class("soft")) { place(reason) } }
    },
    HTML(payment.account), HTML(payment.amount.words(place.language)),
  ]
}
