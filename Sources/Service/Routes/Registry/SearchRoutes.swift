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
      return Response(searchPage(PageLocation(language, "search"), nil, query: Self.query))
    }
    // A secret number in an address is searched for all the same, but not shown again.
    let isSecret = Self.isSecret(text)
    let place =
      isSecret ? PageLocation(language, "search") : PageLocation(language, of: request)
    let page = request.query["page"].flatMap { Int($0) } ?? 1
    let view = try find(text, type: request.query["type"], page: min(max(page, 1), 1000))
    return Response(searchPage(place, view, query: Self.query))
  }

  /// A form that was sent: names go on to an address that can be kept, secret numbers do not.
  func search(_ request: Request, _ language: Language) throws -> Response {
    let typed = try request.form().fields["q"] ?? ""
    let text = SearchText(typed)
    let place = PageLocation(language, "search")
    guard Self.isSecret(text) else {
      let query = text.text.isEmpty ? "" : "?q=" + PercentEncoding.encode(text.text)
      return .seeOther(place.link("search" + query))
    }
    let view = try find(text, type: nil, page: 1)
    let only = view.groups.count == 1 ? view.groups[0].lines : []
    if only.count == 1 { return .seeOther(place.link(only[0].link.path)) }
    return Response(searchPage(place, view, query: Self.query))
  }

  private func find(_ text: SearchText, type wanted: String?, page: Int) throws -> SearchView {
    let isSecret = Self.isSecret(text)
    var view = SearchView(text: isSecret ? Self.masked(text) : text.text, isSecret: isSecret)
    let types = Self.types.filter { wanted == nil || wanted == $0.0 }
    var found: [(type: String, title: Bilingual, found: Registry.Found)] = []
    for (type, title) in types {
      guard let index = served.vocabulary.typeIndex(type) else { continue }
      let offset = (page - 1) * Self.pageSize
      let result = try served.registry.search(
        text, type: index, offset: offset, limit: Self.pageSize)
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
    return view
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
