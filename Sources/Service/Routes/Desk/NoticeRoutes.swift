import Registry
import Bureau
import Casework
import Core
import Cryptography
import HTTP
import JSONText
import Office
import Pages
import People
import Procedures
import Store

/// Public notices: everybody reads them, clerks open them, whoever has signed in objects.
struct NoticeRoutes: Sendable {
  let desk: Desk
  let words: CaseWords

  init(_ desk: Desk) {
    self.desk = desk
    words = CaseWords(desk.bureau)
  }

  private var casework: Casework { desk.bureau.casework }

  /// All notices, without signing in.
  func list(_ request: Request, _ language: Language) throws -> Response {
    let notices = try desk.bureau.office.read { try casework.notices($0).map(line) }
    return Response(noticeListPage(PageLocation(language, of: request), notices))
  }

  /// A notice, as it is shown now, without signing in.
  func notice(_ request: Request, _ language: Language) throws -> Response {
    let place = PageLocation(language, of: request)
    let signed = try desk.signed(request)
    let form = signed.flatMap { signed in
      signed.stage == .full
        ? SignedForm(csrf: signed.csrf, key: try? SignedRequest.newKey()) : nil
    }
    let told =
      request.query["told"] == "objection"
      ? place("异议已收到，选中的行已暂缓。", "Your objection was received; the rows you ticked wait.") : nil
    return Response(
      noticePage(
        place, try view(request.parameters["number"] ?? ""), objecting: form, told: told))
  }

  private func view(_ number: String) throws -> NoticeView {
    let (notice, editions) = try desk.bureau.office.read { try casework.notice(number, $0) }
    let shown = editions.last.map { $0.content } ?? "{}"
    let json = try JSON.parse(SourceText(name: number, text: shown))
    return NoticeView(
      line: line(notice),
      rows: (json["rows"]?.items ?? []).map { row in
        NoticeView.Row(
          row: row["row"]?.wholeNumber ?? 0, name: row["name"]?.string ?? "",
          benefit: words.benefit(row["benefit"]?.string ?? ""),
          amount: row["amount"]?.string ?? "", region: row["region"]?.string ?? "",
          isHeld: row["held"]?.isTrue ?? false)
      },
      editions: editions.map { ($0.edition, $0.moment.text, Hexadecimal.text($0.hash)) })
  }

  private func line(_ notice: Notice) -> NoticeLine {
    NoticeLine(
      number: notice.number, title: notice.title, opens: notice.opens, closes: notice.closes,
      isOpen: notice.closed == nil && desk.bureau.clock.today <= notice.closes)
  }

  func object(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let number = request.parameter("number")
    let signer = try request.signer(
      .worker, .enterpriseAgent, .institutionAgent, .unionOfficer, .clerk, .reviewer, .auditor)
    let rows = form.fields.all("row").compactMap { Int($0) }
    try desk.bureau.office.write { connection in
      _ = try desk.bureau.office.once(
        form.fields[SignedForm.request] ?? SignedRequest.newKey(), by: signer, connection
      ) { connection in
        try casework.object(
          to: number, rows: rows, text: form.fields["text"]?.trimmed ?? "",
          contact: form.fields["contact"]?.trimmed ?? "", by: signer, connection)
        return number
      }
    }
    return .seeOther(request.place.link("notices/\(number)?told=objection"))
  }

  func deskPage(_ request: SignedRequest) throws -> Response { try deskPage(request, told: nil) }

  private func deskPage(_ request: SignedRequest, told: Bilingual?) throws -> Response {
    let signer = try DeskRoutes.looker(request)
    try request.note("notice.list", "desk", "notices")
    let (notices, waiting) = try desk.bureau.office.read { connection in
      var filter = QueueFilter()
      filter.assigned = .user(signer.actor.user)
      let taken = try casework.list(filter, limit: 1_000, for: signer, connection).cases
      return (
        try casework.notices(connection).map(line),
        try taken.filter { record in
          try casework.shelf.procedure(of: record).transitions(from: record.state)
            .contains { $0.effects.contains(.announce) }
        }.map { try words.line($0, taker: nil) }
      )
    }
    return Response(
      noticeDeskPage(
        request.place, notices, waiting: waiting, request.form(),
        told: told.map { request.place($0) }, isProblem: told != nil),
      status: told == nil ? .ok : .unprocessableContent)
  }

  /// Opens a notice over cases that the clerk has taken.
  func open(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try request.signer(.clerk)
    let title = Bilingual(
      zh: form.fields["zh"]?.trimmed ?? "", en: form.fields["en"]?.trimmed ?? "")
    guard !title.zh.isEmpty, let days = form.fields["days"].flatMap(Int.init),
      (1...60).contains(days)
    else { return try deskPage(request, told: NoticeRoutes.incomplete) }
    do {
      let notice = try desk.bureau.office.write { connection in
        try casework.announce(
          form.fields.all("case"),
          title: title.en.isEmpty ? Bilingual(title.zh) : title,
          region: signer.actor.grants.first { $0.role == .clerk }?.region ?? "000000", days: days,
          isPerson: desk.bureau.isPerson, by: signer, connection)
      }
      return .seeOther(request.place.link("notices/\(notice.number)"))
    } catch let problem as any WordedProblem {
      return try deskPage(request, told: problem.sentence)
    }
  }

  private static let incomplete = Bilingual(
    zh: "请写中文标题，公示天数写 1 到 60 的整数。",
    en: "Give a Chinese title, and from 1 to 60 working days.")
}

extension JSON {
  /// The number, where it is a whole one.
  fileprivate var wholeNumber: Int? {
    if case .number(let text) = kind { Int(text) } else { nil }
  }

  fileprivate var isTrue: Bool {
    if case .boolean(true) = kind { true } else { false }
  }
}
