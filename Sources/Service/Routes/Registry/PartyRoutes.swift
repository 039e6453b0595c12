import Core
import Determination
import Determinations
import Facts
import HTTP
import Pages
import PolicyPlan
import Registry
import Vocabulary

/// The pages of workers and organisations.
struct PartyRoutes: Sendable {
  let served: ServedRegistry
  let model: ServiceModel
  /// Whether of the workers of an organisation their names alone are shown.
  var showsNamesOnly = false
  /// Whether whoever reads may see another party beside the one that the address names; where looks
  /// are written down, this one is too.
  var looksAt: @Sendable (_ id: String) throws -> Bool = { _ in true }
  private static let pageSize = 25
  private static let firstWorkers = 8

  func party(_ request: Request, _ language: Language) throws -> Response {
    let (id, facts, known) = try subject(request)
    var view = try view(of: id, facts, known)
    view.entries = TimelineReader(served: served, facts: facts).entries(of: id)
    view.determinations = try stored(of: id, facts, known)
    view.history = try served.registry.history(of: id).map(served.recorded)
    if isEmployer(id, facts) {
      view.workers = try workers(of: id, known, offset: 0, size: Self.firstWorkers)
    }
    return Response(partyPage(PageLocation(language, of: request), view))
  }

  func workers(_ request: Request, _ language: Language) throws -> Response {
    let (id, facts, known) = try subject(request)
    let page = min(max(request.query["page"].flatMap { Int($0) } ?? 1, 1), 100_000)
    let offset = (page - 1) * Self.pageSize
    guard isEmployer(id, facts),
      let workers = try workers(of: id, known, offset: offset, size: Self.pageSize)
    else { throw Refusal.notFound }
    let view = try view(of: id, facts, known)
    return Response(workersPage(PageLocation(language, of: request), view, workers))
  }

  func reasons(_ request: Request, _ language: Language) throws -> Response {
    // Records come with what is worked out from them.
    let (id, file, known) = try subject(request, types: [])
    // Ranked against everybody where a quota is shared, as a run over the whole registry does.
    let determiner = PartyDeterminer(served.rules, try served.registry.snapshot(known.state))
    let (outlook, facts) = try determiner.outlook(of: id, on: model.today())
    let place = PageLocation(language, of: request)
    let name = subjectName(facts, owner: id)
    let context = ResultContext(
      place, model.vocabulary, subject: { name($0.benefit, $0.subject) })
    return Response(partyReasonsPage(try view(of: id, file, known), outlook, context))
  }

  /// The party that an address names, with what is on file about it, as known when the address says.
  ///
  /// - Parameters:
  ///   - request: of the page.
  ///   - types: ids of the types of record that are wanted; `nil` for all.
  /// - Returns: its id, its attributes and those records, and as of when.
  /// - Throws: `Refusal`, `StoreError`, `RegistryProblem`.
  func subject(
    _ request: Request, types: Set<String>? = nil
  ) throws -> (id: String, facts: FactBase, known: Known) {
    let id = request.parameters["id"] ?? ""
    let known = try known(request)
    guard
      let facts = try served.registry.file(
        of: id, types: types, on: model.today(), known: known.state)
    else { throw Refusal.notFound }
    return (id, facts, known)
  }

  /// The change as of which the address asks for the page; the form says nothing for now.
  private func known(_ request: Request) throws -> Known {
    guard let text = request.query["known"], !text.isEmpty else { return Known(change: nil) }
    guard let change = try Int64(text).flatMap({ try served.registry.change($0) }) else {
      throw Refusal(
        .notFound,
        message: Bilingual(
          zh: "登记库里没有这次变更。", en: "The registry has no such change."),
        advice: Bilingual(
          zh: "去掉地址里的 known，就是现在的情况；那里列有可以回看的变更。",
          en:
            "Leave known out of the address to see what is known now, and the changes that can be "
            + "looked back to."))
    }
    return Known(change: change)
  }

  /// As of when a page is shown.
  struct Known {
    let change: Change?

    var state: KnownAt { change.map { .change($0.number) } ?? .latest }
  }

  func view(of id: String, _ facts: FactBase, _ known: Known) throws -> PartyView {
    guard let party = facts.party(id) else { throw Refusal.notFound }
    let type = served.vocabulary.types[party.type]
    var view = PartyView(served.link(to: id, in: facts), type: type.name, today: model.today())
    view.attributes = type.fields.indices.compactMap { index in
      // The name stands above.
      guard type.fields[index].id != "name" else { return nil }
      return served.words.text(index, of: party).map { Detail(type.fields[index].name, $0) }
    }
    view.attributes.append(Detail(Bilingual(zh: "编号", en: "identifier"), Bilingual(id)))
    view.known = known.change.map(served.recorded)
    return view
  }

  private func isEmployer(_ id: String, _ facts: FactBase) -> Bool {
    facts.party(id).map { served.vocabulary.types[$0.type].id } == "organisation"
  }

  private func workers(
    of id: String, _ known: Known, offset: Int, size: Int
  ) throws -> Workers? {
    guard let type = served.vocabulary.typeIndex("employment"),
      let field = served.vocabulary.types[type].fieldIndex("employer")
    else { return nil }
    let found = try served.registry.parties(
      referringTo: id, by: Registry.Reference(type: type, field: field), known: known.state,
      offset: offset, limit: size)
    return Workers(
      lines: try served.workerLines(
        found.parties, of: id, today: model.today(), known: known.state,
        namesOnly: showsNamesOnly),
      position: ListPosition(offset: offset, size: size, count: found.count))
  }
}
