import Core
import FEEL
import Facts
import JSONText
import PolicyDocument
import PolicyPlan
import Vocabulary

/// The facts that a row of a table of worked examples stands for.
///
/// A column names the day (`认定日`), a field (`证书.等级`, `奖项2.级别` for a second record), the
/// spells of a type (`就业`, `参保.失业`), a catalogue function whose answer is supposed (`紧缺`), or,
/// for quotas, how many of a kind there are (`同类总数`) and where the subject ranks (`名次`). What no
/// column names is the plainest case: a party in the document's region, an enterprise as the
/// organisation that references name; everything else is unknown.
struct ExampleFacts {
  static let subjectID = "例"
  static let partyID = "甲"
  static let organisationID = "乙"

  let plan: Plan
  let benefit: BenefitPlan
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var supposed: [PolicyFunction: Supposition] = [:]
  private var day = "2020-12-31"
  /// Records by type and number, in the order the columns name them.
  private var records: [Draft] = []
  private var partyFields: [(key: String, text: String)] = []
  private var employerKind = "enterprise"
  private var peers: (total: Int, rank: Int)?

  /// A record in the making: Chinese or English keys and the cells' texts.
  private struct Draft {
    let type: Int
    let number: Int
    let id: String?
    var fields: [(key: String, text: String)]
  }

  init(plan: Plan, benefit: BenefitPlan) {
    self.plan = plan
    self.benefit = benefit
    records = [Draft(type: benefit.subject, number: 1, id: ExampleFacts.subjectID, fields: [])]
  }

  private var vocabulary: Vocabulary { plan.vocabulary }

  /// Takes one cell of the row.
  mutating func take(_ column: Cell, _ cell: Cell) {
    let text = cell.text
    switch column.text {
    case "认定日", "determinationDate": day = text
    case "同类总数", "peers": peers = (Int(text) ?? 1, peers?.rank ?? 1)
    case "名次", "rank": peers = (peers?.total ?? 1, Int(text) ?? 1)
    default:
      if let function = PolicyFunction(name: column.text) {
        supposed[function] = Supposition(text)
      } else {
        takeField(column, text)
      }
    }
  }

