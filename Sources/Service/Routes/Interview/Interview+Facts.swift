import Core
import FEEL
import Facts
import Vocabulary

extension Interview {
  /// The answers as facts. What was not answered, or answered with “I do not know”, stays unknown.
  ///
  /// - Parameters:
  ///   - answers: to some or all of the steps.
  ///   - today: the day of determination where none was given.
  ///   - language: in which the person is named.
  /// - Returns: the facts, on the day that was answered.
  func facts(from answers: Answers, today: CivilDate, _ language: Language) -> FactBase {
    let steps = steps(for: answers, today: today)
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
  private var drafts: [(path: String, type: Int, values: [FactValue])] = []
  private var complete: [Int] = []

  init(_ vocabulary: Vocabulary, on day: CivilDate, self id: String) {
    self.vocabulary = vocabulary
    selfID = id
    facts = FactBase(vocabulary: vocabulary, on: day)
  }

  mutating func take(_ answer: Answer?, to step: Step) {
    switch step.subject {
    case .party, .cases, .day: break
    case .field(let record, let type, let field):
      set(field, of: record, type, value(answer, vocabulary.types[type].fields[field].type))
    case .any(let type):
      if answer == .value("false") { complete.append(type) }
    case .more(let type, _):
      if answer == .value("false") { complete.append(type) }
    case .shortage(let occupation, let year, let region):
      list(occupation, year, region, answer)
    }
  }

  private mutating func set(_ field: Int, of path: String, _ type: Int, _ value: FactValue) {
    if !drafts.contains(where: { $0.path == path }) {
      let count = vocabulary.types[type].fields.count
      drafts.append((path, type, Array(repeating: .missing, count: count)))
    }
    guard let index = drafts.firstIndex(where: { $0.path == path }) else { return }
    drafts[index].values[field] = value
  }

  private func value(_ answer: Answer?, _ type: FieldType) -> FactValue {
    switch answer {
    case .value(let text): type.value(canonical: text).map(FactValue.known) ?? .missing
    case .some(.none): .none
    case nil, .unknown, .ongoing, .several: .missing
    }
  }

  /// A published list that does not hold the occupation is a list all the same: its row names none.
  private mutating func list(_ occupation: String, _ year: Int, _ region: String, _ answer: Answer?)
  {
    guard let type = vocabulary.catalogue("shortage-occupations"),
      let regionField = type.fieldIndex("region"), let yearField = type.fieldIndex("year"),
      let occupationField = type.fieldIndex("occupation"), let truth = answer?.text
    else { return }
    var row = [FactValue](repeating: .missing, count: type.fields.count)
    row[regionField] = .known(.string(region))
    row[yearField] = .known(.number(Decimal128(year)))
    row[occupationField] = truth == "true" ? .known(.string(occupation)) : .none
    facts.catalogues[type.id, default: []].append(row)
  }

  /// Adds everything, the parties first; records are numbered as they were asked for.
  consuming func finished() -> FactBase {
    var organisations = 0
    var names: [String: String] = [:]
    for draft in drafts {
      guard draft.path == "party" || draft.path.contains("~") else { continue }
      if draft.path == "party" {
        names[draft.path] = selfID
      } else {
        organisations += 1
        names[draft.path] = String(organisations)
      }
      facts.add(
        party: Record(
          type: draft.type, id: names[draft.path], party: nil, values: draft.values))
    }
    for draft in drafts where names[draft.path] == nil {
      var values = draft.values
      for (field, declared) in vocabulary.types[draft.type].fields.enumerated() {
        if let name = names["\(draft.path)~\(declared.id)"] {
          values[field] = .known(.string(name))
        }
      }
      facts.add(
        record: Record(
          type: draft.type, id: draft.path.split(separator: ".").last.map(String.init),
          party: selfID, values: values))
    }
    for type in complete { facts.declareComplete(type: type, party: selfID) }
    return facts
  }
}
