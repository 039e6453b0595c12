/// Finds the rules that no case ever gets to, because rules ahead of them take it first.
struct ReachSearch {
  private let sure: BoxSet
  private let possible: BoxSet
  private let rank: [Int]
  private var effort = Effort()
  private var reached: Set<Int32> = []

  /// Whether the search was given up: then nothing is said of the rules not reached yet.
  private(set) var isCut = false

  /// - Parameters:
  ///   - sure: what each rule surely admits; what lies outside the domain may be rules of rank −1.
  ///   - possible: what each rule may admit, of the same shape.
  ///   - rank: of each rule; of those that admit a case the lowest rank takes it.
  init(sure: BoxSet, possible: BoxSet, rank: [Int]) {
    self.sure = sure
    self.possible = possible
    self.rank = rank
  }

  /// The rules without any case of their own, in order.
  mutating func unreached() -> [Int32] {
    let whole = possible.whole
    search(whole, possible.members(of: whole, rules: 0..<Int32(possible.count)))
    if isCut { return [] }
    return (0..<Int32(possible.count)).filter { !reached.contains($0) }
  }

  private mutating func search(_ region: Region, _ members: [Member]) {
    effort.spend(members.count)
    if effort.isSpent { isCut = true }
    guard !isCut, members.contains(where: { !reached.contains($0.rule) }) else { return }
    var best = Int.max
    for member in members where member.isWhole && surelyCovers(member.rule, region) {
      best = min(best, rank[Int(member.rule)])
    }
    let rest = members.filter { rank[Int($0.rule)] <= best }
    let open = rest.filter { !$0.isWhole }
    // Rules that cover the region only in part may still cover all of it between them.
    let firstOpen = open.map { rank[Int($0.rule)] }.min() ?? Int.max
    for member in rest where member.isWhole && rank[Int(member.rule)] <= firstOpen {
      reached.insert(member.rule)
    }
    guard !open.isEmpty, rest.contains(where: { !reached.contains($0.rule) }) else { return }
    guard let split = Split(possible, region, open) else { return }
    for (half, inside) in split.halves(possible, region, rest) { search(half, inside) }
  }

  private func surelyCovers(_ rule: Int32, _ region: Region) -> Bool {
    for column in 0..<sure.columns
    where sure.relation(rule, column, region.low[column], region.high[column]) != .wholly {
      return false
    }
    return true
  }
}
