package import Core

/// The main figures of a town.
package struct OverviewView: Sendable {
  /// The day of the figures.
  package let on: CivilDate
  /// When what they rest on became known; `nil` while nothing is known.
  package let known: RecordedChange?
  /// The few that come first.
  package var headlines: [Headline] = []
  package var tables: [FigureTable] = []
  /// Why what benefits come to may not be what holds now.
  package var doubts: [ResultDoubt] = []
  /// Whether newer facts came in, with which the figures are being worked out.
  package var isBehind = false

  package init(on: CivilDate, known: RecordedChange?) {
    self.on = on
    self.known = known
  }
}

/// A figure that stands by itself.
package struct Headline: Sendable {
  package let label: Bilingual
  package let value: Bilingual

  package init(_ label: Bilingual, _ value: Bilingual) {
    self.label = label
    self.value = value
  }
}

/// Figures as a table, some columns of which are drawn too.
package struct FigureTable: Sendable {
  /// For links and labels.
  package let id: String
  package let title: Bilingual
  /// How the figures are counted, in a sentence.
  package let note: Bilingual?
  /// The first is of the lines' names.
  package let columns: [Bilingual]
  package let rows: [Row]
  /// The column that is drawn; 1 is the first behind the names.
  package let drawn: Int?

  /// A line of figures.
  package struct Row: Sendable {
    package let name: Bilingual
    /// Below the language, where the name leads somewhere.
    package let link: String?
    package let cells: [Cell]
    /// Whether it is a sum of others, which is not drawn beside them.
    package let isSum: Bool

    package init(_ name: Bilingual, link: String? = nil, isSum: Bool = false, _ cells: [Cell]) {
      self.name = name
      self.link = link
      self.isSum = isSum
      self.cells = cells
    }
  }

  /// A figure.
  package enum Cell: Sendable {
    /// With its plain digits, from which it is drawn.
    case figure(Bilingual, digits: String)
    /// Too few people.
    case hidden
    /// There is none.
    case none
  }

  package init(
    id: String, title: Bilingual, note: Bilingual? = nil, columns: [Bilingual], drawn: Int? = nil,
    rows: [Row]
  ) {
    self.id = id
    self.title = title
    self.note = note
    self.columns = columns
    self.drawn = drawn
    self.rows = rows
  }
}

extension FigureTable {
  /// Whether anything is left out because too few people stand behind it.
  var hidesFigures: Bool {
    rows.contains { row in
      row.cells.contains { if case .hidden = $0 { true } else { false } }
    }
  }
}

extension FigureTable.Cell {
  /// A number of people or cases, with a comma after every third digit.
  package static func count(_ number: Int) -> FigureTable.Cell {
    .figure(Bilingual(grouped(number)), digits: "\(number)")
  }

  /// An amount in yuan.
  package static func money(_ money: Money) -> FigureTable.Cell {
    .figure(Bilingual(money.grouped), digits: money.description)
  }
}

/// With a comma after every third digit.
package func grouped(_ number: Int) -> String {
  "\(number)".groupedDigits
}
