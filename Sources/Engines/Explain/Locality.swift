import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// For whom a document's figures are read, and as of when: what a region has set in the place of one
/// holds by place and day.
struct Locality {
  /// Where the party is by which the document applies; `nil` when that is unknown.
  let region: String?
  /// What is missing to know it.
  let missingRegion: Unknown?
  /// The day by which assumptions are read.
  let day: Day

  enum Day {
    /// The subject's own.
    case fixed(CivilDate)
    /// That of the determination.
    case running
    case unknown(Unknown)
  }

  /// - Parameters:
  ///   - place: where the party is.
  ///   - benefit: what is determined.
  ///   - subject: the record that gives rise to it.
  ///   - world: the facts.
  init(
    _ place: Determiner.Place, _ benefit: BenefitPlan, _ subject: RecordReference, _ world: World
  ) {
    region = place.region
    missingRegion = place.region == nil ? place.judged.unknown ?? Unknown() : nil
    day = Locality.day(benefit, subject, world)
  }

  /// That of a case for which only a document's own figures are read.
  init() {
    region = nil
    missingRegion = Unknown()
    day = .running
  }

  private static func day(
    _ benefit: BenefitPlan, _ subject: RecordReference, _ world: World
  ) -> Day {
    guard benefit.event == .ofSubject, let record = world.record(subject),
      let field = world.eventField(ofType: benefit.subject)
    else { return .running }
    if let date = world.event(of: record) { return .fixed(date) }
    return world.hasUnknownEvent(record)
      ? .unknown(Unknown(world.need(field, of: subject))) : .running
  }

  /// Which value of a figure holds.
  enum Choice {
    /// The document's own.
    case own
    /// The local value at this position of the figure's.
    case local(Int)
    /// That depends on what is missing.
    case open(Unknown)
  }

  /// Which value of an assumption holds.
  ///
  /// - Parameters:
  ///   - assumption: of the document.
  ///   - on: the day of the determination.
  /// - Returns: the document's own, a region's, or what is missing to say.
  func choice(of assumption: AssumptionPlan, on: CivilDate) -> Choice {
    let locals = assumption.locals
    if locals.isEmpty { return .own }
    let own = assumption.value
    switch day {
    case .fixed(let day): return choice(locals, own: own, on: day)
    case .running: return choice(locals, own: own, on: on)
    case .unknown(let unknown):
      let possible = within(locals)
      if possible.allSatisfy({ $0.value.equals(own) }) { return .own }
      return .open(unknown.union(missingRegion))
    }
  }

  /// Which value of a parameter holds on the day that its rule names.
  func choice(of parameter: ParameterPlan, on day: CivilDate) -> Choice {
    if parameter.locals.isEmpty { return .own }
    return choice(parameter.locals, own: parameter.value(on: day)?.value, on: day)
  }

  private func choice(_ locals: [LocalFigure], own: Value?, on day: CivilDate) -> Choice {
    if let region { return locals.position(in: region, on: day).map(Choice.local) ?? .own }
    let possible = locals.filter { $0.covers(day) }
    if let own, possible.allSatisfy({ $0.value.equals(own) }) { return .own }
    return possible.isEmpty ? .own : .open(missingRegion ?? Unknown())
  }

  /// Those that may hold where the party is.
  private func within(_ locals: [LocalFigure]) -> [LocalFigure] {
    guard let region else { return locals }
    return locals.filter { region.isRegion(within: $0.region) }
  }

  /// The value of a figure that a stacking rule names.
  ///
  /// - Parameters:
  ///   - figure: the figure.
  ///   - plan: the document.
  ///   - day: the day that a parameter is asked about.
  ///   - on: the day of the determination.
  /// - Returns: `nil` where it has no value that day.
  func value(
    of figure: Figure, _ plan: Plan, on day: CivilDate, determined on: CivilDate
  ) -> Result<Value?, Open> {
    let choice =
      switch figure {
      case .parameter(let index): choice(of: plan.parameters[index], on: day)
      case .assumption(let index): choice(of: plan.assumptions[index], on: on)
      }
    switch choice {
    case .own: return .success(plan.ownValue(of: figure, on: day))
    case .local(let index): return .success(plan.locals(of: figure)[index].value)
    case .open(let unknown): return .failure(Open(unknown: unknown))
    }
  }

  /// Nobody can say yet which value holds.
  struct Open: Error {
    let unknown: Unknown
  }
}
