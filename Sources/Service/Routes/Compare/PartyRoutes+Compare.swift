import Comparison
import Core
import Determination
import Determinations
import HTTP
import Office
import Pages
import PolicyDocument
import PolicyPlan
import Registry

/// Two sides of a party's determinations, or of two parties', one beside the other.
extension PartyRoutes {
  func compare(_ request: Request, _ language: Language) throws -> Response {
    let (id, view) = try compared(request)
    let fields = CompareReader.fields(request.query)
    let choices = CompareChoices(
      changes: try served.registry.history(of: id).map(served.recorded),
      hasAmendments: served.asIssued != nil, amendedFrom: model.amendedFrom, today: model.today())
    let context = ResultContext(PageLocation(language, of: request), served.vocabulary)
    func page(_ state: CompareState, _ status: Status = .ok) -> Response {
      Response(comparePage(view, fields, choices, state, context), status: status)
    }
    guard CompareReader.isAsked(request.query) else { return page(.asking) }
    var reader = CompareReader(served, today: model.today(), mayLook: looksAt)
    let (left, right) = try reader.sides(fields, of: id, name: view.link.name)
    if reader.errors.isEmpty {
      do {
        return page(.compared(try comparison(left, right)))
      } catch let problem as CompareProblem {
        reader.note(CompareFields.Name.andKnown, problem)
      }
    }
    let errors = reader.errors.map {
      FormError(field: $0.field, message: $0.problem.sentence[language])
    }
    return page(.wrong(errors), .unprocessableContent)
  }

  /// The party that the address names, as it is now. One that is not on record any more has its page as
  /// of when it was, and so has the comparison.
  private func compared(_ request: Request) throws -> (id: String, view: PartyView) {
    let id = request.parameters["id"] ?? ""
    let then = try request.query[CompareFields.Name.known].flatMap { Int64($0) }
      .flatMap { try served.registry.change($0) }
    for known in [Known(change: nil), Known(change: then)] {
      if let facts = try served.registry.file(of: id, on: model.today(), known: known.state) {
        return (id, try view(of: id, facts, known))
      }
    }
    throw Refusal.notFound
  }

  private func comparison(
    _ left: ComparedSide, _ right: ComparedSide
  ) throws -> ComparisonView {
    let reports = (try report(left), try report(right))
    let isOfOne = left.party == right.party
    let hasAmendments = served.asIssued != nil
    func side(_ one: ComparedSide, _ other: ComparedSide, _ report: Report) throws
      -> ComparisonView.Side
    {
      ComparisonView.Side(
        title: one.title(beside: other), basis: one.basis(hasAmendments),
        sum: report.sum(receivedBy: one.party), subject: try subjects(one))
    }
    return ComparisonView(
      left: try side(left, right, reports.0), right: try side(right, left, reports.1),
      Comparison(reports.0, reports.1, matching: isOfOne ? .records : .order))
  }

  private func report(_ side: ComparedSide) throws -> Report {
    let rules = side.isAmended ? served.rules : served.asIssued ?? served.rules
    do {
      return try PartyDeterminer(rules, served.registry.snapshot(side.state))
        .report(of: side.party, on: side.on)
    } catch DeterminationProblem.unknownParty {
      throw CompareProblem.notKnownThen(name: side.name)
    }
  }

  private func subjects(
    _ side: ComparedSide
  ) throws -> @Sendable (Determination) -> Bilingual? {
    let facts = try served.registry.files(of: [side.party], on: side.on, known: side.state)
    let name = subjectName(facts, owner: side.party)
    return { name($0.benefit, $0.subject) }
  }
}

extension Report {
  /// What a party receives in all; `nil` where that is more than can be counted.
  fileprivate func sum(receivedBy party: String) -> Money? {
    determinations.filter { $0.party == party && $0.outcome == .entitled }.compactMap(\.amount)
      .reduce(Money.zero as Money?) { sum, next in sum.flatMap { $0.adding(next) } }
  }
}

extension ServiceModel {
  /// Days from which later documents change texts, each with the number of the document, in order.
  fileprivate var amendedFrom: [(day: CivilDate, document: String)] {
    var seen: Set<String> = []
    return plans.flatMap(\.versions).flatMap(\.changes)
      .map { (day: $0.amendment.from, document: $0.number ?? $0.document) }
      .filter { seen.insert("\($0.day) \($0.document)").inserted }
      .sorted { ($0.day, $0.document) < ($1.day, $1.document) }
  }
}
