extension BenefitBlock {
  /// What some rows of a whole table come to, the table's first row being the block's first.
  func part(_ rows: Range<Int>) -> BenefitBlock {
    var part = BenefitBlock()
    part.firstRow = rows.lowerBound
    part.answers = Array(answers[rows])
    part.gross = Array(gross[rows])
    part.amounts = Array(amounts[rows])
    if !receivers.isEmpty { part.receivers = Array(receivers[rows]) }
    if !points.isEmpty {
      let items = points.count / answers.count
      part.points = Array(points[rows.lowerBound * items..<rows.upperBound * items])
    }
    if !texts.isEmpty { part.texts = Array(texts[rows]) }
    part.definitions = definitions.map { Array($0[rows]) }
    for row in spans.isEmpty ? 0..<0 : rows { part.append(spans[row], of: months) }
    return part
  }

  /// Adds the months of one more subject.
  mutating func append(_ span: Range<Int32>, of others: [Month]) {
    let first = Int32(months.count)
    months.append(contentsOf: others[Int(span.lowerBound)..<Int(span.upperBound)])
    spans.append(first..<Int32(months.count))
  }
}
