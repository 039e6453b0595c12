import Core
import FEEL
import Facts
import Registry
import Vocabulary

/// Everybody in a registry, as far as the statistics ask, in one state of it.
struct People {
  /// By the key of the party.
  private(set) var persons: [Person] = []
  /// Region codes; persons name them by position.
  private(set) var regions: [String] = []

  private let on: CivilDate
  private let wageYear: Int
  private var positions: [String: Int32] = [:]

  /// - Throws: `StatisticsProblem.notInVocabulary`, `StoreError`, `RegistryProblem.unreadable`.
  init(_ registry: Registry, on: CivilDate, wageYear: Int, known: KnownAt) throws {
    self.on = on
    self.wageYear = wageYear
    let source = Source(registry: registry, known: known)
    try readPersons(source)
    try readEmployment(source, employers: readOrganisations(source))
    try readCertificates(source)
    try readTitles(source)
    try readWages(source)
  }

  /// Where the people are read from, and in which state.
  private struct Source {
    let registry: Registry
    let known: KnownAt

    /// Goes through some fields of a type.
    func each(
      _ type: String, _ fields: [String],
      _ body: (_ party: Int, _ id: String?, _ values: [FactValue]) throws -> Void
    ) throws {
      let index = try index(of: type)
      for field in fields where registry.vocabulary.types[index].fieldIndex(field) == nil {
        throw StatisticsProblem.notInVocabulary("\(type).\(field)")
      }
      try registry.eachRow(Registry.Columns(type: index, fields: fields), known: known, body)
    }

    /// Goes through the parties all of whose records of a type are known.
    func eachComplete(_ type: String, _ body: (_ party: Int) throws -> Void) throws {
      try registry.eachComplete(type: index(of: type), known: known, body)
    }

    private func index(of type: String) throws -> Int {
      guard let index = registry.vocabulary.typeIndex(type) else {
        throw StatisticsProblem.notInVocabulary(type)
      }
      return index
    }
  }

  private mutating func at(_ party: Int, _ change: (inout Person) -> Void) {
    while persons.count <= party { persons.append(Person()) }
    change(&persons[party])
  }

  private mutating func region(_ value: FactValue) -> Int32 {
    guard case .known(.string(let code)) = value else { return -1 }
    if let position = positions[code] { return position }
    let position = Int32(regions.count)
    regions.append(code)
    positions[code] = position
    return position
  }

  private mutating func readPersons(_ source: Source) throws {
    try source.each("person", ["region"]) { party, _, values in
      let region = region(values[0])
      at(party) {
        $0.isThere = true
        $0.home = region
      }
    }
  }

  /// Regions of the organisations, by id.
  private mutating func readOrganisations(_ source: Source) throws -> [String: Int32] {
    var seats: [String: Int32] = [:]
    try source.each("organisation", ["region"]) { _, id, values in
      seats[id ?? ""] = region(values[0])
    }
    return seats
  }

  private mutating func readEmployment(
    _ source: Source, employers: [String: Int32]
  ) throws {
    try source.each("employment", ["employer", "from", "to", "post"]) { party, id, values in
      let covers = People.spell(from: values[1], to: values[2], covers: on)
      let certainty = min(covers, People.isTechnical(post: values[3]))
      let employer = values[0].text ?? ""
      let since = Int32(clamping: values[1].date?.dayNumber ?? Int(Int32.min))
      at(party) {
        $0.add(
          job: (id ?? "", employer), certainty, since: since, region: employers[employer] ?? -1)
      }
    }
    try source.eachComplete("employment") { party in at(party) { $0.isEmploymentKnown = true } }
  }

  private mutating func readCertificates(_ source: Source) throws {
    try source.each("certificate", ["level", "kind", "issuedOn"]) { party, _, values in
      let kind = People.certainty(values[1]) { ["qualification", "skill-level"].contains($0.text) }
      let isIssued = People.certainty(values[2]) { $0.date.map { $0 <= on } ?? false }
      // A certificate known to have no level says nothing about one.
      if case .none = values[0] { return }
      let level = values[0].number?.integer.flatMap { UInt8(exactly: $0) }
      at(party) { $0.add(certificate: min(kind, isIssued), level: level) }
    }
  }

  private mutating func readTitles(_ source: Source) throws {
    try source.each("title", ["grantedOn"]) { party, _, values in
      let isGranted = People.certainty(values[0]) { $0.date.map { $0 <= on } ?? false }
      at(party) { $0.hasTitle = max($0.hasTitle, isGranted) }
    }
  }

  private mutating func readWages(_ source: Source) throws {
    try source.each("wage", ["year", "amount"]) { party, _, values in
      guard values[0].number?.integer == wageYear else { return }
      at(party) { $0.add(wage: values[1].number?.units(scale: 6)) }
    }
  }

  /// What is so of a value; what nobody has told may be.
  private static func certainty(
    _ value: FactValue, _ isSo: (FactValue) -> Bool
  ) -> Person.Certainty {
    if case .missing = value { return .maybe }
    return isSo(value) ? .yes : .no
  }

  /// Whether a spell covers a day, both ends included; one without an end goes on.
  private static func spell(
    from: FactValue, to: FactValue, covers day: CivilDate
  ) -> Person.Certainty {
    if let end = to.date, end < day { return .no }
    return certainty(from) { $0.date.map { $0 <= day } ?? false }
  }

  private static func isTechnical(post: FactValue) -> Person.Certainty {
    certainty(post) { ["technical-worker", "engineer"].contains($0.text) }
  }
}

extension Person.Certainty: Comparable {
  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension FactValue {
  fileprivate var text: String? {
    if case .known(.string(let text)) = self { text } else { nil }
  }

  fileprivate var date: CivilDate? {
    if case .known(.date(let date)) = self { date } else { nil }
  }

  fileprivate var number: Decimal128? {
    if case .known(.number(let number)) = self { number } else { nil }
  }
}
