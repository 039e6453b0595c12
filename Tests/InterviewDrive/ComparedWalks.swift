/// Ways through the interview side by side.
struct ComparedWalks {
  private var everything: [Int] = []
  private var shortest: [Int] = []
  private var wrong: [String] = []

  var count: Int { everything.count }

  mutating func add(
    _ id: String, _ everything: Walk, _ shortest: Walk, _ result: (Walk) -> [String]
  ) {
    self.everything.append(everything.asked.count)
    self.shortest.append(shortest.asked.count)
    let results = (result(everything), result(shortest))
    if results.0 != results.1 {
      wrong.append("\(id): \(results.0) is \(results.1) when asked \(shortest.asked)")
    }
    if shortest.asked.count > everything.asked.count {
      wrong.append("\(id): more questions, \(shortest.asked) for \(everything.asked)")
    }
  }

  /// How many of 100 questions are saved in the middle.
  private var saved: Int {
    let all = median(everything)
    return all == 0 ? 0 : (all - median(shortest)) * 100 / all
  }

  var isFine: Bool { count > 0 && wrong.isEmpty && saved >= 60 }

  func print() {
    for line in wrong { Swift.print(line) }
    Swift.print("everything: \(spread(everything)) questions; what matters: \(spread(shortest))")
    Swift.print(
      "\(count) workers asked, \(saved) in 100 questions saved in the middle, \(wrong.count) wrong")
  }

  private func median(_ counts: [Int]) -> Int {
    let sorted = counts.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  private func spread(_ counts: [Int]) -> String {
    "\(counts.min() ?? 0) to \(counts.max() ?? 0), median \(median(counts))"
  }
}
