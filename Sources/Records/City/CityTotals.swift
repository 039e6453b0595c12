import Columns
package import Core
package import Determinations
import Explain
import Foundation
import PolicyPlan
package import Registry

/// What every benefit comes to over the whole registry: the figures that determining everybody would
/// store, without storing anything.
///
/// Sums are kept by part of the rules, so that a changed figure costs the benefits that use it, and a
/// changed fact the parties that it touches.
package struct CityTotals: Sendable {
  package let registry: Registry
  package let rules: Rulebook
  /// The day of the determinations.
  package let on: CivilDate
  /// Where the snapshot lies; else beside the registry.
  package var path: String?
  /// Told how many of how many parties are read for the snapshot, and asked of the explain engine; from
  /// any thread, one at a time.
  package var reading: @Sendable (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
  package var asking: @Sendable (_ done: Int, _ total: Int) throws -> Void = { _, _ in }

  package init(_ registry: Registry, _ rules: Rulebook, on: CivilDate) {
    self.registry = registry
    self.rules = rules
    self.on = on
  }

  /// The totals, and how they came about.
  package struct Report: Sendable {
    /// By full id of the benefit.
    package internal(set) var benefits: [String: CitySum] = [:]
    /// The last change of the registry that is in them.
    package let change: Int64
    /// How many parts of the rules were worked out over everybody, over those that were touched, and
    /// not at all.
    package internal(set) var computed = 0
    package internal(set) var adjusted = 0
    package internal(set) var known = 0
    /// How many parties the explain engine was asked about now.
    package internal(set) var asked = 0
    /// What was done for a snapshot; `nil` where none was needed.
    package internal(set) var work: SnapshotKeeper.Work?
    /// What was wrong with the file of sums, which was not used then.
    package internal(set) var sumsProblem: CityProblem?
    /// How long it took to run the columns, and to ask about those parties.
    package internal(set) var running = Duration.zero
    package internal(set) var waiting = Duration.zero
    /// Of the parts that were worked out now, the benefits.
    package internal(set) var computedBenefits: [String] = []
  }

  /// Works the totals out.
  ///
  /// - Parameter keeps: whether sums that were worked out before are used, and these kept.
  /// - Returns: the totals.
  /// - Throws: `ColumnFileProblem`, `CityProblem`, `StoreError`, `RegistryProblem`,
  ///   `CryptographyFailure`, and what the progress throws.
  package func report(keeps: Bool = true) throws -> Report {
    while true {
      if let report = try report(of: registry.snapshot(), keeps: keeps) { return report }
    }
  }

  /// Works out the totals as of a past state of the facts. The files beside the registry are those of the
  /// last one: none is used, and none is written.
  ///
  /// - Parameter change: after which the registry knew what it is asked.
  /// - Returns: the totals.
  /// - Throws: as `report(keeps:)`.
  package func report(knownAfter change: Int64) throws -> Report {
    let state = try registry.snapshot(.change(change))
    let parts = try CityPart.all(rules)
    var report = Report(change: state.change)
    var keeper = SnapshotKeeper(
      registry, ColumnFields(rules.plans, registry.vocabulary), rules.selection, path: path)
    keeper.progress = reading
    add(try answer(parts, keeper.past(state), &report), parts, to: &report)
    return report
  }

  /// - Returns: `nil` where another process brought the snapshot further meanwhile.
  private func report(of state: Snapshot, keeps: Bool) throws -> Report? {
    let parts = try CityPart.all(rules)
    var sums = KnownSums(keeps ? sumsPath : "", registry: try registry.identity())
    var report = Report(change: state.change)
    if sums.wasDamaged { report.sumsProblem = .damaged(file: sumsPath) }
    var wanted: [CityPart] = []
    var earlier: [Int64: [(CityPart, KnownSums.Key)]] = [:]
    let moment = try registry.change(state.change)?.moment ?? 0
    for part in parts {
      let key = KnownSums.Key(part: part.hash, on: on, change: state.change)
      if let entry = sums.entries[key], sums.moment(of: state.change) == moment {
        add(entry.sums, part, to: &report)
        report.known += 1
      } else if let known = sums.earlier(part.hash, on: on, before: state.change) {
        earlier[known.change, default: []].append((part, known))
      } else {
        wanted.append(part)
      }
    }
    for (change, parts) in earlier {
      let left = try adjust(parts, from: change, to: state, &sums, &report)
      wanted += left
    }
    if !wanted.isEmpty {
      guard try compute(wanted, state, &sums, &report, moment) else { return nil }
    }
    if keeps, report.computed + report.adjusted > 0 { try sums.write() }
    return report
  }

  private var sumsPath: String {
    URL(fileURLWithPath: path ?? SnapshotKeeper.path(of: registry)).deletingPathExtension().path
      + ".totals"
  }

  func add(_ sums: [CitySum], _ part: CityPart, to report: inout Report) {
    for (benefit, sum) in zip(part.benefits, sums) {
      report.benefits[rules.plans[part.plan].benefits[benefit].id] = sum
    }
  }

  /// Over everybody.
  ///
  /// - Returns: whether it is of that state.
  private func compute(
    _ parts: [CityPart], _ state: Snapshot, _ sums: inout KnownSums, _ report: inout Report,
    _ moment: Int64
  ) throws -> Bool {
    var keeper = SnapshotKeeper(
      registry, ColumnFields(rules.plans, registry.vocabulary), rules.selection, path: path)
    keeper.progress = reading
    keeper.wanted = ColumnFields(
      rules.plans, registry.vocabulary, only: parts.benefits(of: rules))
    let (snapshot, work) = try keeper.current(state, isExact: false)
    guard snapshot.state.change == state.change else { return false }
    report.work = work
    let answer = try answer(parts, snapshot, &report)
    add(answer, parts, to: &report)
    for (place, part) in parts.enumerated() {
      sums.add(
        .init(part: part.hash, on: on, change: snapshot.state.change),
        .init(sums: answer.sums[place], asked: answer.askedOf[place]), moment: moment)
    }
    return true
  }

  private func answer(
    _ parts: [CityPart], _ snapshot: CitySnapshot, _ report: inout Report
  ) throws -> CityEngine.Answer {
    let answer = try CityEngine(rules: rules, snapshot: snapshot, on: on, progress: asking)
      .sums(of: parts)
    report.asked += answer.asked
    report.running += answer.running
    report.waiting += answer.waiting
    return answer
  }

  private func add(_ answer: CityEngine.Answer, _ parts: [CityPart], to report: inout Report) {
    for (place, part) in parts.enumerated() {
      add(answer.sums[place], part, to: &report)
      report.computed += 1
      report.computedBenefits += part.benefits.map { rules.plans[part.plan].benefits[$0].id }
    }
  }
}
