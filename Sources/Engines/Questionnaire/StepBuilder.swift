import Core
import Facts
import PolicyDocument
import PolicyPlan
import Vocabulary

/// Lays out the questions for a set of answers: each answer decides what comes after it.
struct StepBuilder {
  let interview: Interview
  let answers: Answers
  private(set) var steps: [Step] = []
  /// What the rules of the benefits in question read.
  private var paths: Set<FactPath> = []

  /// More records of one type than anybody enters by hand.
  private static let mostRecords = 20

  init(interview: Interview, answers: Answers) {
    self.interview = interview
    self.answers = answers
  }

  var vocabulary: Vocabulary { interview.vocabulary }

  mutating func build(today: CivilDate) {
    guard let party = askParty() else { return }
    let chosen = askCases(of: party)
    guard !chosen.isEmpty else { return }
    askDay(today)
    let readings = interview.readings(party: party, cases: Set(chosen))
    paths = Set(readings.flatMap(\.paths))
    // Where a document applies goes by where the party is.
    if let region = vocabulary.types[party].fieldIndex("region") {
      paths.insert(FactPath(type: party, field: region))
    }
    askFields(ofRecord: "party", party, caption: vocabulary.types[party].name.capitalised)
    for type in chosen { askRecords(type, from: 1) }
    for type in supporting(party, chosen) where askAny(type) { askRecords(type, from: 1) }
    askShortages(readings)
  }

  // MARK: Who, what, when

  private mutating func askParty() -> Int? {
    let parties = interview.parties
    guard parties.count > 1 else { return parties.first }
    let options = parties.map { type in
      EnumerationValue(id: vocabulary.types[type].id, name: vocabulary.types[type].name)
    }
    add(
      Step(
        "party", .party, Bilingual(zh: "您替谁查？", en: "Who is this for?"),
        form: .choices(options)))
    return answers["party"]?.text.flatMap { vocabulary.typeIndex($0) }
  }

  private mutating func askCases(of party: Int) -> [Int] {
    let cases = interview.cases(ofParty: party)
    let options = cases.map { type, benefits in
      (
        id: vocabulary.types[type].id, name: vocabulary.types[type].name.capitalised,
        hint: Bilingual(
          zh: benefits.map(\.label.zh).joined(separator: "、"),
          en: benefits.map(\.label.en).joined(separator: ", "))
      )
    }
    add(
      Step(
        "cases-" + vocabulary.types[party].id, .cases,
        Bilingual(zh: "有下面哪些情况？", en: "Which of these apply?"),
        hint: Bilingual(zh: "可以选多项。", en: "Choose all that apply."),
        form: .several(options), escapes: [.neither]))
    guard case .several(let ids)? = answers["cases-" + vocabulary.types[party].id] else {
      return []
    }
    return cases.map(\.type).filter { ids.contains(vocabulary.types[$0].id) }
  }

  private mutating func askDay(_ today: CivilDate) {
    add(
      Step(
        "day", .day, Bilingual(zh: "按哪一天认定？", en: "As of which day?"),
        hint: Bilingual(
          zh: "一般填今天：\(today)。", en: "Usually today: \(today)."), form: .date))
  }

  // MARK: Records

  /// The record types that the rules read beside the cases themselves. Whoever does not choose their job
  /// as a case may have one all the same.
  private func supporting(_ party: Int, _ chosen: [Int]) -> [Int] {
    let id = vocabulary.types[party].id
    return vocabulary.types.indices.filter { type in
      !chosen.contains(type) && vocabulary.types[type].canBelong(to: id)
        && paths.contains { $0.type == type }
    }
  }

  /// - Returns: whether there is at least one.
  private mutating func askAny(_ type: Int) -> Bool {
    let name = vocabulary.types[type].name
    let key = vocabulary.types[type].id + ".any"
    add(
      Step(
        key, .any(type: type),
        Bilingual(zh: "有没有\(name.zh)记录？", en: "Is there any \(name.en) record?"),
        caption: name.capitalised, form: .yesOrNo, escapes: [.unknown]))
    return answers[key] == .value("true")
  }

  private mutating func askRecords(_ type: Int, from number: Int) {
    let name = vocabulary.types[type].name
    let id = vocabulary.types[type].id
    let caption = Bilingual(
      zh: "\(name.zh) \(number)", en: "\(name.capitalised.en) \(number)")
    askFields(ofRecord: "\(id).\(number)", type, caption: caption)
    guard number < Self.mostRecords else { return }
    let key = "\(id).\(number).more"
    add(
      Step(
        key, .more(type: type, after: number),
        Bilingual(zh: "还有别的\(name.zh)记录吗？", en: "Is there another \(name.en) record?"),
        caption: caption, form: .yesOrNo, escapes: [.unknown]))
    if answers[key] == .value("true") { askRecords(type, from: number + 1) }
  }

