package import Core
package import Vocabulary

/// A town that was never there: its people, organisations and lists, all of them made from the
/// number of workers and a seed, and the same whenever and wherever they are made.
///
/// Shares and means are those of the city in the source documents; see `Documentation/town.md`.
package struct Town: Sendable {
  /// What is made of a seed; a change that makes anything else of it counts up.
  package static let edition = 2
  package static let mostWorkers = 10_000_000
  /// Facts reach up to this day, whatever the date is when they are made.
  package static let until = CivilDate(dayNumber: 20_453)  // 2025-12-31

  package let workers: Int
  package let seed: UInt64
  let shapes: Shapes
  let lists: Lists
  let organisations: [Organisation]
  /// Indexes of the enterprises, in the order of their workers.
  let employers: [Int]
  let institutions: [Int]
  package let households: Int

  /// - Parameters:
  ///   - workers: how many there are; an organisation for every 25 of them.
  ///   - seed: another seed gives another town.
  ///   - vocabulary: what there can be facts about.
  /// - Throws: `SynthesisProblem.workers`, `.notInVocabulary`.
  package init(
    workers: Int, seed: UInt64, vocabulary: Vocabulary
  ) throws(SynthesisProblem) {
    guard (1...Town.mostWorkers).contains(workers) else { throw .workers(workers) }
    self.workers = workers
    self.seed = seed
    shapes = try Shapes(vocabulary)
    lists = try Lists(vocabulary)
    households = workers / 50
    var organisations = (0..<max(2, workers / 25)).map { Organisation($0, seed: seed) }
    employers = organisations.filter { $0.kind == .enterprise }.map(\.index)
    institutions = organisations.filter { $0.kind == .institution }.map(\.index)
    Town.share(workers, among: employers, of: &organisations, seed)
    self.organisations = organisations
  }

  /// Gives each enterprise a run of workers, as long as its weight asks for.
  private static func share(
    _ workers: Int, among employers: [Int], of organisations: inout [Organisation],
    _ seed: UInt64
  ) {
    let weights = employers.map { Organisation.weight($0, seed: seed) }
    let total = weights.reduce(0, +)
    var sum = 0
    var start = 0
    for (employer, weight) in zip(employers, weights) {
      sum += weight
      let end = workers * sum / total
      organisations[employer].workers = start..<end
      start = end
    }
  }

  /// The enterprise where a worker works now, or did last.
  func employer(ofWorker index: Int) -> Organisation {
    var low = 0
    var high = employers.count - 1
    while low < high {
      let middle = (low + high) / 2
      if organisations[employers[middle]].workers.upperBound > index {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return organisations[employers[low]]
  }

  func draw(_ purpose: Draw.Purpose, _ index: Int) -> Draw {
    Draw(seed: seed, purpose, index)
  }
}
