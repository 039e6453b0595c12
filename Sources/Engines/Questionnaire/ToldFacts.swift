package import Core
import FEEL
package import Facts
import Vocabulary

/// The answers to an interview as facts, and which question each record and party is about.
package struct ToldFacts: Sendable {
  package let facts: FactBase
  /// Paths by the positions of `facts.records`: `certificate.1`.
  let records: [String]
  /// The same of `facts.parties`: `party`, `employment.1~employer`.
  let parties: [String]
}

extension Interview {
  /// The answers as facts. What was not answered, or answered with “I do not know”, stays unknown,
  /// whatever its absence would mean elsewhere.
  ///
  /// - Parameters:
  ///   - answers: to some or all of the steps.
  ///   - today: the day of determination where none was given.
  ///   - language: in which the person is named.
  /// - Returns: the facts, on the day that was answered.
  package func told(_ answers: Answers, today: CivilDate, _ language: Language) -> ToldFacts {
    told(steps(for: answers, today: today), answers, today: today, language)
  }

  /// The same where the steps for the answers are at hand.
  func told(
    _ steps: [Step], _ answers: Answers, today: CivilDate, _ language: Language
  ) -> ToldFacts {
    let day = answers["day"]?.text.flatMap { CivilDate($0) } ?? today
    var assembly = FactAssembly(vocabulary, on: day, self: language == .zh ? "本人" : "you")
    for step in steps { assembly.take(answers[step.key], to: step) }
    return assembly.finished()
  }
}

/// Facts being put together from answers.
private struct FactAssembly {
  private let vocabulary: Vocabulary
  private let selfID: String
  private var facts: FactBase
  /// Parties and records by their path, in order: `party`, `certificate.1`, `employment.1~employer`.
  private var drafts: [Draft] = []
  private var complete: Set<Int> = []
  private var undecided: Set<Int> = []

  private struct Draft {
    let path: String
    let type: Int
    var values: [FactValue]
    /// Fields that nobody has been asked for, or that nobody knows though absence has a meaning.
    var untold: [Int] = []
  }

  init(_ vocabulary: Vocabulary, on day: CivilDate, self id: String) {
    self.vocabulary = vocabulary
    selfID = id
    facts = FactBase(vocabulary: vocabulary, on: day)
  }

  mutating func take(_ answer: Answer?, to step: Step) {
    switch step.subject {
    case .party, .cases, .day: break
    case .field(let record, let type, let field):
      set(field, of: record, type, answer)
    case .any(let type), .more(let type, _): count(type, answer)
    case .shortage(let entry): list(entry, answer)
    }
  }

  /// The answer to whether there is one, or one more.
  private mutating func count(_ type: Int, _ answer: Answer?) {
    switch answer?.text {
    case "false": complete.insert(type)
    case nil: undecided.insert(type)
    default: break
    }
  }

  private mutating func set(_ field: Int, of path: String, _ type: Int, _ answer: Answer?) {
    let declared = vocabulary.types[type].fields[field]
    if !drafts.contains(where: { $0.path == path }) {
      let count = vocabulary.types[type].fields.count
      drafts.append(
        Draft(path: path, type: type, values: Array(repeating: .missing, count: count)))
    }
    guard let index = drafts.firstIndex(where: { $0.path == path }) else { return }
    drafts[index].values[field] = value(answer, declared.type)
    if answer == nil || (answer == .unknown && declared.absence != .unknown) {
      drafts[index].untold.append(field)
    }
  }

  private func value(_ answer: Answer?, _ type: FieldType) -> FactValue {
    switch answer {
    case .value(let text): type.value(canonical: text).map(FactValue.known) ?? .missing
    case .some(.none): .none
    case nil, .unknown, .ongoing, .several: .missing
    }
  }

  /// A published list that does not hold the occupation is a list all the same: its row names none.
  private mutating func list(_ entry: CatalogueEntry, _ answer: Answer?) {
    guard let truth = answer?.text else { return facts.leaveUntold(entry) }
    guard let type = vocabulary.catalogue(entry.catalogue) else { return }
    let row = type.fields.map { field -> FactValue in
      switch field.id {
      case "region": .known(.string(entry.region))
      case "year": entry.year.map { .known(.number(Decimal128($0))) } ?? .missing
      default:
        entry.keys[field.id].map { truth == "true" ? .known(.string($0)) : .none } ?? .missing
      }
    }
    facts.catalogues[type.id, default: []].append(row)
  }

  /// Adds everything, the parties first; records are numbered as they were asked for.
  consuming func finished() -> ToldFacts {
    var names: [String: String] = [:]
    var others = 0
    let parties = drafts.filter { $0.path == "party" || $0.path.contains("~") }
    for draft in parties {
      if draft.path != "party" { others += 1 }
      let name = draft.path == "party" ? selfID : String(others)
      names[draft.path] = name
      for field in draft.untold { facts.leaveUntold(field: field, ofParty: facts.parties.count) }
      facts.add(party: Record(type: draft.type, id: name, party: nil, values: draft.values))
    }
    let records = drafts.filter { names[$0.path] == nil }
    for draft in records {
      var values = draft.values
      for (field, declared) in vocabulary.types[draft.type].fields.enumerated() {
        if let name = names["\(draft.path)~\(declared.id)"] {
          values[field] = .known(.string(name))
        }
      }
      for field in draft.untold { facts.leaveUntold(field: field, ofRecord: facts.records.count) }
      facts.add(
        record: Record(
          type: draft.type, id: draft.path.split(separator: ".").last.map(String.init),
          party: selfID, values: values))
    }
    for type in complete { facts.declareComplete(type: type, party: selfID) }
    for type in undecided { facts.leaveUndecided(type: type, party: selfID) }
    return ToldFacts(facts: facts, records: records.map(\.path), parties: parties.map(\.path))
  }
}

extension ToldFacts {
  /// With one more record of a type, of which nobody knows anything; it stands behind the others.
  func supposing(_ type: Int) -> FactBase {
    var facts = facts
    let count = facts.vocabulary.types[type].fields.count
    for field in 0..<count { facts.leaveUntold(field: field, ofRecord: facts.records.count) }
    facts.add(
      record: Record(
        type: type, id: "?", party: facts.parties.first?.id,
        values: Array(repeating: .missing, count: count)))
    return facts
  }
}
