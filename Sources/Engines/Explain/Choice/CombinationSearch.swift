/// One walk through the combinations.
struct CombinationSearch {
  let problem: Combination
  let free: [Int]
  let fixed: [Int]
  /// For each exclusion and limit its members, those that stand in an earlier one left out: every
  /// case counts once, so that the sum of what each allows is a bound.
  private let exclusionParts: [[[Int]]]
  private let limitMembers: [[Int]]
  /// The same of the members that a limit does not cut.
  private let sparedMembers: [[Int]]
  private let loose: [Int]
  private var isOpen: [Bool]
  private var looked = 0
  private var gaveUp = false
  private var best: (taken: [Int], fen: Int64)?

  init(_ problem: Combination, free: [Int], fixed: [Int]) {
    self.problem = problem
    self.free = free.sorted {
      let worth = (problem.worth[$0], problem.worth[$1])
      return worth.0 == worth.1 ? $0 < $1 : worth.0 > worth.1
    }
    self.fixed = fixed
    isOpen = Array(repeating: false, count: problem.worth.count)
    for index in free + fixed { isOpen[index] = true }
    var seen: Set<Int> = []
    exclusionParts = problem.exclusions.map { exclusion in
      let parts = exclusion.parts.map { $0.filter { !seen.contains($0) } }
      seen.formUnion(exclusion.parts.joined())
      return parts
    }
    let counted = problem.limits.map { limit in
      let members = limit.members.filter { !seen.contains($0) }
      seen.formUnion(limit.members)
      return members.sorted { problem.worth[$0] > problem.worth[$1] }
    }
    limitMembers = zip(problem.limits, counted).map { limit, members in
      members.filter { !limit.spared.contains($0) }
    }
    sparedMembers = zip(problem.limits, counted).map { limit, members in
      members.filter { limit.spared.contains($0) }
    }
    loose = problem.worth.indices.filter { !seen.contains($0) }
  }

  mutating func run() -> Combination.Answer? {
    guard problem.pay(fixed) != nil else { return nil }
    let root = bound
    walk(0, fixed)
    guard let best else { return nil }
    let taken = best.taken.sorted()
    return Combination.Answer(
      taken: taken, fen: best.fen, bound: gaveUp ? max(root, best.fen) : best.fen)
  }

  /// What no combination of the cases that are still open can exceed.
  private var bound: Int64 {
    var sum: Int64 = 0
    func total(_ members: [Int]) -> Int64 {
      members.reduce(Int64(0)) { isOpen[$1] ? $0.saturating(adding: problem.worth[$1]) : $0 }
    }
    for parts in exclusionParts {
      sum = sum.saturating(adding: parts.map(total).max() ?? 0)
    }
    for (limit, members) in zip(problem.limits, limitMembers) {
      if limit.isAmount {
        sum = sum.saturating(adding: min(limit.most, total(members)))
      } else {
        let kept = members.lazy.filter { isOpen[$0] }.prefix(Int(clamping: limit.most))
        sum = kept.reduce(sum) { $0.saturating(adding: problem.worth[$1]) }
      }
    }
    for members in sparedMembers { sum = sum.saturating(adding: total(members)) }
    return sum.saturating(adding: total(loose))
  }

  /// Takes or leaves one case after the other; those that are worth most are taken first, so that a
  /// good combination is found at once and most others need not be looked at.
  private mutating func walk(_ place: Int, _ taken: [Int]) {
    if gaveUp { return }
    if let best, bound <= best.fen { return }
    guard place < free.count else {
      guard let paid = problem.pay(taken.sorted()) else { return }
      let fen = paid.values.reduce(Int64(0)) { $0.saturating(adding: $1) }
      if best == nil || fen > (best?.fen ?? -1) { best = (taken, fen) }
      return
    }
    looked += 1
    if looked > problem.patience {
      gaveUp = true
      return
    }
    let next = free[place]
    // What may not be taken together now, no further case makes lawful.
    if problem.pay((taken + [next]).sorted()) != nil { walk(place + 1, taken + [next]) }
    isOpen[next] = false
    walk(place + 1, taken)
    isOpen[next] = true
  }
}
