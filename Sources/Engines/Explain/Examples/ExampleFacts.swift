import Core
import FEEL
import PolicyDocument
import PolicyPlan
import Vocabulary

/// The facts that a row of a table of worked examples stands for.
///
/// A column names the day (`认定日`), a field (`证书.等级`, `奖项2.级别` for a second record), the
/// spells of a type (`就业`, `参保.失业`), a catalogue function whose answer is supposed (`紧缺`), an
/// assumption that the row reads otherwise (`上浮看取证年`), what records of the year say under a
/// name (`指标.学徒培养人数`; lists as `区县 甲；市 乙`), or, for quotas, how many of a kind there are
/// (`同类总数`) and where the subject ranks (`名次`). What no
/// column names is the plainest case: a party in the document's region, an enterprise as the
/// organisation that references name; everything else is unknown. Records that the party cannot
/// have belong to the organisation or person that references name.
struct ExampleFacts {
  static let subjectID = "例"
  static let partyID = "甲"
  static let organisationID = "乙"
  static let personID = "丙"
  /// The day of the determination where no column names one.
  static let defaultDay = "2020-12-31"

  let plan: Plan
  let benefit: BenefitPlan
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var supposed: [PolicyFunction: Supposition] = [:]
  /// Values that the row takes for assumptions, by position.
  private(set) var readings: [Int: Value] = [:]
  /// Types that the row says there is no record of.
  private(set) var complete: [Int] = []
  var day = ExampleFacts.defaultDay
  /// Records by type and number, in the order the columns name them.
  var records: [Draft] = []
  var partyFields: [(key: String, text: String)] = []
  var employerKind = "enterprise"
  /// Of the organisation that references name.
  var organisationFields: [(key: String, text: String)] = []
  var peers: (total: Int, rank: Int)?
  /// Records of the year of the day that stand under a name: `指标.学徒培养人数`.
  var named: [(type: Int, member: Field, text: String)] = []

  /// A record in the making: Chinese or English keys and the cells' texts.
  struct Draft {
    let type: Int
    let number: Int
    let id: String?
    var fields: [(key: String, text: String)]
  }

  init(plan: Plan, benefit: BenefitPlan) {
    self.plan = plan
    self.benefit = benefit
    if !benefit.isOfParty {
      records = [Draft(type: benefit.subject, number: 1, id: ExampleFacts.subjectID, fields: [])]
    }
  }

  var vocabulary: Vocabulary { plan.vocabulary }

  /// Takes one cell of the row.
  mutating func take(_ column: Cell, _ cell: Cell) {
    let text = cell.text
    switch column.text {
    case "认定日", "determinationDate": day = text
    case "同类总数", "peers": peers = (count(column, cell), peers?.rank ?? 1)
    case "名次", "rank": peers = (peers?.total ?? 1, count(column, cell))
    default:
      if let function = PolicyFunction(name: column.text) {
        supposed[function] = Supposition(text)
        if supposed[function] == nil { refuse(column, cell) }
      } else if let index = plan.assumptions.firstIndex(where: { $0.name == column.text }) {
        takeReading(index, column, cell)
      } else {
        takeField(column, cell)
      }
    }
  }

  /// An empty cell leaves the assumption as the document states it.
  private mutating func takeReading(_ index: Int, _ column: Cell, _ cell: Cell) {
    if cell.text.isEmpty { return }
    let assumption = plan.assumptions[index]
    let value = Value(cell: cell.text, like: assumption.value)
    let isOption = assumption.options.isEmpty || assumption.options.contains { $0.equals(value) }
    if value.isNone || !isOption { refuse(column, cell) }
    readings[index] = value
  }

  private mutating func count(_ column: Cell, _ cell: Cell) -> Int {
    if let count = Int(cell.text), count > 0 { return count }
    refuse(column, cell)
    return 1
  }

