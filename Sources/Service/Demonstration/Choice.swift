import Bureau
import Core
import Cryptography
import Determination
import Determinations
import PolicyPlan

/// Who of the town takes part: drawn by the seed from what was determined.
struct Choice {
  /// Workers of the city with one thing due, `skill-upgrade` above the lowest sum.
  let workers: [String]
  /// A worker with two things due.
  let several: String
  /// Somebody with a sum that needs two signatures.
  let large: String
  /// Anybody else of the town for whom something was found.
  let others: [String]
  /// Organisations with most to apply for, each with its region: enterprises, then one institution.
  let enterprises: [String]
  let institution: String
  /// Those that a score sheet was worked out for.
  let candidates: [String]

  static let application = "application-with-evidence"
  static let selection = "selection"
  private static let city = "wenzhou-2018-242/"
  private static let common = city + "skill-upgrade"
  private static let score = "wuxing-2024-32/selection-score"
  /// 分: more than level 5 comes to, so that a level that turns out lower lowers it.
  private static let least = Money(fen: 150_000)
  /// 分: two signatures, and not three.
  private static let larger = Money(fen: 5_000_000)...Money(fen: 20_000_000)

  /// - Parameters:
  ///   - bureau: what was determined.
  ///   - seed: of the draw.
  /// - Throws: `DemonstrationProblem.townTooSmall`, `.notDetermined`; `StoreError`,
  ///   `CryptographyFailure`.
  init(_ bureau: Bureau, seed: String) throws {
    var due: [String: [StoredDetermination]] = [:]
    var applied: [String: Int] = [:]
    var institutions: [String: Int] = [:]
    var scored: [String] = []
    let run = try bureau.determinations.each { determination in
      guard determination.outcome == .entitled else { return }
      switch bureau.setup.ways.procedure(of: determination.benefit) {
      case Choice.selection:
        if determination.benefit == Choice.score { scored.append(determination.owner) }
      case Choice.application:
        guard determination.benefit.hasPrefix(Choice.city),
          (determination.payable ?? .zero) > .zero
        else { return }
        if determination.benefit.hasSuffix("/apprenticeship") {
          applied[determination.party, default: 0] += 1
        } else if determination.benefit.hasSuffix("-training") {
          institutions[determination.party, default: 0] += 1
        }
      default:
        if (determination.payable ?? .zero) > .zero {
          due[determination.owner, default: []].append(determination)
        }
      }
    }
    guard run != nil else { throw DemonstrationProblem.notDetermined }
    let drawn = try Choice.drawn(due.keys, seed)
    func all(_ isFit: ([StoredDetermination]) -> Bool) -> [String] {
      drawn.filter { owner in
        (due[owner] ?? []).allSatisfy { $0.party == owner && $0.benefit.hasPrefix(Choice.city) }
          && isFit(due[owner] ?? [])
      }
    }
    workers = all { found in
      found.count == 1 && found[0].benefit == Choice.common
        && (found[0].payable ?? .zero) >= Choice.least
    }
    several = try Choice.first(
      all { $0.count == 2 && $0.contains { $0.benefit == Choice.common } },
      Bilingual(zh: "同时有两项待遇的劳动者", en: "a worker with two benefits"))
    let large = try Choice.first(
      all { $0.count == 1 && Choice.larger.contains($0[0].payable ?? .zero) },
      Bilingual(zh: "五万元以上的待遇", en: "a benefit above 50,000 yuan"))
    self.large = large
    others = Array(drawn.filter { (due[$0] ?? []).count == 1 && $0 != large }.reversed())
    enterprises = Choice.most(applied)
    institution = try Choice.first(
      Choice.most(institutions), Bilingual(zh: "培训机构", en: "a training institution"))
    candidates = try Choice.drawn(scored, seed)
  }

  private static func first(_ found: [String], _ what: Bilingual) throws -> String {
    guard let first = found.first else { throw DemonstrationProblem.townTooSmall(what) }
    return first
  }

  /// In an order that the seed alone decides.
  private static func drawn(_ ids: some Sequence<String>, _ seed: String) throws -> [String] {
    try ids.map { ($0, try SM3.hexDigest("\(seed)/\($0)")) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  private static func most(_ counts: [String: Int]) -> [String] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
