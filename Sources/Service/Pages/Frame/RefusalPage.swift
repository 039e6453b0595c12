package import Core

/// A page that says why there is none: what is wrong and what to do.
package func refusalPage(_ place: PageLocation, message: Bilingual, advice: Bilingual) -> Page {
  Page(place, title: place(message)) {
    Tag.h1 { place(message) }
    Tag.p(.class("lead")) { place(advice) }
    Tag.p(.class("buttons")) {
      Tag.a(.class("button"), .href(place.link(""))) { place("回首页", "Home page") }
    }
  }
}