  private mutating func takeField(_ column: Cell, _ cell: Cell) {
    let text = cell.text
    let parts = column.text.split(separator: ".", maxSplits: 1).map(String.init)
    let name = parts[0].prefix { !$0.isASCII || !$0.isNumber }
    let number = Int(parts[0].dropFirst(name.count)) ?? 1
    let party = vocabulary.types[benefit.party]
    if [party.partyName, party.id].contains(parts[0]), parts.count == 2,
      party.fieldIndex(parts[1]) != nil
    {
      if !text.isEmpty { partyFields.append((parts[1], text)) }
      return
    }
    if parts.count == 2, isOrganisation(parts[0], with: parts[1]) {
      if !text.isEmpty { organisationFields.append((parts[1], text)) }
      return
    }
    guard let type = vocabulary.typeIndex(String(name)) else {
      refuse(column)
      return
    }
    let declared = vocabulary.types[type]
    if parts.count == 2, declared.fieldIndex(parts[1]) != nil {
      if !text.isEmpty, text != "?" { set(parts[1], text, of: type, number) }
    } else if parts.count == 2, let member = yearlyMember(parts[1], of: type) {
      if !text.isEmpty, text != "?" { named.append((type, member, text)) }
    } else if declared.spell != nil, parts.count == 1 || openField(of: type) != nil {
      takeSpells(column, cell, of: type, case: parts.count == 2 ? parts[1] : nil)
    } else {
      refuse(column)
    }
  }

  /// Whether a column names a field of the organisation that references name.
  private func isOrganisation(_ name: String, with field: String) -> Bool {
    guard let index = vocabulary.typeIndex("organisation") else { return false }
    let type = vocabulary.types[index]
    return [type.partyName, type.id].contains(name) && type.fieldIndex(field) != nil
  }

  private mutating func set(_ key: String, _ text: String, of type: Int, _ number: Int) {
    if let index = records.firstIndex(where: { $0.type == type && $0.number == number }) {
      records[index].fields.append((key, text))
    } else {
      let id = "\(vocabulary.types[type].id)-\(number)"
      records.append(Draft(type: type, number: number, id: id, fields: [(key, text)]))
    }
  }

  /// `企业 2015-01-01..`, `2018-01..2018-12；2019-03..`: spells, with the kind of the organisation
  /// before them. `?` and nothing: nobody knows; `无`: none.
  private mutating func takeSpells(
    _ column: Cell, _ cell: Cell, of type: Int, case value: String?
  ) {
    let text = cell.text
    if ["无", "none"].contains(text) { complete.append(type) }
    guard !["?", "无", "none"].contains(text), let spell = vocabulary.types[type].spell else {
      return
    }
    for (index, part) in text.split(whereSeparator: { "；;".contains($0) }).enumerated() {
      let words = part.split(separator: " ").map(String.init)
      guard let written = words.last, let span = written.firstRange(of: ".."), words.count <= 2
      else {
        refuse(column, cell)
        return
      }
      if words.count == 2 { employerKind = words[0] }
      var fields = [(key: spell.from, text: String(written[..<span.lowerBound]))]
      let end = String(written[span.upperBound...])
      if !end.isEmpty { fields.append((spell.to, end)) }
      if let value, let field = openField(of: type) { fields.append((field, value)) }
      records.append(Draft(type: type, number: 100 + index, id: nil, fields: fields))
    }
  }

  private func openField(of type: Int) -> String? {
    guard case .open(let per) = vocabulary.types[type].source else { return nil }
    return per
  }

  private mutating func refuse(_ column: Cell, _ cell: Cell) {
    diagnostics.append(
      Diagnostic(
        "PLN074", at: cell.range,
        message: Bilingual(
          zh: "“\(cell.text)”不能作为“\(column.text)”的值",
          en: "“\(cell.text)” is no value of “\(column.text)”"),
        advice: Bilingual(
          zh: "时段写成 2018-01..2018-12，任职写成 企业 2015-01-01..，目录写是、否、数字或 ?。",
          en: "A spell is 2018-01..2018-12, a job enterprise 2015-01-01.., a list yes (是), no (否), "
            + "a number or ?.")))
  }

  private mutating func refuse(_ column: Cell) {
    diagnostics.append(
      Diagnostic(
        "PLN073", at: column.range,
        message: Bilingual(
          zh: "算例的列“\(column.text)”不是词汇表里的事实",
          en: "the example column “\(column.text)” is no fact of the vocabulary"),
        advice: Bilingual(
          zh: "请写“类型.字段”，或有起止的类型，例如 证书.等级、参保.失业、就业。",
          en: "Write “type.field” or a type with spells, as certificate.level, employment.")))
  }
}

extension Value {
  /// A cell's text as a value of the same type as another; none where it is no such value.
  fileprivate init(cell text: String, like other: Value) {
    switch (other, text) {
    case (.boolean, "是"), (.boolean, "true"): self = .boolean(true)
    case (.boolean, "否"), (.boolean, "false"): self = .boolean(false)
    case (.number, _): self = Decimal128(text).map(Value.number) ?? .null
    case (.date, _): self = CivilDate(text).map(Value.date) ?? .null
    case (.string, _): self = .string(text)
    default: self = .null
    }
  }
}
