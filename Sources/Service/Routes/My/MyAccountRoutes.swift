import Bureau
import Casework
import Core
import HTTP
import Office
import Pages
import Procedures
import Store

/// Where the money of a case shall go.
struct MyAccountRoutes: Sendable {
  let desk: Desk
  let cases: MyCaseRoutes

  init(_ desk: Desk) {
    self.desk = desk
    cases = MyCaseRoutes(desk)
  }

  func page(_ request: SignedRequest) throws -> Response {
    let opened = try cases.open(request)
    guard let step = step(request, opened) else { return back(request) }
    let known = try known(opened)
    return Response(
      myAccountPage(
        request.place, opened.frame, view(step, opened, known), request.form(key: nil)))
  }

  func keep(_ request: SignedRequest) throws -> Response {
    let fields = try request.form().fields
    let opened = try cases.open(request, noting: nil)
    guard let step = step(request, opened) else { return back(request) }
    let known = try known(opened)
    var view = view(step, opened, known)
    view.bank = (fields[MyAccountField.bank] ?? "").trimmed
    view.holder = (fields[MyAccountField.holder] ?? "").trimmed
    let typed = MyAccountRoutes.digits(fields[MyAccountField.number] ?? "")
    let number = typed.isEmpty ? known?.account.number ?? "" : typed
    view.errors = faults(view, number: number, request.place)
    guard view.errors.isEmpty else {
      return Response(
        myAccountPage(request.place, opened.frame, view, request.form(key: nil)),
        status: .unprocessableContent)
    }
    let account = PayeeAccount(bank: view.bank, holder: view.holder, number: number)
    // The same said again is no event.
    if account != opened.account {
      try desk.bureau.office.write { connection in
        try cases.casework.set(account, of: opened.number, by: opened.party.signer, connection)
      }
    }
    let isReady = !step.needs.contains(.evidence) || !opened.detail.files.isEmpty
    return isReady
      ? .seeOther(request.place.link("my/cases/\(opened.number)/steps/\(step.id)"))
      : back(request)
  }

  private func back(_ request: SignedRequest) -> Response {
    .seeOther(request.place.link("my/cases/" + request.parameter("number")))
  }

  /// The step that needs the account: the one that the address names, or the first that does.
  private func step(
    _ request: SignedRequest, _ opened: MyCaseRoutes.Opened
  ) -> Transition? {
    let steps = opened.steps.filter { $0.needs.contains(.account) }
    return steps.first { $0.id == request.request.query["step"] } ?? steps.first
  }

  /// The account of the case, or else the one that the registry has on file.
  private func known(
    _ opened: MyCaseRoutes.Opened
  ) throws -> (account: PayeeAccount, isFromRegistry: Bool)? {
    if let account = opened.account { return (account, false) }
    return try desk.bureau.knownAccount(of: opened.party.id).map { account in
      let digits = MyAccountRoutes.digits(account.number)
      return (
        PayeeAccount(bank: account.bank, holder: account.holder, number: digits), true
      )
    }
  }

  private func view(
    _ step: Transition, _ opened: MyCaseRoutes.Opened,
    _ known: (account: PayeeAccount, isFromRegistry: Bool)?
  ) -> MyAccountView {
    MyAccountView(
      number: opened.number, step: step.id, bank: known?.account.bank ?? "",
      holder: known?.account.holder ?? opened.record.partyName,
      known: known.map { CaseRoutes.masked($0.account.number) },
      isFromRegistry: known?.isFromRegistry ?? false)
  }

  private func faults(
    _ view: MyAccountView, number: String, _ place: PageLocation
  ) -> [FormError] {
    var errors: [FormError] = []
    func check(_ field: String, _ text: String, _ zh: String, _ en: String) {
      if text.isEmpty {
        errors.append(FormError(field: field, message: place("请填写\(zh)。", "Give the \(en).")))
      } else if text.count > 70 {
        errors.append(
          FormError(
            field: field,
            message: place("\(zh)最多 70 个字。", "The \(en) takes 70 characters at most.")))
      }
    }
    check(MyAccountField.bank, view.bank, "开户行", "bank")
    check(MyAccountField.holder, view.holder, "户名", "account holder")
    let isNumber =
      (8...34).contains(number.count) && number.allSatisfy { $0.isASCII && $0.isNumber }
    if !isNumber {
      errors.append(
        FormError(
          field: MyAccountField.number,
          message: number.isEmpty
            ? place("请填写账号。", "Give the account number.")
            : place("账号应为 8 到 34 位数字。", "An account number has 8 to 34 digits.")))
    }
    return errors
  }

  /// Without blanks and hyphens, and with the digits of a Chinese keyboard as ASCII.
  private static func digits(_ text: String) -> String {
    String(
      text.unicodeScalars.map { $0.halfWidth ?? String($0) }.joined()
        .filter { !$0.isWhitespace && $0 != "-" })
  }
}
