import Core
import Determination
import Determinations
import Facts
import Pages
import PolicyPlan
import Registry
import Vocabulary

/// Stored determinations as the page of a party shows them.
extension PartyRoutes {
  /// What was determined from what was known at the time as of which the page is shown.
  func stored(of id: String, _ facts: FactBase, _ known: Known) throws -> StoredResults {
    guard let run = try run(known) else { return StoredResults(on: nil, lines: []) }
    let results = try served.store.stored(of: id, asOf: .run(run.number))
    let subject = subjectName(facts, owner: id)
    let others = Set(results.flatMap { [$0.owner, $0.party] }).subtracting([id])
    let neighbours = try served.registry.files(of: others.sorted(), types: [], on: model.today())
    return StoredResults(
      on: run.on, doubts: try doubts(of: id, run, results, known),
      lines: results.map { result in
        StoredResults.Line(
          label: served.label(of: result.benefit), subject: subject(result.benefit, result.subject),
          outcome: result.outcome, amount: result.amount, monthly: result.monthly,
          payable: result.payable, granted: result.granted,
          other: other(result, than: id, neighbours), isReceived: result.party == id,
          until: result.until, notice: noticePath(of: result, id, known), number: result.number)
      })
  }

  /// The run whose results a page shows.
  func run(_ known: Known) throws -> DeterminationRun? {
    guard let change = known.change else { return try served.store.lastRun() }
    return try served.store.lastRun(restingOn: change.number)
  }

  /// Why the results may not be what holds: facts of the party itself that the run did not see, and,
  /// for the present, a day that has come. What changed about others is not looked for.
  private func doubts(
    of id: String, _ run: DeterminationRun, _ results: [StoredDetermination], _ known: Known
  ) throws -> [ResultDoubt] {
    var doubts: [ResultDoubt] = []
    let last = try served.registry.history(
      of: id, limit: 1, through: known.change?.number ?? .max
    ).first
    if let last, last.number > run.facts { doubts.append(.newerFacts(served.recorded(last))) }
    guard known.change == nil else { return doubts }
    let days = results.compactMap(\.until) + [try served.store.firstDue(of: id)].compactMap(\.self)
    if let first = days.min(), first <= model.today() { doubts.append(.dayReached(first)) }
    return doubts
  }

  /// The other party of a determination that concerns two.
  private func other(
    _ result: StoredDetermination, than id: String, _ facts: FactBase
  ) -> Detail? {
    let isReceiver = result.party == id
    let other = isReceiver ? result.owner : result.party
    if other == id { return nil }
    let label =
      isReceiver ? Bilingual(zh: "依据", en: "for a record of") : Bilingual(zh: "发给", en: "paid to")
    let link = served.link(to: other, in: facts)
    return Detail(label, Bilingual(link.name), link: link)
  }

  /// “证书 2019-05-03”: what gives rise to a determination, in words.
  func subjectName(
    _ facts: FactBase, owner: String
  ) -> @Sendable (_ benefit: String, _ subject: String?) -> Bilingual? {
    let subjects = Dictionary(
      model.plans.flatMap(\.benefits).map { ($0.id, $0.subject) }, uniquingKeysWith: { $1 })
    let vocabulary = served.vocabulary
    return { benefit, subject in
      guard let subject, let index = subjects[benefit] else { return nil }
      let type = vocabulary.types[index]
      let record = facts.positions(withID: subject).map { facts.records[$0] }
        .first { $0.type == index && $0.party == owner }
      let date = record.flatMap { record in
        type.event.flatMap(type.fieldIndex).flatMap { record.date($0)?.description }
      }
      let name = type.name.capitalised
      let which = date ?? subject
      return Bilingual(zh: "\(name.zh) \(which)", en: "\(name.en) \(which)")
    }
  }
}

extension ServedRegistry {
  /// What a benefit is called; its id where no plan has it any more.
  func label(of benefit: String) -> Bilingual { words.benefits[benefit] ?? Bilingual(benefit) }
}
