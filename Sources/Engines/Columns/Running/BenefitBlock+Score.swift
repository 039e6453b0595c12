extension Executor {
  /// The points of each subject that has an entry. One with an item that this engine cannot say is
  /// for the explain engine, excluded or not: it may know the points.
  func collect(
    _ score: BenefitSteps.Score, _ base: Int, _ count: Int, into block: inout BenefitBlock
  ) {
    let first = block.points.count
    block.points.append(contentsOf: repeatElement(.unknown, count: count * score.items.count))
    let present = space.frames[score.frame]
    for (place, item) in score.items.enumerated() {
      let points = wide(item.points)
      for lane in 0..<present.count {
        let subject = Int(present.parents[lane])
        if points[lane].isMark || item.isDeduction && points[lane] > 0 {
          if block.answers[base + subject] != .absent { block.answers[base + subject] = .open }
        } else {
          block.points[first + subject * score.items.count + place] = points[lane]
        }
      }
    }
  }
}
