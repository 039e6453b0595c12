import Core
import Determination
import PolicyPlan

/// One party's choice among cases that bear on each other, by positions of candidates.
struct Choice {
  /// The members, those that are preferred among equals first.
  private let order: [Int]
  private let problem: ChoiceProblem
  private let combination: Combination
  /// Numbers, in the order, of the entitled that may be taken or left, of those that are taken in any
  /// case, and of those that are not settled.
  private let free: [Int]
  private let fixed: [Int]
  private let open: [Int]
  private let found: Combination.Answer?

  /// A combination: positions that are taken, and 分.
  struct Answer {
    let taken: [Int]
    let fen: Int64
    let bound: Int64
  }

  init(
    _ order: [Int], _ problem: ChoiceProblem, _ candidates: [Candidate],
    _ worth: (Candidate) -> Int64
  ) {
    self.order = order
    self.problem = problem
    combination = problem.combination(order) { worth(candidates[$0]) }
    let mayBeLeft = problem.free
    var (free, fixed, open): ([Int], [Int], [Int]) = ([], [], [])
    for (number, position) in order.enumerated() {
      switch candidates[position].outcome {
      case .notEntitled: break
      case .undetermined: open.append(number)
      case .entitled where mayBeLeft.contains(position): free.append(number)
      case .entitled: fixed.append(number)
      }
    }
    (self.free, self.fixed, self.open) = (free, fixed, open)
    found = combination.best(among: free, with: fixed)
  }

  var answer: Answer? { found.map(answer) }

  /// Whether something bears on the amounts that the search does not follow.
  var isPartial: Bool { problem.isPartial }

  private func answer(_ found: Combination.Answer) -> Answer {
    Answer(taken: found.taken.map { order[$0] }, fen: found.fen, bound: found.bound)
  }

  /// Positions that may be taken and are not.
  func left(by answer: Answer) -> [Int] {
    free.map { order[$0] }.filter { !answer.taken.contains($0) }
  }

  /// The best combination that takes a case; `nil` when it cannot be taken at all.
  func best(with position: Int) -> Answer? {
    guard let number = order.firstIndex(of: position) else { return nil }
    return combination.best(among: free.filter { $0 != number }, with: (fixed + [number]).sorted())
      .map(answer)
  }

  /// Why the choice cannot be settled; `nil` when whatever is unknown leaves it the same.
  func doubt(_ candidates: [Candidate]) -> Unknown? {
    var unknown: Unknown?
    for one in problem.exclusions.map(\.doubt) + problem.limits.map(\.doubt) {
      unknown = one?.union(unknown) ?? unknown
    }
    if unknown != nil { return unknown }
    if open.isEmpty { return nil }
    var missing = Unknown()
    for number in open { missing.formUnion(candidates[order[number]].unknown) }
    // What is not settled and counts in any case changes what is left for the others.
    let mayBeLeft = problem.free
    if open.contains(where: { !mayBeLeft.contains(order[$0]) }) { return missing }
    let sums = problem.limits.filter { $0.cap.limit.isAmount || $0.cap.keep == .earliest }
    if open.contains(where: { number in sums.contains { $0.members.contains(order[number]) } }) {
      return missing
    }
    guard let found else { return nil }
    // As much as they may come to at most: what does not win then never does.
    for number in free where !found.taken.contains(number) {
      let other = combination.best(
        among: free.filter { $0 != number } + open, with: (fixed + [number]).sorted())
      guard let other else { continue }
      let takesOpen = other.taken.contains { open.contains($0) }
      if other.bound > found.fen || takesOpen && other.fen == found.fen { return missing }
    }
    for number in open {
      let other = combination.best(
        among: free + open.filter { $0 != number }, with: (fixed + [number]).sorted())
      guard let other, other.bound >= found.fen else { continue }
      if !Set(found.taken).isSubset(of: other.taken) { return missing }
    }
    return nil
  }

  /// Subjects that are not settled, by name.
  func openNames(_ candidates: [Candidate], besides position: Int) -> [String] {
    order.filter { $0 != position && candidates[$0].outcome == .undetermined }
      .map { candidates[$0].subjectID }
  }
}
