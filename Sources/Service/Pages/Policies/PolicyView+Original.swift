import Core
import PolicyDocument

/// The issued text beside the articles.
extension PolicyView {
  /// Where the two texts come from, and the link that shows or hides the issued one.
  func originalNote(_ issued: IssuedText, isShown: Bool) -> HTML {
    let path = "policies/" + document.front.id.text
    return Tag.p(.class("original-note")) {
      Tag.a(.href(place.link(path) + (isShown ? "" : "?" + IssuedText.query))) {
        isShown
          ? place("隐藏印发的原文", "Hide the issued text")
          : place("逐条对照印发的原文", "Show the issued text side by side")
      }
      if isShown {
        " "
        Tag.span(.class("small soft")) {
          place(
            "\(issued.names.joined(separator: "、"))，\(issued.attachedOn) 附上，SM3 \(issued.hash.prefix(16))…",
            "\(issued.names.joined(separator: ", ")), attached \(issued.attachedOn), SM3 "
              + "\(issued.hash.prefix(16))…")
        }
      }
    }
  }

  /// All sections, those of an article side by side with its issued text.
  func sections(beside issued: IssuedText?) -> HTML {
    let sections = document.sections
    guard let issued else {
      return self.sections(sections.indices)
    }
    let starts = sections.indices.filter { sections[$0].level == 2 }
    let lead = self.sections(0..<(starts.first ?? sections.endIndex))
    let articles = starts.enumerated().map { order, start in
      let end = order + 1 < starts.count ? starts[order + 1] : sections.endIndex
      return article(start..<end, issued)
    }
    return HTML.sequence([lead] + articles)
  }

  private func article(_ range: Range<Int>, _ issued: IssuedText) -> HTML {
    let first = document.sections[range.lowerBound]
    let text = sections(range)
    guard let part = issued.parts[first.anchor] else { return text }
    return Tag.div(.class("beside")) {
      Tag.div { text }
      Tag.section(
        .class("issued"), .lang(.zh),
        .label(place("原文：\(first.title.zh)", "Issued text: \(first.title.en)"))
      ) {
        Tag.p(.class("small soft"), .lang(place.language)) { place("印发的原文", "Issued text") }
        self.part(part)
      }
    }
  }

  private func part(_ part: IssuedText.Part) -> HTML {
    switch part {
    case .words(let words):
      return Tag.div(.class("words")) { words }
    case .pages(let pages):
      return HTMLBuilder.buildArray(
        pages.map { page in
          let path = IssuedText.path(page, of: document.front.id.text)
          return Tag.a(.href(path)) {
            Tag.img(
              Attribute("src", path),
              Attribute("alt", place("原文第 \(page) 页", "Issued text, page \(page)")))
          }
        })
    }
  }
}
