/// The account that a case shall be paid to, as somebody fills it in.
package struct MyAccountView: Sendable {
  package let number: String
  /// The step that follows; empty where there is none.
  package let step: String
  package var bank: String
  package var holder: String
  /// The number that is known, with stars; an empty field keeps it.
  package let known: String?
  /// Whether the registry knows it, and the case does not yet.
  package let isFromRegistry: Bool
  package var errors: [FormError] = []

  package init(
    number: String, step: String, bank: String, holder: String, known: String?,
    isFromRegistry: Bool
  ) {
    self.number = number
    self.step = step
    self.bank = bank
    self.holder = holder
    self.known = known
    self.isFromRegistry = isFromRegistry
  }
}

/// Names of the fields, which are their ids too.
package enum MyAccountField {
  package static let bank = "bank"
  package static let holder = "holder"
  package static let number = "number"
}

/// Asks where the money shall go.
package func myAccountPage(
  _ place: PageLocation, _ frame: MyFrame, _ view: MyAccountView, _ form: SignedForm
) -> Page {
  myPage(
    place, frame, .home, title: place("钱付到哪个账户？", "Where shall the money go?"),
    back: backToCase(view.number, place), errors: view.errors
  ) {
    if view.isFromRegistry {
      Tag.p {
        place(
          "登记库里有您的账户，已经填好；可以改成别的。",
          "The registry knows an account of yours; it is filled in, and you can change it.")
      }
    }
    let path = "my/cases/\(view.number)/account"
    form(action: place.link(view.step.isEmpty ? path : path + "?step=" + view.step)) {
      LabelledField(
        MyAccountField.bank, place("开户行", "Bank"), hint: place("例如：甲银行乙支行", "With its branch"),
        value: view.bank
      ).html(view.errors, place)
      LabelledField(
        MyAccountField.holder, place("户名", "Account holder"),
        hint: place("与银行登记的一致", "As the bank has it"), value: view.holder
      ).html(view.errors, place)
      LabelledField(
        MyAccountField.number, place("账号", "Account number"),
        hint: view.known.map {
          place(
            "现在是 \($0)。空着就用它；要换就填新的，8 到 34 位数字。",
            "At present \($0). Leave it empty to keep that, or give another of 8 to 34 digits.")
        } ?? place("8 到 34 位数字，可以有空格", "8 to 34 digits; blanks do no harm")
      ).html(view.errors, place)
      Tag.div(.class("buttons")) { Tag.button { place("继续", "Continue") } }
    }
  }
}
