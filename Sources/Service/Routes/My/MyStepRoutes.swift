import Bureau
import Casework
import Core
import HTTP
import Office
import Pages
import Procedures
import Store

/// Taking a step in a case: the reasons where it needs them, a last look, and that it was done.
struct MyStepRoutes: Sendable {
  let desk: Desk
  let cases: MyCaseRoutes

  /// The longest reason that is taken, in characters.
  private static let longestReason = 2_000

  init(_ desk: Desk) {
    self.desk = desk
    cases = MyCaseRoutes(desk)
  }

  func page(_ request: SignedRequest) throws -> Response {
    let opened = try cases.open(request)
    guard let step = step(request, opened) else { return toCase(request) }
    if let missing = missing(step, opened) {
      return .seeOther(request.place.link("my/cases/\(opened.number)/" + missing))
    }
    let view = view(step, opened)
    return Response(
      view.needsReason
        ? myReasonPage(request.place, opened.frame, view, request.form(key: nil))
        : myCheckPage(request.place, opened.frame, view, request.form()))
  }

  func answer(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let opened = try cases.open(request, noting: nil)
    // Sent again after it was done, it shows what came of it.
    guard let step = step(request, opened) else {
      return isDone(request, opened) ? toDone(request) : toCase(request)
    }
    var view = view(step, opened)
    view.reason = (form.fields[MyStepField.reason] ?? "").trimmed
    let button = form.fields[MyStepField.button]
    if view.needsReason {
      if button == MyStepField.edit {
        return Response(
          myReasonPage(request.place, opened.frame, view, request.form(key: nil)))
      }
      if let error = fault(of: view.reason, request.place) {
        view.errors = [FormError(field: MyStepField.reason, message: error)]
        return Response(
          myReasonPage(request.place, opened.frame, view, request.form(key: nil)),
          status: .unprocessableContent)
      }
    }
    guard button == MyStepField.confirm else {
      return Response(myCheckPage(request.place, opened.frame, view, request.form()))
    }
    do {
      try take(step, view.reason, opened, key: form.fields[SignedForm.request])
    } catch let problem as any WordedProblem {
      view.errors = [FormError(field: "confirm", message: request.place(problem.sentence))]
      return Response(
        myCheckPage(request.place, opened.frame, view, request.form()),
        status: .unprocessableContent)
    }
    return toDone(request)
  }

  private func take(
    _ step: Transition, _ reason: String, _ opened: MyCaseRoutes.Opened, key: String?
  ) throws {
    try desk.bureau.office.write { connection in
      _ = try desk.bureau.office.once(
        key ?? SignedRequest.newKey(), by: opened.party.signer, connection
      ) { connection in
        try cases.casework.act(
          step.id, on: opened.number, reason: reason, by: opened.party.signer, connection
        ).record.number
      }
    }
  }

  func done(_ request: SignedRequest) throws -> Response {
    let opened = try cases.open(request)
    guard isDone(request, opened),
      let step = opened.detail.procedure.transition(request.parameter("step"))
    else { return toCase(request) }
    return Response(
      myDonePage(
        request.place, opened.frame, step: step.label, try cases.words.line(opened.record)))
  }

  /// Whether the step is the last that the party has taken.
  private func isDone(_ request: SignedRequest, _ opened: MyCaseRoutes.Opened) -> Bool {
    let steps = opened.detail.events.filter { event in
      event.to != nil && opened.detail.procedure.transition(event.act)?.by.contains(.party) == true
    }
    return steps.first?.act == request.parameter("step")
  }

  private func toCase(_ request: SignedRequest) -> Response {
    .seeOther(request.place.link("my/cases/" + request.parameter("number")))
  }

  private func toDone(_ request: SignedRequest) -> Response {
    .seeOther(
      request.place.link(
        "my/cases/\(request.parameter("number"))/done/\(request.parameter("step"))"))
  }

  private func step(
    _ request: SignedRequest, _ opened: MyCaseRoutes.Opened
  ) -> Transition? {
    opened.steps.first { $0.id == request.parameter("step") }
  }

  private func view(_ step: Transition, _ opened: MyCaseRoutes.Opened) -> MyStepView {
    let record = opened.record
    var view = MyStepView(
      number: record.number, id: step.id, label: step.label, isGrave: step.isGrave,
      needsReason: step.needs.contains(.reason),
      benefit: cases.words.words.benefit(record.entitlement.benefit),
      amount: record.amount > 0 ? record.money : nil)
    if step.needs.contains(.account) { view.account = opened.account.map(MyCaseRoutes.masked) }
    if step.needs.contains(.evidence) { view.files = opened.detail.files.map(\.name) }
    if step.needs.contains(.selfScores) {
      view.points = ScoreWords.total(opened.scores.compactMap(\.own)).description
    }
    return view
  }

  /// The page of the first thing that a step still needs; the reason is asked for by itself.
  private func missing(_ step: Transition, _ opened: MyCaseRoutes.Opened) -> String? {
    for requirement in step.needs {
      switch requirement {
      case .account where opened.account == nil: return "account?step=\(step.id)"
      case .evidence where opened.detail.files.isEmpty: return "files"
      case .selfScores where opened.scores.contains { $0.own == nil }: return "scores"
      default: continue
      }
    }
    return nil
  }

  private func fault(of reason: String, _ place: PageLocation) -> String? {
    if reason.isEmpty { return place("请写明理由。", "Give your reasons.") }
    guard reason.count > Self.longestReason else { return nil }
    return place(
      "理由最多 \(Self.longestReason) 字，现在有 \(reason.count) 字。",
      "At most \(Self.longestReason) characters; there are \(reason.count).")
  }
}
