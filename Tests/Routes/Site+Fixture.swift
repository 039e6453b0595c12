import Core
import Foundation
import HTTP
import PolicyDocument
import PolicyPlan
import TestSupport
import Testing

@testable import Routes

/// The project's own vocabulary and documents, on a fixed day; read once for all tests.
func projectModel() throws -> ServiceModel { try readModel.get() }

private let readModel = Result { try readProject() }

private func readProject() throws -> ServiceModel {
  let vocabulary = try #require(ProjectFiles.vocabulary)
  let documents = try ProjectFiles.names(in: "Policies", suffix: ".md").compactMap {
    PolicyDocument.read(try ProjectFiles.source($0)).0
  }
  let today = try #require(CivilDate("2020-06-30"))
  return ServiceModel(
    vocabulary: vocabulary, documents: documents,
    plans: documents.compactMap { Plan.compile($0, vocabulary).plan }, today: { today })
}

/// Somebody who visits a site: keeps the cookie and follows redirections, as a browser does.
final class Visitor {
  private let respond: (Request) throws -> Response
  private var cookie: String?
  /// The path of the page seen last.
  private(set) var path = ""
  private(set) var status = Status.ok
  private(set) var page = ""

  init(_ respond: @escaping (Request) throws -> Response) { self.respond = respond }

  convenience init(_ site: Site, session token: String? = nil) {
    self.init { site.respond(to: $0) }
    cookie = token.map { "session=\($0)" }
  }

  func get(_ path: String) throws { try send(.get, path, []) }

  /// Posts a form to the page seen last, or to another.
  func post(_ fields: [(String, String)], to path: String? = nil) throws {
    try send(.post, path ?? self.path, fields)
  }

  private func send(_ method: Method, _ path: String, _ fields: [(String, String)]) throws {
    var headers: Headers = ["Content-Type": "application/x-www-form-urlencoded"]
    headers["Cookie"] = cookie
    let body = FormFields(fields.map { (name: $0.0, value: $0.1) }).urlEncoded
    let response = try respond(Request(method, path, headers: headers, body: Array(body.utf8)))
    if let set = response.headers["Set-Cookie"] {
      cookie = String(set.prefix { $0 != ";" })
    }
    if let location = response.headers["Location"] {
      try send(.get, location, [])
      return
    }
    self.path = path
    status = response.status
    page = String(decoding: response.body, as: UTF8.self)
  }

  /// The key of the question seen last.
  var question: String? {
    path.contains("/question/") ? path.split(separator: "/").last.map(String.init) : nil
  }

  var heading: String {
    guard let start = page.range(of: "<h1>")?.upperBound,
      let end = page.range(of: "</h1>")?.lowerBound, start <= end
    else { return "" }
    return String(page[start..<end]).replacing(/<[^>]*>/, with: "")
  }
}
