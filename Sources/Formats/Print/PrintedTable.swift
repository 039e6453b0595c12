/// Rows and columns. It breaks over pages between rows, and within rows that no page holds; its
/// header stands on each of the pages.
package struct PrintedTable: Sendable, Equatable {
  package struct Column: Sendable, Hashable {
    package enum Alignment: Sendable { case start, end }

    /// The part of the width, against those of the others.
    package var share: Int
    package var alignment: Alignment

    package init(share: Int, _ alignment: Alignment = .start) {
      self.share = share
      self.alignment = alignment
    }
  }

  package struct Row: Sendable, Equatable {
    /// By column: paragraphs.
    package var cells: [[PrintedText]]
    /// Whether it sums up what stands above it.
    package var isTotal: Bool

    package init(_ cells: [[PrintedText]], isTotal: Bool = false) {
      self.cells = cells
      self.isTotal = isTotal
    }
  }

  package var columns: [Column]
  /// By column; empty for a table without one.
  package var header: [String]
  package var rows: [Row]

  package init(columns: [Column], header: [String] = [], rows: [Row]) {
    self.columns = columns
    self.header = header
    self.rows = rows
  }
}