  private mutating func askFields(ofRecord record: String, _ type: Int, caption: Bilingual) {
    for index in vocabulary.types[type].fields.indices
    where paths.contains(FactPath(type: type, field: index)) {
      askField(index, ofRecord: record, type, caption)
    }
  }

  private mutating func askField(
    _ index: Int, ofRecord record: String, _ type: Int, _ caption: Bilingual
  ) {
    let field = vocabulary.types[type].fields[index]
    if case .reference(let targets) = field.type {
      let before = steps.count
      askReferenced(field, targets, ofRecord: record, caption)
      // Where nothing is read of it but who it is, a word to tell one from another will do.
      if steps.count == before { askName(of: field, index, ofRecord: record, type, caption) }
      return
    }
    guard let form = form(of: field, FactPath(type: type, field: index)) else { return }
    let name = field.name
    add(
      Step(
        "\(record).\(field.id)", .field(record: record, type: type, field: index),
        field.question ?? Bilingual(zh: name.zh + "是什么？", en: name.capitalised.en + "?"),
        caption: caption, hint: hint(for: form), form: form, escapes: escapes(of: field, form)))
  }

  private mutating func askName(
    of field: Field, _ index: Int, ofRecord record: String, _ type: Int, _ caption: Bilingual
  ) {
    guard let question = field.question else { return }
    add(
      Step(
        "\(record).\(field.id)", .field(record: record, type: type, field: index), question,
        caption: caption,
        hint: Bilingual(
          zh: "填一个称呼或编号就行，只用来区分不同的人或单位。",
          en: "Any name or number will do: it only tells one from another."),
        form: .text, escapes: [.unknown]))
  }

  /// What is read of the party that a reference names is asked right there.
  private mutating func askReferenced(
    _ field: Field, _ targets: [String], ofRecord record: String, _ caption: Bilingual
  ) {
    guard targets.count == 1, let target = targets.first.flatMap({ vocabulary.typeIndex($0) }),
      vocabulary.types[target].role == .party, !record.contains("~")
    else { return }
    askFields(
      ofRecord: "\(record)~\(field.id)", target,
      caption: Bilingual(
        zh: "\(caption.zh) · \(field.name.zh)", en: "\(caption.en) · \(field.name.en)"))
  }

  // MARK: Lists

  /// For every occupation that was named and every year a case falls in: whether that year's list
  /// has it. What the bureau publishes can be read there by anyone.
  private mutating func askShortages(_ readings: [Interview.Readings]) {
    let looking = readings.filter { $0.catalogues.contains("shortage-occupations") }
    let regions = looking.map { interview.plans[$0.plan].document.front.region }.uniqued()
    let years = years(ofCases: Set(looking.map(\.benefit.subject)))
    let occupations = occupations()
    for region in regions {
      for year in years {
        for occupation in occupations { askShortage(occupation, year, region) }
      }
    }
  }

  private mutating func askShortage(_ occupation: String, _ year: Int, _ region: String) {
    let place = Bilingual(zh: "地区 \(region)", en: "region \(region)")
    add(
      Step(
        "shortage.\(region).\(year).\(occupation)",
        .shortage(
          CatalogueEntry(
            catalogue: "shortage-occupations", region: region, year: year,
            keys: ["occupation": occupation])),
        Bilingual(
          zh: "\(year) 年的紧缺职业目录里有职业 \(occupation) 吗？",
          en: "Is the occupation \(occupation) in the shortage list of \(year)?"),
        caption: Bilingual(zh: "紧缺职业目录", en: "Shortage occupations"),
        hint: Bilingual(
          zh: "目录由人力资源部门每年公布（\(place.zh)）。当年没有公布过就选“我不知道”。",
          en: "The list is published every year by the bureau (\(place.en)). If there was none "
            + "that year, say that you do not know."),
        form: .yesOrNo, escapes: [.unknown]))
  }

  private func years(ofCases types: Set<Int>) -> [Int] {
    steps.compactMap { step in
      guard case .field(let record, let type, let field) = step.subject, types.contains(type),
        !record.contains("~"),
        vocabulary.types[type].fields[field].id == vocabulary.types[type].event
      else { return nil }
      return answers[step.key]?.text.flatMap { CivilDate($0) }?.year
    }.uniqued().sorted()
  }

  private func occupations() -> [String] {
    steps.compactMap { step in
      guard case .occupation = step.form else { return nil }
      return answers[step.key]?.text
    }.uniqued()
  }

  mutating func add(_ step: Step) { steps.append(step) }
}
