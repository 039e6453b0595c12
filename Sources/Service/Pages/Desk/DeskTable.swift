import Core

/// A table of the desk: words stand to the left, figures to the right. On a narrow screen each row
/// becomes a block in which every cell says what it is; what is a row and what a cell stays said, for
/// whoever listens to it.
struct DeskTable {
  struct Column {
    let title: String
    var isFigure = false
    /// Whether the title is only heard.
    var isUnseen = false

    /// What style calls it.
    var name: String { isUnseen ? "tick" : isFigure ? "figure" : "word" }

    static func words(_ title: String) -> Column { Column(title: title) }
    static func figures(_ title: String) -> Column { Column(title: title, isFigure: true) }
    static func unseen(_ title: String) -> Column { Column(title: title, isUnseen: true) }
  }

  /// What the table is called, as far as it scrolls.
  let title: String
  let columns: [Column]
  /// Which column names its row.
  var header = 0

  /// - Parameters:
  ///   - rows: a cell for each column.
  ///   - total: a last row that sums up; empty for none.
  /// - Returns: the table, which scrolls by itself where it is too broad.
  func html(_ rows: [[HTML]], total: [HTML] = []) -> HTML {
    Tag.div(
      .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "group"), .label(title)
    ) {
      Tag.table(.class("rows"), Attribute("role", "table")) {
        Tag.thead(Attribute("role", "rowgroup")) {
          Tag.tr(Attribute("role", "row")) {
            for column in columns {
              Tag.th(
                Attribute("scope", "col"), Attribute("role", "columnheader"),
                .class(column.name)
              ) {
                if column.isUnseen {
                  Tag.span(.class("unseen")) { column.title }
                } else {
                  column.title
                }
              }
            }
          }
        }
        Tag.tbody(Attribute("role", "rowgroup")) {
          for cells in rows { row(cells) }
          if !total.isEmpty { row(total, isTotal: true) }
        }
      }
    }
  }

  private func row(_ cells: [HTML], isTotal: Bool = false) -> HTML {
    Tag.tr([Attribute("role", "row")] + (isTotal ? [.class("total")] : [])) {
      for (index, column) in columns.enumerated() where index < cells.count {
        let attributes =
          [.class(column.name)]
          + (column.isUnseen || index == header ? [] : [Attribute("data-label", column.title)])
        if index == header {
          Tag.th(attributes + [Attribute("scope", "row"), Attribute("role", "rowheader")]) {
            cells[index]
          }
        } else {
          Tag.td(attributes + [Attribute("role", "cell")]) { cells[index] }
        }
      }
    }
  }
}

extension Money {
  /// As it stands in a column of sums of yuan; a dash where no money moves.
  var figure: String { self == .zero ? "—" : grouped }
}