  private mutating func takeField(_ column: Cell, _ text: String) {
    let parts = column.text.split(separator: ".", maxSplits: 1).map(String.init)
    let name = parts[0].prefix { !$0.isASCII || !$0.isNumber }
    let number = Int(parts[0].dropFirst(name.count)) ?? 1
    if ["人", "person", "机构", "organisation"].contains(parts[0]), parts.count == 2 {
      partyFields.append((parts[1], text))
      return
    }
    guard let type = vocabulary.typeIndex(String(name)) else {
      refuse(column)
      return
    }
    let declared = vocabulary.types[type]
    if parts.count == 2, declared.fieldIndex(parts[1]) != nil {
      if !text.isEmpty, text != "?" { set(parts[1], text, of: type, number) }
    } else if declared.spell != nil {
      takeSpells(text, of: type, case: parts.count == 2 ? parts[1] : nil)
    } else {
      refuse(column)
    }
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
  /// before them. `?` and nothing: no record.
  private mutating func takeSpells(_ text: String, of type: Int, case value: String?) {
    guard text != "?", let spell = vocabulary.types[type].spell else { return }
    for (index, part) in text.split(whereSeparator: { "；;".contains($0) }).enumerated() {
      let words = part.split(separator: " ").map(String.init)
      guard let span = words.last?.firstRange(of: ".."), let written = words.last else { continue }
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

/// What a catalogue function is supposed to answer in an example.
enum Supposition {
  case value(Value)
  case unpublished

  init(_ text: String) {
    switch text {
    case "是", "true": self = .value(.boolean(true))
    case "否", "false": self = .value(.boolean(false))
    default: self = Decimal128(text).map { .value(.number($0)) } ?? .unpublished
    }
  }
}

extension ExampleFacts {
  /// The row as a facts file.
  func source() -> SourceText {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("on", day)
      writer.key("parties")
      writer.array { writer in
        writeParty(&writer)
        if vocabulary.types[benefit.party].id != "organisation" { writeOrganisation(&writer) }
        for peer in peerNumbers { writePeerParty(peer, &writer) }
      }
      writer.key("records")
      writer.array { writer in
        for draft in records { write(draft, ExampleFacts.partyID, &writer) }
        for peer in peerNumbers { writePeer(peer, &writer) }
      }
    }
    return SourceText(name: "<example>", text: writer.text)
  }

  private func writeParty(_ writer: inout JSONWriter) {
    let type = vocabulary.types[benefit.party]
    writer.object { writer in
      writer.member("type", type.id)
      writer.member("id", ExampleFacts.partyID)
      var fields = partyFields
      func has(_ id: String) -> Bool {
        fields.contains { type.fieldIndex($0.key) == type.fieldIndex(id) }
      }
      if !has("region") { fields.append(("region", plan.region)) }
      if type.id == "organisation", !has("kind") { fields.append(("kind", employerKind)) }
      for field in fields where field.text != "?" { write(field, of: type, &writer) }
    }
  }

  private func writeOrganisation(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", "organisation")
      writer.member("id", ExampleFacts.organisationID)
      writer.member("kind", employerKind)
      writer.member("region", plan.region)
    }
  }

  private func write(_ draft: Draft, _ party: String, _ writer: inout JSONWriter) {
    let type = vocabulary.types[draft.type]
    writer.object { writer in
      writer.member("type", type.id)
      writer.member("party", party)
      if let id = draft.id { writer.member("id", id) }
      for field in type.fields {
        if let given = draft.fields.last(where: {
          type.fieldIndex($0.key) == type.fieldIndex(field.id)
        }) {
          write(given, of: type, &writer)
        } else if case .reference(let targets) = field.type,
          let id = defaultReference(targets, among: draft.number < 0 ? "peer\(-draft.number)" : nil)
        {
          writer.member(field.id, id)
        }
      }
    }
  }

  /// References that no column names point to the organisation, or to the row's own record of
  /// that type.
  private func defaultReference(_ targets: [String], among peer: String?) -> String? {
    if targets == ["organisation"] {
      return vocabulary.types[benefit.party].id == "organisation"
        ? ExampleFacts.partyID : ExampleFacts.organisationID
    }
    for target in targets {
      if let draft = records.first(where: { vocabulary.types[$0.type].id == target }) {
        return peer.map { $0 + "-" + target } ?? draft.id
      }
    }
    return nil
  }

  private func write(
    _ field: (key: String, text: String), of type: EntityType, _ writer: inout JSONWriter
  ) {
    guard let index = type.fieldIndex(field.key) else { return }
    writer.key(type.fields[index].id)
    switch (type.fields[index].type, field.text) {
    case (_, "无"), (_, "none"): writer.null()
    case (.boolean, "是"), (.boolean, "true"): writer.boolean(true)
    case (.boolean, "否"), (.boolean, "false"): writer.boolean(false)
    default: writer.string(field.text)
    }
  }

  // MARK: the others of a quota

  private var peerNumbers: Range<Int> { 1..<max(1, peers?.total ?? 1) }

  private func writePeerParty(_ number: Int, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", vocabulary.types[benefit.party].id)
      writer.member("id", "同\(number)")
      writer.member("region", plan.region)
    }
  }

  /// Another of the kind: the same records, scoring above the subject for the places before it and
  /// below for the rest.
  private func writePeer(_ number: Int, _ writer: inout JSONWriter) {
    guard let peers, let quota = quota else { return }
    let subjectType = vocabulary.types[benefit.subject]
    let rankField = subjectType.fields[quota.rank]
    for draft in records {
      var fields = draft.fields
      if draft.type == benefit.subject {
        let own = fields.first { subjectType.fieldIndex($0.key) == quota.rank }
        let step = Decimal128(units: number < peers.rank ? 1 : -1, scale: 2)
        let score = own.flatMap { Decimal128($0.text) }?.adding(step)
        fields.removeAll { subjectType.fieldIndex($0.key) == quota.rank }
        if let score { fields.append((rankField.id, score.description)) }
      }
      let id = "peer\(number)-\(vocabulary.types[draft.type].id)"
      write(
        Draft(type: draft.type, number: -number, id: id, fields: fields), "同\(number)", &writer)
    }
  }

  private var quota: Quota? {
    for rule in plan.stacking where rule.over.contains(benefit.id) {
      if case .quota(let quota) = rule.kind { return quota }
    }
    return nil
  }
}
