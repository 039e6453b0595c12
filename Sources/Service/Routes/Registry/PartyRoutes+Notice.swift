import Core
import Determinations
import HTTP
import Notice
import Notices
import Pages
import Print
import Registry

/// Notices of stored determinations, on paper.
extension PartyRoutes {
  /// Where there is a notice of a result, as of the same change.
  func noticePath(of result: StoredDetermination, _ id: String, _ known: Known) -> String {
    var fields = [(name: "benefit", value: result.benefit)]
    if let subject = result.subject { fields.append((name: "subject", value: subject)) }
    if result.owner != id { fields.append((name: "owner", value: result.owner)) }
    if let change = known.change { fields.append((name: "known", value: "\(change.number)")) }
    return ServedRegistry.path(of: id) + "/notice?" + FormFields(fields).urlEncoded
  }

  /// The notice of what is stored of a party, a benefit and a subject: as of the day and the facts of
  /// the run that the page shows.
  func notice(_ request: Request, _ language: Language) throws -> Response {
    let (id, _, known) = try subject(request)
    guard let run = try run(known) else { throw Refusal.notFound }
    let owner = request.query["owner"] ?? id
    let stored = try served.store.stored(of: id, asOf: .run(run.number)).first {
      $0.benefit == request.query["benefit"] && $0.subject == request.query["subject"]
        && $0.owner == owner
    }
    guard let stored else { throw Refusal.notFound }
    do {
      let notice = try served.notices.issue(
        NoticeRequest(
          party: id, benefit: stored.benefit, subject: stored.subject, on: run.on,
          known: .change(run.facts), issued: model.today(), base: request.base), of: stored)
      return Response(
        pdf: try notice.document(language).pdf(),
        name: "\(PageLocation(language)("告知书", "notice")) \(notice.verification.code).pdf",
        plainName: "notice-\(notice.verification.code).pdf")
    } catch let problem as NoticeProblem {
      throw Refusal(.conflict, message: problem.message, advice: problem.advice)
    } catch let problem as PrintProblem {
      served.report(problem)
      throw Refusal(.serviceUnavailable, message: problem.message, advice: problem.advice)
    }
  }
}

extension Request {
  /// What addresses of this site begin with, as the reader reached it; the server has checked the
  /// name. `nil` where the request does not say.
  fileprivate var base: String? {
    headers["Host"].map { (isSecure ? "https://" : "http://") + $0 }
  }
}

extension Response {
  /// A paper to be looked at in the browser. It is about one person: nothing keeps it, least of all a
  /// proxy.
  ///
  /// - Parameters:
  ///   - bytes: of the file.
  ///   - name: by which it is saved (RFC 6266, 4.3).
  ///   - plainName: for what knows no such names.
  fileprivate init(pdf bytes: [UInt8], name: String, plainName: String) {
    self.init(
      .ok,
      headers: [
        "Content-Type": "application/pdf",
        "Content-Disposition":
          "inline; filename=\"\(plainName)\"; filename*=UTF-8''\(PercentEncoding.encode(name))",
        "Cache-Control": "private, no-store",
      ], body: bytes)
  }
}
