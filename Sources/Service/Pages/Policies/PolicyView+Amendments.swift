import Core
import MarkdownText
import PolicyDocument

/// What a document changes of earlier ones.
extension PolicyView {
  func amendment(_ amendment: Amendment) -> HTML {
    let other = amendment.document.text
    let day = amendment.from.description
    return Tag.div(.class("stack")) {
      Tag.p {
        Tag.strong { words(amendment) }
        " "
        amendment.chosen == .event
          ? place("\(day) 起的事项适用。", "It holds for events from \(day) on.")
          : place("\(day) 起的认定适用。", "It holds for determinations from \(day) on.")
      }
      Tag.p {
        Tag.a(.href(place.link("policies/" + other))) {
          place("被修改的文件：\(other)", "The document it changes: \(other)")
        }
      }
      if let content = amendment.content {
        Tag.div(
          .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "group"),
          .label(place("修改后的内容", "What takes its place"))
        ) {
          HTML.trusted(MarkdownHTML.render(document.source, within: content))
        }
      }
    }
  }

  func words(_ amendment: Amendment) -> String {
    let target: Bilingual =
      switch amendment.target {
      case .benefit(let id): Bilingual(zh: "待遇“\(id)”", en: "the benefit “\(id)”")
      case .parameter(let name): Bilingual(zh: "参数“\(name)”", en: "the parameter “\(name)”")
      case .row(let table, let label):
        Bilingual(zh: "表“\(table)”的“\(label)”行", en: "the row “\(label)” of “\(table)”")
      }
    return switch amendment.action {
    case .replace: place("替换\(target.zh)。", "Replaces \(target.en).")
    case .repeal: place("废止\(target.zh)。", "Repeals \(target.en).")
    }
  }
}
