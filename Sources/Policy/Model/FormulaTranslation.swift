import Core
import FEEL
import PolicyDocument
import PolicyPlan
import Vocabulary

/// Rules as they are written, with the few names changed that mean something else in a model.
struct FormulaTranslation {
  let plan: Plan

  /// Why a formula cannot stand in a model.
  struct Refusal: Error {
    let why: Bilingual
  }

  /// The FEEL of a part of the document.
  ///
  /// - Throws: what of it a model cannot say.
  func formula(_ range: SourceRange) throws(Refusal) -> ModelFormula {
    var formula = ModelFormula(text: "")
    var edits: [SourceRange: String] = [:]
    for use in plan.nameUses where range.contains(use.range) { edits[use.range] = use.zh }
    for node in plan.nodes where range.contains(node.range) {
      try note(node, &formula.needs, &edits)
    }
    var start = range.start
    for (place, text) in edits.sorted(by: { $0.key.start < $1.key.start })
    where place.start >= start {
      formula.text += plan.document.source.slice(SourceRange(start, place.start)) + text
      start = place.end
    }
    formula.text += plan.document.source.slice(SourceRange(start, range.end))
    formula.text = formula.text.replacing("\\|", with: "|")
    return formula
  }

  private func note(
    _ node: Node, _ needs: inout Set<ModelNode>, _ edits: inout [SourceRange: String]
  ) throws(Refusal) {
    switch node.operation {
    case .determinationDate: needs.insert(.day)
    case .definition(let name, _): needs.insert(.definition(name))
    case .subject, .party:
      if case .record(let id) = node.type, let type = plan.vocabulary.typeIndex(id) {
        needs.insert(.single(type))
      }
    case .records(let type):
      needs.insert(.list(type))
      edits[node.range] = plan.vocabulary.types[type].listName
    case .assumption(let index): needs.insert(.assumption(index))
    case .table(let index): needs.insert(.table(index))
    case .tableOf(let index, _):
      throw Refusal(
        why: Bilingual(
          zh: "决策表“\(plan.tables[index].name)”逐项用于下级记录",
          en: "the table “\(plan.tables[index].name)” is about child records, one at a time"))
    case .parameter(let index, _): needs.insert(.parameter(index))
    case .policyFunction(let function, let arguments):
      let model = try model(function, arguments)
      needs.insert(.function(model))
      if model.rawValue != function.chinese { edits[name(of: node)] = model.rawValue }
    default: break
    }
  }

  /// Where the name of the function stands that a call begins with.
  private func name(of call: Node) -> SourceRange {
    let text = plan.document.source.slice(call.range)
    let name = text.prefix { $0 != "(" && !$0.isWhitespace }
    return SourceRange(call.range.start, call.range.start + name.utf8.count)
  }

  private func model(
    _ function: PolicyFunction, _ arguments: [NodeID]
  ) throws(Refusal) -> FunctionModel {
    switch function {
    case .covers:
      let isMonthly = try spell(arguments[0])
      if case .month = plan.nodes[arguments[1]].operation { return .coversMonth }
      return isMonthly ? .coversMonth : .covers
    case .coveredMonths:
      _ = try spell(arguments[0])
      return .coveredMonths
    case .nextMonth: return .nextMonth
    case .isLocal: return .isLocal
    case .inShortage: return .inShortage
    case .inAllowanceList: return .inAllowanceList
    case .appraisalStandard: return .appraisalStandard
    case .monthEnd: return .monthEnd
    case .ofYear, .sumOfHighest:
      throw Refusal(
        why: Bilingual(
          zh: "用到“\(function.chinese)”，它要看规则以外的东西",
          en: "it uses “\(function.chinese)”, which looks at more than its arguments"))
    }
  }

  /// Whether the spells of a record's type, or of a list's items, are counted in months.
  ///
  /// - Throws: when they are bounded by other fields than the functions of the model read.
  private func spell(_ record: NodeID) throws(Refusal) -> Bool {
    guard case .record(let id) = plan.nodes[record].type.element,
      let type = plan.vocabulary.type(id), let spell = type.spell,
      let from = type.fieldIndex(spell.from), let to = type.fieldIndex(spell.to),
      [from, to].map({ type.fields[$0].name.zh }) == FormulaTranslation.spellFields
    else {
      throw Refusal(
        why: Bilingual(zh: "时段的起止字段不叫起、止", en: "its spells are bounded by other fields"))
    }
    if case .month = type.fields[from].type { return true }
    return false
  }

  /// The fields that bound spells.
  static let spellFields = ["起", "止"]
}

extension SourceRange {
  func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }
}

extension EntityType {
  /// What a model calls the party's records of the type: the plain name is that of one record.
  var listName: String { name.zh + "记录" }
}
