/// An element's name; called with attributes and content it makes the element.
package struct Tag: Sendable {
  private let name: String
  private let isVoid: Bool

  init(_ name: String, isVoid: Bool = false) {
    self.name = name
    self.isVoid = isVoid
  }

  package func callAsFunction(
    _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
  ) -> HTML {
    HTML.element(name, attributes, content(), isVoid: isVoid)
  }

  package func callAsFunction(
    _ attributes: [Attribute], @HTMLBuilder content: () -> HTML = { .empty }
  ) -> HTML {
    HTML.element(name, attributes, content(), isVoid: isVoid)
  }

  /// A heading of a level from 1 to 6.
  package static func heading(_ level: Int) -> Tag { Tag("h\(min(max(level, 1), 6))") }

  package static let a = Tag("a")
  package static let body = Tag("body")
  package static let br = Tag("br", isVoid: true)
  package static let button = Tag("button")
  package static let caption = Tag("caption")
  package static let code = Tag("code")
  package static let dd = Tag("dd")
  package static let del = Tag("del")
  package static let details = Tag("details")
  package static let div = Tag("div")
  package static let dl = Tag("dl")
  package static let dt = Tag("dt")
  package static let em = Tag("em")
  package static let fieldset = Tag("fieldset")
  package static let footer = Tag("footer")
  package static let form = Tag("form")
  package static let h1 = Tag("h1")
  package static let h2 = Tag("h2")
  package static let h3 = Tag("h3")
  package static let h4 = Tag("h4")
  package static let head = Tag("head")
  package static let header = Tag("header")
  package static let html = Tag("html")
  package static let ins = Tag("ins")
  package static let img = Tag("img", isVoid: true)
  package static let input = Tag("input", isVoid: true)
  package static let label = Tag("label")
  package static let legend = Tag("legend")
  package static let li = Tag("li")
  package static let link = Tag("link", isVoid: true)
  package static let main = Tag("main")
  package static let mark = Tag("mark")
  package static let meta = Tag("meta", isVoid: true)
  package static let nav = Tag("nav")
  package static let ol = Tag("ol")
  package static let optgroup = Tag("optgroup")
  package static let option = Tag("option")
  package static let p = Tag("p")
  package static let pre = Tag("pre")
  package static let script = Tag("script")
  package static let section = Tag("section")
  package static let select = Tag("select")
  package static let span = Tag("span")
  package static let strong = Tag("strong")
  package static let summary = Tag("summary")
  package static let table = Tag("table")
  package static let tbody = Tag("tbody")
  package static let td = Tag("td")
  package static let textarea = Tag("textarea")
  package static let th = Tag("th")
  package static let thead = Tag("thead")
  package static let title = Tag("title")
  package static let tr = Tag("tr")
  package static let ul = Tag("ul")
}
