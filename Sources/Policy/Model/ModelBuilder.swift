import Core
import FEEL
import PolicyDocument
import PolicyPlan
import Vocabulary

/// Collects what the model of a plan consists of.
struct ModelBuilder {
  let plan: Plan
  let translation: FormulaTranslation
  private(set) var benefits: [ModelBenefit] = []
  private(set) var unsaid: [ExportedModel.Unsaid] = []
  /// What tables need, by their position in the plan.
  private(set) var tableFormulas: [Int: TableModel] = [:]
  /// Where the formulas stand that the model holds.
  private(set) var ranges: [SourceRange] = []
  private var usedTables: Set<Int> = []
  private let source: PolicyDocument

  init(_ plan: Plan) {
    self.plan = plan.withoutLocals.withoutAmendments
    source = self.plan.document
    translation = FormulaTranslation(plan: self.plan)
  }

  mutating func build() {
    for index in plan.tables.indices where plan.tables[index].element == nil {
      do throws(FormulaTranslation.Refusal) {
        tableFormulas[index] = try TableModel(plan.tables[index], translation)
      } catch {
        let table = plan.tables[index]
        unsaid.append(.init(what: Bilingual(zh: table.name, en: table.name), why: error.why))
      }
    }
    for index in plan.benefits.indices {
      do throws(FormulaTranslation.Refusal) {
        let (model, tables) = try benefit(index)
        usedTables.formUnion(tables)
        benefits.append(model)
        ranges +=
          source.benefits.first {
            source.front.id.text + "/" + $0.id.text == plan.benefits[index].id
          }?
          .rules.map(\.expression.range) ?? []
      } catch {
        unsaid.append(.init(what: plan.benefits[index].label, why: error.why))
      }
    }
    ranges += usedTables.sorted().flatMap { tableFormulas[$0]?.ranges ?? [] }
    for rule in plan.stacking {
      unsaid.append(
        .init(
          rule.label, zh: "待遇之间怎样相加，一个模型的一次计算看不到",
          en: "how benefits stack shows in no single evaluation"))
    }
    if !source.targets.isEmpty || !source.provisions.isEmpty {
      unsaid.append(
        .init(
          Bilingual(zh: "目标和规定", en: "targets and provisions"), zh: "它们不算出什么",
          en: "they work out nothing"))
    }
    unsaid += ModelBuilder.general
  }

  /// What holds of every document.
  private static let general: [ExportedModel.Unsaid] = [
    .init(
      Bilingual(zh: "未知的事实", en: "unknown facts"),
      zh: "模型里没有区别于“无”的“未知”；空值参加比较时，条件可能不成立而不是待定",
      en:
        "a model has no “unknown” beside “none”: with a null, a condition may fail and not stay open"
    ),
    .init(
      Bilingual(zh: "文字、算例", en: "prose and worked examples"), zh: "模型只有决策",
      en: "a model holds decisions alone"),
    .init(
      Bilingual(zh: "适用地区、各地自定数值", en: "the region, and what regions set"),
      zh: "模型不知道当事人在哪里", en: "a model does not know where a party is"),
  ]

