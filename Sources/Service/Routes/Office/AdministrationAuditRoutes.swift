import Bureau
import Core
import Cryptography
import HTTP
import JSONText
import Ledger
import Office
import Pages

/// The trail, for auditors and administrators.
struct AdministrationAuditRoutes: Sendable {
  private static let pageSize = 50

  func page(_ visit: SignedRequest) throws -> Response {
    let query = visit.request.query
    var set: [String: String] = [:]
    for name in AuditView.filters {
      if let text = query[name], !text.isEmpty { set[name] = text }
    }
    var filter = AuditTrail.Filter()
    filter.user = set["user"].flatMap { Int64($0) }
    (filter.party, filter.kind) = (set["party"], set["kind"])
    (filter.object, filter.action) = (set["object"], set["action"])
    var view = AuditView(filter: set, lines: [], older: nil)
    if set["user"] != nil, filter.user == nil {
      view.errors = [
        FormError(
          field: "user",
          message: visit.place("账户编号是一个整数。", "The number of an account is a whole number."))
      ]
    } else {
      let before = query["before"].flatMap { Int64($0) }
      let found = try visit.bureau.office.read { [filter] connection in
        try AuditTrail.entries(
          filter, before: before, limit: Self.pageSize + 1, connection)
      }
      view.lines = found.prefix(Self.pageSize).map(AuditView.Line.init)
      if found.count > Self.pageSize, let last = view.lines.last {
        let fields = AuditView.filters.compactMap { name in set[name].map { (name, $0) } }
        view.older = visit.place.link(
          "audit?" + FormFields(fields + [("before", "\(last.number)")]).urlEncoded)
      }
    }
    try visit.note("audit.see", "trail", "", detail: set)
    return Response(
      auditPage(visit.place, view, visit.plainForm),
      status: view.errors.isEmpty ? .ok : .unprocessableContent)
  }

  /// Works everything out anew. Takes time with what there is.
  func verify(_ visit: SignedRequest) throws -> Response {
    _ = try visit.form()
    let ledger = visit.bureau.ledger
    let trail = try found(Bilingual(zh: "审计记录", en: "audit trail")) {
      try visit.bureau.office.read { connection in
        let whole = try AuditTrail.verify(connection)
        let hash = Hexadecimal.text(whole.hash)
        return Bilingual(
          zh: "\(whole.count) 条，最后一条的 SM3 散列是 \(hash)",
          en: "\(whole.count) entries; the SM3 hash of the last is \(hash)")
      }
    }
    let books = try found(Bilingual(zh: "账本", en: "ledger")) {
      try visit.bureau.office.read { connection in
        let report = try ledger.verify(connection)
        return Bilingual(
          zh: "\(report.entries) 笔，\(report.lines) 行分录，\(report.budgets) 项预算",
          en: "\(report.entries) entries, \(report.lines) lines, \(report.budgets) budgets")
      }
    }
    try visit.note("audit.verify", "trail", "")
    let place = PageLocation(visit.place.language, "audit")
    return Response(verifiedPage(place, [trail, books]))
  }

  private func found(
    _ title: Bilingual, _ verify: () throws -> Bilingual
  ) throws -> (title: Bilingual, found: Bilingual, holds: Bool) {
    do {
      return (title, try verify(), true)
    } catch let problem as OfficeProblem {
      return (title, problem.sentence.capitalised, false)
    } catch let problem as LedgerProblem {
      return (title, problem.sentence.capitalised, false)
    }
  }
}

extension AuditView.Line {
  /// A JSON object of texts as people read it; any other text as it is.
  private static func words(of detail: String) -> String {
    let json = try? JSON.parse(SourceText(name: "detail", text: detail))
    guard let members = json?.members else { return detail }
    return members.map { "\($0.key): \($0.value.string ?? "")" }.joined(separator: "; ")
  }

  fileprivate init(_ line: AuditLine) {
    self.init(
      number: line.number, moment: line.moment.text,
      who: line.user == 0 ? "" : "\(line.name)（\(line.user)）",
      role: line.role?.label ?? Bilingual(""), action: line.action,
      object: line.object.isEmpty ? line.kind : "\(line.kind) \(line.object)",
      party: line.party ?? "", detail: Self.words(of: line.detail))
  }
}
