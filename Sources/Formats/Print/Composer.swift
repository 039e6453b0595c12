/// Puts blocks on pages, one below the other.
struct Composer {
  let typesetter: Typesetter
  private(set) var pages: [[Mark]] = [[]]
  /// Where the next thing begins.
  var y = Sheet.top

  init(_ typesetter: Typesetter) { self.typesetter = typesetter }

  /// How much of the page is left.
  var room: Double { Sheet.bottom - y }
  var isPageEmpty: Bool { y <= Sheet.top }

  mutating func put(_ mark: Mark) { pages[pages.count - 1].append(mark) }

  mutating func turnPage() {
    pages.append([])
    y = Sheet.top
  }

  mutating func add(_ block: PrintedBlock) throws(PrintProblem) {
    switch block {
    case .text(let text): try add(text, address: nil)
    case .link(let text, let address): try add(text, address: address)
    case .table(let table): try add(table)
    case .code(let text, let beside): try add(QRSymbol(text), beside: beside)
    }
  }

  private mutating func add(_ text: PrintedText, address: String?) throws(PrintProblem) {
    let measures = text.style.measures
    let lines = try typesetter.lines(text, width: Sheet.contentWidth)
    if lines.isEmpty { return }
    if !isPageEmpty { y += measures.before }
    // A heading is not left alone at the foot of a page, nor the first line of a paragraph.
    let needed =
      text.style == .heading
      ? Double(lines.count) * measures.leading + Composer.afterHeading
      : Double(min(lines.count, 2)) * measures.leading
    if needed > room, !isPageEmpty { turnPage() }
    let tag = address == nil ? measures.tag : "Link"
    put(.open(tag, address: address))
    for line in lines {
      if line.leading > room, !isPageEmpty {
        put(.close(tag))
        turnPage()
        put(.open(tag, address: address))
      }
      let x =
        text.style.isCentred
        ? Sheet.margin + (Sheet.contentWidth - line.width) / 2 : Sheet.margin
      put(.line(line, x: x, baseline: y + line.ascent))
      y += line.leading
    }
    put(.close(tag))
    y += measures.after
  }

  /// What a heading keeps with it: the header of a table and its first row.
  private static let afterHeading = 60.0

  private mutating func add(
    _ symbol: QRSymbol, beside texts: [PrintedText]
  ) throws(PrintProblem) {
    let side = Sheet.codeSide
    let x = Sheet.margin + side + Composer.besideCode
    var placed: [(line: TypesetLine, top: Double)] = []
    var height = 0.0
    for text in texts {
      for line in try typesetter.lines(text, width: Sheet.margin + Sheet.contentWidth - x) {
        placed.append((line, height))
        height += line.leading
      }
      height += text.style.measures.after
    }
    let whole = max(side, height)
    y += Composer.aroundCode
    if whole > room, !isPageEmpty { turnPage() }
    put(.symbol(symbol, x: Sheet.margin, y: y, side: side))
    let top = y + max(0, (side - height) / 2)
    put(.open("P"))
    for (line, offset) in placed {
      put(.line(line, x: x, baseline: top + offset + line.ascent))
    }
    put(.close("P"))
    y += whole + Composer.aroundCode
  }

  private static let besideCode = 14.0
  private static let aroundCode = 8.0
}