  /// The benefit, and the tables that it uses.
  private func benefit(
    _ index: Int
  ) throws(FormulaTranslation.Refusal) -> (ModelBenefit, tables: [Int]) {
    let benefit = plan.benefits[index]
    let written = source.benefits.first { source.front.id.text + "/" + $0.id.text == benefit.id }
    guard let written else {
      throw .init(why: Bilingual(zh: "文件里没有它", en: "the document does not hold it"))
    }
    try refuseForms(benefit)
    var entries: [ModelEntry] = []
    if let start = try start(of: benefit) {
      entries.append(
        ModelEntry(kind: nil, name: "在施行之后", id: nil, label: nil, formula: start))
    }
    for rule in written.rules {
      guard let kind = ModelBenefit.words[rule.kind] else { continue }
      let name = rule.kind == .definition ? rule.id.text : kind + " " + rule.id.text
      var formula = try translation.formula(rule.expression.range)
      if rule.kind == .counts || rule.kind == .rate {
        formula.text = ModelBenefit.ofMonth + formula.text
      }
      entries.append(
        ModelEntry(
          kind: kind, name: name, id: rule.id.text, label: rule.label, formula: formula))
    }
    if case .monthly(let monthly) = benefit.payment {
      entries += ModelBenefit.months(entries, monthly, plan)
    }
    var needs = entries.reduce(into: Set<ModelNode>()) { $0.formUnion($1.formula.needs) }
    let tables = try tables(of: needs)
    for index in tables where tableFormulas[index]?.isLocal == true {
      needs.remove(.table(index))
      needs.formUnion(tableFormulas[index]?.needs ?? [])
      let last = entries.lastIndex { $0.kind == "定义" } ?? -1
      entries.insert(
        ModelEntry(
          kind: nil, name: plan.tables[index].name, id: nil, label: nil,
          formula: ModelFormula(text: ""), table: index), at: last + 1)
    }
    entries += ModelBenefit.conclusion(entries, benefit)
    let model = ModelBenefit(
      index: index, entries: entries, needs: needs.filter { !$0.isDefinition })
    return (model, tables)
  }

  /// The tables among what is needed, those first that others name.
  private func tables(of needs: Set<ModelNode>) throws(FormulaTranslation.Refusal) -> [Int] {
    var found: [Int] = []
    for case .table(let index) in needs {
      guard let table = tableFormulas[index] else {
        throw .init(
          why: Bilingual(
            zh: "用到的决策表“\(plan.tables[index].name)”不能导出",
            en: "the table “\(plan.tables[index].name)” that it uses cannot be exported"))
      }
      found += try tables(of: table.needs) + [index]
    }
    return found
  }

  /// Assumptions that the document or a benefit rests on without a formula that names them.
  var restingOn: [ModelNode] {
    var names = [
      source.front.start?.assumption?.text, source.front.startsBy?.otherwise?.assumption.text,
    ].compactMap { $0 }
    for benefit in benefits {
      names += plan.benefits[benefit.index].assumes.map { plan.assumptions[$0].name }
    }
    return plan.assumptions.indices.filter { names.contains(plan.assumptions[$0].name) }
      .map(ModelNode.assumption)
  }

  /// Forms of payment that take more than one evaluation.
  private func refuseForms(_ benefit: BenefitPlan) throws(FormulaTranslation.Refusal) {
    switch benefit.payment {
    case .once, .inKind, .monthly: break
    case .score: throw .init(why: Bilingual(zh: "评分表", en: "it is a score sheet"))
    }
    if benefit.ranking != nil {
      throw .init(why: Bilingual(zh: "按名次遴选", en: "it selects by rank"))
    }
  }

  /// Whether the case lies within the time that the document applies to.
  private func start(of benefit: BenefitPlan) throws(FormulaTranslation.Refusal) -> ModelFormula? {
    guard let day = benefit.eventsFrom else { return nil }
    var needs: Set<ModelNode> = []
    var own = "认定日"
    let type = plan.vocabulary.types[benefit.subject]
    if benefit.event == .ofSubject, let field = type.eventField {
      own = type.name.zh + "." + type.fields[field].name.zh
      // A year counts from its first day.
      if case .number = type.fields[field].type { own = "date(\(own), 1, 1)" }
      needs.insert(.single(benefit.subject))
    } else {
      needs.insert(.day)
    }
    var date = own
    switch benefit.startsBy {
    case .fixed(.event): break
    case .fixed(.on):
      date = "认定日"
      needs = [.day]
    case .depends(let assumption, let then, let otherwise):
      let words = [then, otherwise].map { $0 == .on ? "认定日" : own }
      date = "(if \(plan.assumptions[assumption].name) then \(words[0]) else \(words[1]))"
      needs.formUnion([.day, .assumption(assumption)])
    }
    var from = "date(\"\(day)\")"
    if let start = benefit.start {
      from = plan.assumptions[start].name
      needs.insert(.assumption(start))
    }
    return ModelFormula(text: "\(date) >= \(from)", needs: needs)
  }
}
