package import Core

/// A score sheet that there is, with its ranking.
package struct ScoreSheetLink: Sendable {
  package let title: Bilingual
  package let document: Bilingual
  package let path: String

  package init(title: Bilingual, document: Bilingual, path: String) {
    (self.title, self.document, self.path) = (title, document, path)
  }
}

/// The score sheets and rankings of all documents.
package func scoreIndexPage(
  _ place: PageLocation, sheets: [ScoreSheetLink], rankings: [ScoreSheetLink]
) -> Page {
  Page(place, title: place("评分和排名", "Scores and rankings"), active: .scores) {
    Tag.h1 { place("评分和排名", "Scores and rankings") }
    Tag.ul(.class("cards")) {
      for sheet in sheets { card(sheet, place("评分表", "Score sheet"), place) }
      for ranking in rankings { card(ranking, place("排名", "Ranking"), place) }
    }
    if sheets.isEmpty && rankings.isEmpty {
      Tag.p { place("现有文件里没有评分表。", "No document has a score sheet.") }
    }
  }.wide
}

private func card(_ link: ScoreSheetLink, _ kind: String, _ place: PageLocation) -> HTML {
  Tag.li {
    Tag.h2 { Tag.a(.href(place.link(link.path))) { kind + place("：", ": ") + place(link.title) } }
    Tag.p { place(link.document) }
  }
}
