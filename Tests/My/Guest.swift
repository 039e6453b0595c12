import Core
import Foundation
import HTTP
import Testing

@testable import Routes

/// Somebody who has signed in and uses the site as a browser does: follows redirections, and sends
/// the forms that stand on the page seen last with what is hidden in them.
final class Guest {
  private let site: Site
  private let token: String?
  /// What the forms of the session carry.
  let mark: String
  private(set) var path = ""
  private(set) var status = Status.ok
  private(set) var page = ""
  private(set) var headers: Headers = [:]

  init(_ site: Site, token: String? = nil, mark: String = "") {
    self.site = site
    self.token = token
    self.mark = mark
  }

  func get(_ path: String) throws { try send(.get, path, [:], []) }

  /// Sends a form of the page seen last: the first whose address ends with `action` and in which the
  /// text stands, with the fields that are typed and pressed, and files by name.
  func submit(
    _ action: String, with text: String = "", _ fields: [(String, String)] = [],
    files: [(String, [UInt8])] = []
  ) throws {
    let found = try #require(
      Guest.forms(page).first {
        $0.action.hasSuffix(action) && (text.isEmpty || $0.content.contains(text))
      },
      "no form to \(action) on \(path)")
    try post(found.action, Guest.hidden(found.content) + fields, files: files)
  }

  func post(
    _ path: String, _ fields: [(String, String)], files: [(String, [UInt8])] = []
  ) throws {
    guard !files.isEmpty else {
      let body = FormFields(fields.map { (name: $0.0, value: $0.1) }).urlEncoded
      return try send(
        .post, path, ["Content-Type": "application/x-www-form-urlencoded"], Array(body.utf8))
    }
    var body: [UInt8] = []
    func part(_ disposition: String, _ content: [UInt8]) {
      body += Array("--b0undary\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n".utf8)
      body += content + Array("\r\n".utf8)
    }
    for (name, value) in fields { part("name=\"\(name)\"", Array(value.utf8)) }
    for (name, content) in files { part("name=\"file\"; filename=\"\(name)\"", content) }
    body += Array("--b0undary--\r\n".utf8)
    try send(.post, path, ["Content-Type": "multipart/form-data; boundary=b0undary"], body)
  }

  private func send(
    _ method: HTTP.Method, _ path: String, _ given: Headers, _ body: [UInt8]
  ) throws {
    var sent = given
    if let token { sent["Cookie"] = "session=\(token)" }
    let response = site.respond(to: try Request(method, path, headers: sent, body: body))
    if let location = response.headers["Location"] { return try get(location) }
    self.path = path
    status = response.status
    headers = response.headers
    page = String(decoding: response.body, as: UTF8.self)
  }

  private static func forms(_ page: String) -> [(action: String, content: String)] {
    page.matches(of: /<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/.dotMatchesNewlines()).map {
      (String($0.1).replacing("&amp;", with: "&"), String($0.2))
    }
  }

  private static func hidden(_ form: String) -> [(String, String)] {
    form.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/).map {
      (String($0.1), Guest.text($0.2))
    }
  }

  /// A value as the browser reads it.
  private static func text(_ value: Substring) -> String {
    value.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&").description
  }

  /// Expects texts on the page seen last.
  func sees(_ texts: String..., location: SourceLocation = #_sourceLocation) {
    for text in texts {
      #expect(page.contains(text), "\(path) does not say \(text)", sourceLocation: location)
    }
  }
}
