import Core
import HTTP
import Pages

/// Where somebody wanted to go before they had to sign in: a page of this site in the language they
/// read, and nothing else, whatever the address says.
struct SignInReturn: Sendable, Equatable {
  /// The name of the field and of the part of the query.
  static let name = "next"
  static let nowhere = SignInReturn(path: "")
  private static let longest = 1_000

  /// Below the language, encoded, with its query; empty for nowhere in particular.
  let path: String

  private init(path: String) { self.path = path }

  /// - Parameters:
  ///   - given: as it came with a request.
  ///   - language: below which it must lie.
  init(_ given: String?, _ language: Language) {
    let root = PageLocation(language).link("")
    guard let given, given.utf8.count <= SignInReturn.longest,
      // The rules for a request line hold: no control characters, nothing that is not encoded.
      let target = try? Request(.get, root + given),
      !target.segments.contains(where: { [".", ".."].contains($0) || $0.contains("\\") })
    else {
      self = .nowhere
      return
    }
    // Written anew, so that it is read here as browsers will read it.
    let query = target.query.urlEncoded
    path = String(target.path.dropFirst(root.utf8.count)) + (query.isEmpty ? "" : "?" + query)
  }

  /// Of a page that could not be shown; a form is not sent again, its page is opened anew.
  init(to place: PageLocation, of request: Request) {
    guard request.method == .get || request.method == .head else {
      self = .nowhere
      return
    }
    self.init(place.path + (place.query.isEmpty ? "" : "?" + place.query), place.language)
  }

  /// The address of a step of the sign-in that leads there in the end.
  func through(_ step: String, _ place: PageLocation) -> String {
    let query = FormFields(path.isEmpty ? [] : [(SignInReturn.name, path)]).urlEncoded
    return place.link(step + (query.isEmpty ? "" : "?" + query))
  }
}
