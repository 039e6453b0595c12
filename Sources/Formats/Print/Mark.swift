/// One thing on a page, where it stands; in points from the upper left corner.
enum Mark {
  case line(TypesetLine, x: Double, baseline: Double)
  case rule(x: Double, y: Double, width: Double, weight: Double, grey: Double)
  case symbol(QRSymbol, x: Double, y: Double, side: Double)
  /// What stands between the two is one element to a program that reads the page aloud: a heading, a
  /// table, a row (ISO 32000-1, 14.8.4), and leads to an address where one is given.
  case open(String, address: String?)
  case close(String)

  static func open(_ tag: String) -> Mark { .open(tag, address: nil) }
}
