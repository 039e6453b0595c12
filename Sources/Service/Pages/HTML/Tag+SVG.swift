/// Pictures within a page.
extension Tag {
  static let circle = Tag("circle")
  static let line = Tag("line")
  static let rect = Tag("rect")
  static let svg = Tag("svg")
  static let text = Tag("text")
}
