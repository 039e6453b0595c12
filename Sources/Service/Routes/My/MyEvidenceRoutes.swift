import Bureau
import Casework
import Core
import HTTP
import Office
import Pages
import Procedures
import Store

/// Files of a case: handed in, looked at, taken away again.
struct MyEvidenceRoutes: Sendable {
  let desk: Desk
  let cases: MyCaseRoutes

  /// What one form with files may weigh in all.
  static let mostBytes = 2 * EvidenceKind.mostBytes

  init(_ desk: Desk) {
    self.desk = desk
    cases = MyCaseRoutes(desk)
  }

  func page(_ request: SignedRequest) throws -> Response {
    try page(request, try cases.open(request), errors: [])
  }

  private func page(
    _ request: SignedRequest, _ opened: MyCaseRoutes.Opened, errors: [FormError]
  ) throws -> Response {
    guard isTheirTurn(opened) else { return toCase(request) }
    var view = MyEvidenceView(
      number: opened.number, files: opened.detail.files.map(MyFile.init),
      most: EvidenceKind.mostFiles)
    view.errors = errors
    return Response(
      myEvidencePage(request.place, opened.frame, view, request.form()),
      status: errors.isEmpty ? .ok : .unprocessableContent)
  }

  /// Keeps every file that can be kept; what is wrong with the others is said by name.
  func attach(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let opened = try cases.open(request, noting: nil)
    guard isTheirTurn(opened) else { return toCase(request) }
    let files = form.files.filter { $0.field == myEvidenceField }
    var errors: [String] = []
    if files.isEmpty {
      errors.append(request.place("请选择至少一个文件。", "Choose at least one file."))
    }
    let key = try form.fields[SignedForm.request] ?? SignedRequest.newKey()
    for (index, file) in files.enumerated() {
      do {
        try desk.bureau.office.write { connection in
          _ = try desk.bureau.office.once(
            "\(key)/\(index)", by: opened.party.signer, connection
          ) { connection in
            let kept = try cases.casework.attach(
              file.name, file.bytes, to: opened.number, by: opened.party.signer, connection)
            return "\(kept.key)"
          }
        }
      } catch let problem as any WordedProblem {
        errors.append(request.place(problem.sentence))
      }
    }
    guard errors.isEmpty else {
      return try page(
        request, try cases.open(request, noting: nil),
        errors: errors.map { FormError(field: myEvidenceField, message: $0) })
    }
    return .seeOther(request.place.link("my/cases/\(opened.number)/files"))
  }

  func remove(_ request: SignedRequest) throws -> Response {
    _ = try request.form()
    let opened = try cases.open(request, noting: nil)
    let key = try fileKey(request, opened)
    try desk.bureau.office.write { connection in
      try cases.casework.remove(
        file: key, from: opened.number, by: opened.party.signer, connection)
    }
    return .seeOther(request.place.link("my/cases/\(opened.number)/files"))
  }

  /// The content of a file: shown by the browser, or saved where the address asks for that.
  func content(_ request: SignedRequest) throws -> Response {
    let opened = try cases.open(request, noting: "case.see-file")
    let key = try fileKey(request, opened)
    let (evidence, bytes) = try desk.bureau.office.read { connection in
      try cases.casework.content(of: key, in: opened.number, connection)
    }
    let way = request.request.query["download"] == nil ? "inline" : "attachment"
    // RFC 6266, 4.3: the name as it was handed in, and one without it for what cannot read that.
    let name = "filename=\"\(key).\(evidence.kind.suffix)\""
    return Response(
      .ok,
      headers: [
        "Content-Type": evidence.kind.rawValue,
        "Content-Disposition":
          "\(way); \(name); filename*=UTF-8''\(PercentEncoding.encode(evidence.name))",
      ], body: bytes)
  }

  /// A file of the case that the address names, not of another one.
  private func fileKey(
    _ request: SignedRequest, _ opened: MyCaseRoutes.Opened
  ) throws(Refusal) -> Int64 {
    guard let key = Int64(request.parameter("file")),
      opened.detail.files.contains(where: { $0.key == key })
    else { throw .notFound }
    return key
  }

  private func isTheirTurn(_ opened: MyCaseRoutes.Opened) -> Bool {
    opened.steps.contains { $0.needs.contains(.evidence) }
  }

  private func toCase(_ request: SignedRequest) -> Response {
    .seeOther(request.place.link("my/cases/" + request.parameter("number")))
  }
}
