extension BenefitBlock {
  /// Takes over the subjects that go by another text: those that have no entry by the texts before.
  ///
  /// - Parameters:
  ///   - other: what they come to by it; nothing of it is left.
  ///   - text: which text it is.
  ///   - first: which text the block began with.
  mutating func merge(_ other: inout BenefitBlock, text: Int, after first: Int) {
    if texts.isEmpty { texts = Array(repeating: UInt16(clamping: first), count: answers.count) }
    if spans.isEmpty, !other.spans.isEmpty {
      spans = Array(repeating: 0..<0, count: answers.count)
    }
    for place in answers.indices
    where answers[place] == .absent && other.answers[place] != .absent {
      answers[place] = other.answers[place]
      gross[place] = other.gross[place]
      amounts[place] = other.amounts[place]
      texts[place] = UInt16(clamping: text)
      if other.spans.isEmpty { continue }
      let start = Int32(months.count)
      let span = other.spans[place]
      months.append(contentsOf: other.months[Int(span.lowerBound)..<Int(span.upperBound)])
      spans[place] = start..<Int32(months.count)
    }
    other.clear(firstRow: other.firstRow)
  }
}

extension Program {
  /// Brings the texts of each benefit together in the block of the first of them.
  func mergeTexts(_ blocks: inout [BenefitBlock]) {
    for (place, primary) in primaries.enumerated() where place != primary {
      var other = BenefitBlock()
      swap(&other, &blocks[place])
      blocks[primary].merge(&other, text: benefits[place].text, after: benefits[primary].text)
      swap(&other, &blocks[place])
    }
  }
}
