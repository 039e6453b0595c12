package import Facts

/// A piece of a town: parties, each before its records, and rows of catalogues.
package struct Batch: Sendable {
  /// Records whose `party` is `nil` are parties themselves.
  package var facts: [Record] = []
  /// Rows by position of the catalogue in the vocabulary.
  package var rows: [(catalogue: Int, values: [FactValue])] = []
  /// How many workers are in it.
  package var workers = 0
}

extension Town {
  /// What a batch is made of.
  enum Piece: Sendable {
    case lists
    case organisations(Range<Int>)
    case households(Range<Int>)
    case workers(Range<Int>)
  }

  private static let piece = 200

  /// All of the town in pieces small enough to be held in memory, the workers last.
  var pieces: [Piece] {
    [.lists] + Town.cut(0..<organisations.count).map { .organisations($0) }
      + Town.cut(0..<households).map { .households($0) }
      + Town.cut(0..<workers).map { .workers($0) }
  }

  private static func cut(_ range: Range<Int>) -> [Range<Int>] {
    stride(from: range.lowerBound, to: range.upperBound, by: piece).map {
      $0..<min(range.upperBound, $0 + piece)
    }
  }

  func batch(_ piece: Piece) -> Batch {
    var batch = Batch()
    switch piece {
    case .lists: batch.rows = lists.rows(draw(.catalogue, 0))
    case .organisations(let range):
      for index in range { add(organisations[index], to: &batch.facts) }
    case .households(let range): for index in range { addHousehold(index, to: &batch.facts) }
    case .workers(let range):
      batch.facts.reserveCapacity(range.count * 8)
      batch.workers = range.count
      for index in range { add(Life(index, of: self), to: &batch.facts) }
    }
    return batch
  }
}
