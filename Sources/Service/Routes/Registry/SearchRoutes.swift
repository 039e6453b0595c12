import Core
import Facts
import HTTP
import Pages
import Registry
import Vocabulary

/// The search page and what it finds.
struct SearchRoutes: Sendable {
  let served: ServedRegistry
  let today: @Sendable () -> CivilDate
  /// Who looks, where not everybody may see all.
  var sight: RegistrySight?
  /// The mark of the reader's session, where there is one.
  var mark: String?
  /// Told of each search, in a form that may be kept, and of how many were found.
  var note: (@Sendable (_ text: String, _ found: Int) throws -> Void)?
  private static let pageSize = 25
  private static let previewSize = 8

  /// The types of party that are searched, with what a group of them is called.
  private static let types = [
    ("person", Bilingual(zh: "劳动者", en: "workers")),
    ("organisation", Bilingual(zh: "单位", en: "organisations")),
  ]

  func page(_ request: Request, _ language: Language) throws -> Response {
    let text = SearchText(request.query["q"] ?? "")
    guard !text.text.isEmpty else {
      return Response(
        searchPage(PageLocation(language, "search"), nil, mark: mark, query: Self.query))
    }
    // A secret number in an address is searched for all the same, but not shown again.
    let isSecret = Self.isSecret(text)
    let place =
      isSecret ? PageLocation(language, "search") : PageLocation(language, of: request)
    let page = request.query["page"].flatMap { Int($0) } ?? 1
    let view = try find(text, type: request.query["type"], page: min(max(page, 1), 1000))
    return Response(searchPage(place, view, mark: mark, query: Self.query))
  }

  /// A form that was sent: names go on to an address that can be kept, secret numbers do not.
  func search(_ form: Form, _ language: Language) throws -> Response {
    let text = SearchText(form.fields["q"] ?? "")
    let place = PageLocation(language, "search")
    guard Self.isSecret(text) else {
      let query = text.text.isEmpty ? "" : "?q=" + PercentEncoding.encode(text.text)
      return .seeOther(place.link("search" + query))
    }
    let view = try find(text, type: nil, page: 1)
    let only = view.groups.count == 1 ? view.groups[0].lines : []
    if only.count == 1 { return .seeOther(place.link(only[0].link.path)) }
    return Response(searchPage(place, view, mark: mark, query: Self.query))
  }

  private func find(_ text: SearchText, type wanted: String?, page: Int) throws -> SearchView {
    let isSecret = Self.isSecret(text)
    var view = SearchView(text: isSecret ? Self.masked(text) : text.text, isSecret: isSecret)
    let types = Self.types.filter { wanted == nil || wanted == $0.0 }
    var found: [(type: String, title: Bilingual, found: FoundParties)] = []
    for (type, title) in types {
      guard let index = served.vocabulary.typeIndex(type) else { continue }
      let offset = (page - 1) * Self.pageSize
      let result = try search(text, type: index, offset: offset)
      if result.count > 0 { found.append((type, title, result)) }
    }
    for (type, title, result) in found {
      // Beside the other type a long list is cut short; alone it is paged.
      let isPreview = found.count > 1 && result.count > Self.previewSize
      let ids = isPreview ? Array(result.parties.prefix(Self.previewSize)) : result.parties
      view.groups.append(
        SearchView.Group(
          type: type, title: title, lines: try served.lines(ids, today: today()),
          position: ListPosition(
            offset: (page - 1) * Self.pageSize, size: Self.pageSize, count: result.count,
            hasMore: result.hasMore), isPreview: isPreview))
    }
    try note?(view.text, found.reduce(0) { $0 + $1.found.count })
    return view
  }

  /// A page of what a search finds, and how much that is in all.
  private struct FoundParties {
    let parties: [String]
    let count: Int
    let hasMore: Bool
  }

  private func search(_ text: SearchText, type: Int, offset: Int) throws -> FoundParties {
    guard let sight, !sight.seesAll else {
      let found = try served.registry.search(
        text, type: type, offset: offset, limit: Self.pageSize)
      return FoundParties(parties: found.parties, count: found.count, hasMore: found.hasMore)
    }
    // How many there are elsewhere is not told either.
    let all = try served.registry.search(text, type: type, limit: Registry.mostFound)
    let seen = try sight.seen(of: all.parties, today: today())
    return FoundParties(
      parties: Array(seen.dropFirst(offset).prefix(Self.pageSize)), count: seen.count,
      hasMore: all.hasMore)
  }

  /// Whether a text is a number that only its owner should know: an identity number, or a long run
  /// of digits such as that of a telephone or an account.
  private static func isSecret(_ text: SearchText) -> Bool {
    let number = text.number
    return CheckDigits.isIdentityNumber(number)
      || (number.utf8.count >= 11 && number.utf8.dropLast().allSatisfy(Self.isDigit)
        && !CheckDigits.isCreditCode(number))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func masked(_ text: SearchText) -> String {
    String(repeating: "*", count: max(0, text.number.count - 4)) + text.number.suffix(4)
  }

  private static let query: @Sendable (String, String, Int) -> String = { text, type, page in
    let fields = [("q", text), ("type", type)] + (page > 1 ? [("page", "\(page)")] : [])
    return FormFields(fields.map { (name: $0.0, value: $0.1) }).urlEncoded
  }
}
