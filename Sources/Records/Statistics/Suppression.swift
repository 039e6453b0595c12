/// Which cells of tables with totals must not be shown, so that nobody learns about a few people.
///
/// The cells are the edges of a network: every sum ("these cells make this total") is a vertex, into
/// which the parts run and out of which the total runs on. What is hidden can be worked out from
/// what is shown just when no other numbers would fit, that is, when no round trip through hidden
/// cells leads over it. So for each cell that is too small the cheapest round trip is sought and
/// hidden too. Hidden cells are known to be at least 1, zeros being shown, and a round trip that
/// would take one below that does not count.
struct Suppression {
  /// A number of people, and the two sums that it stands in.
  struct Cell {
    let from: Int
    let to: Int
    let count: Int
    /// Whether it must not be shown whatever else is; a count of 0 always is.
    let isSecret: Bool
  }

  /// Counts of people from 1 up to this, it left out, are not shown.
  private static let smallest = 5

  /// Whether a count tells of so few people that they might be known.
  static func isSmall(_ count: Int) -> Bool { (1..<smallest).contains(count) }

  private let cells: [Cell]
  private let edges: [[Int]]
  private(set) var isHidden: [Bool]

  /// - Parameters:
  ///   - cells: of one network.
  ///   - vertices: how many sums there are; cells name them 0 …
  init(_ cells: [Cell], vertices: Int) {
    self.cells = cells
    var edges = [[Int]](repeating: [], count: vertices)
    for (index, cell) in cells.enumerated() {
      edges[cell.from].append(index)
      edges[cell.to].append(index)
    }
    self.edges = edges
    isHidden = cells.map { $0.count > 0 && $0.isSecret }
    // The smallest first, in the order of the table: the same table gives the same pattern.
    let secret = cells.indices.filter { isHidden[$0] }.sorted {
      (cells[$0].count, $0) < (cells[$1].count, $1)
    }
    for index in secret { for other in roundTrip(over: index) { isHidden[other] = true } }
  }

  /// The cells besides this one that give way when it is taken for one more or one less.
  private func roundTrip(over index: Int) -> [Int] {
    let cell = cells[index]
    let more = path(from: cell.to, to: cell.from, without: index)
    let less = cell.count > 1 ? path(from: cell.from, to: cell.to, without: index) : nil
    guard let less, less.cost < more?.cost ?? .max else { return more?.cells ?? [] }
    return less.cells
  }

  /// The cheapest way through the network: what is hidden anyway costs nothing, what would have to
  /// be hidden its count. Along a cell that counts one more, against it one less.
  private func path(
    from start: Int, to end: Int, without excluded: Int
  ) -> (cost: Int, cells: [Int])? {
    var costs = [Int](repeating: .max, count: edges.count)
    var came = [Int](repeating: -1, count: edges.count)
    var isDone = [Bool](repeating: false, count: edges.count)
    var open: Set<Int> = [start]
    costs[start] = 0
    while let vertex = open.min(by: { (costs[$0], $0) < (costs[$1], $1) }), vertex != end {
      open.remove(vertex)
      isDone[vertex] = true
      for index in edges[vertex] where index != excluded {
        let cell = cells[index]
        let isForward = cell.from == vertex
        let other = isForward ? cell.to : cell.from
        guard !isDone[other], cell.count > (isForward ? 0 : 1) else { continue }
        let cost = costs[vertex] + (isHidden[index] ? 0 : cell.count)
        guard cost < costs[other] else { continue }
        costs[other] = cost
        came[other] = index
        open.insert(other)
      }
    }
    guard costs[end] < .max else { return nil }
    var cells: [Int] = []
    var vertex = end
    while vertex != start {
      let index = came[vertex]
      cells.append(index)
      vertex = self.cells[index].from == vertex ? self.cells[index].to : self.cells[index].from
    }
    return (costs[end], cells)
  }
}
