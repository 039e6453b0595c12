package import Core

/// What a list of documents says of each.
package struct PolicySummary: Sendable {
  package let id: String
  package let title: Bilingual
  package let number: String?
  package let issued: CivilDate?
  package let benefits: Int

  package init(id: String, title: Bilingual, number: String?, issued: CivilDate?, benefits: Int) {
    self.id = id
    self.title = title
    self.number = number
    self.issued = issued
    self.benefits = benefits
  }
}

/// All policy documents.
package func policyIndexPage(_ place: PageLocation, _ documents: [PolicySummary]) -> Page {
  let title = place("政策文件", "Policy documents")
  return Page(place, title: title, active: .policies) {
    Tag.h1 { title }
    if documents.isEmpty {
      Tag.p {
        place(
          "还没有装入政策文件。请把文件放进 Policies 文件夹后重新启动。",
          "No policy document is loaded. Put one into the folder Policies and start again.")
      }
    }
    Tag.ul(.class("cards")) {
      for document in documents {
        Tag.li {
          Tag.h2 {
            Tag.a(.href(place.link("policies/" + document.id))) { place(document.title) }
          }
          if let number = document.number { Tag.p { number } }
          Tag.p {
            if let issued = document.issued {
              place("\(issued) 印发，", "Issued \(issued), ")
            }
            place("\(document.benefits) 项待遇", "\(document.benefits) benefits")
          }
        }
      }
    }
  }
}
