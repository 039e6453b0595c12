/// Which tables the registry keeps the facts of a vocabulary in.
struct Layout: Sendable {
  /// By position in `Vocabulary.types`.
  let types: [Table]
  /// By position in `Vocabulary.catalogues`.
  let catalogues: [Table]

  /// Every table, parents before their children.
  var all: [Table] { (types + catalogues).flatMap { [$0] + $0.children } }
}
