import Core

/// A node of the exported graph, by what it is made of.
enum ModelNode: Hashable {
  /// The day of the determination.
  case day
  /// A record or party by its type's position in the vocabulary.
  case single(Int)
  /// The party's records of a type.
  case list(Int)
  /// A catalogue by its id.
  case catalogue(String)
  case assumption(Int)
  case table(Int)
  case parameter(Int)
  case function(FunctionModel)
  case benefit(Int)
  /// A definition of a benefit: no node of its own, and what speaks of it must stand beside it.
  case definition(String)

  var isDefinition: Bool { if case .definition = self { true } else { false } }
}

/// A function of policies that FEEL does not have, as a business knowledge model.
enum FunctionModel: String, CaseIterable {
  case covers = "覆盖"
  case coversMonth = "覆盖月"
  case coveredMonths = "覆盖月数"
  case nextMonth = "次月"
  case monthEnd = "月末"
  case isLocal = "本地"
  case inShortage = "紧缺"
  case inAllowanceList = "津贴职业"
  case appraisalStandard = "鉴定标准"
}

/// FEEL of the model, and the nodes that it speaks of.
struct ModelFormula {
  var text: String
  var needs: Set<ModelNode> = []
}

/// A rule of a benefit: an entry of its boxed context.
struct ModelEntry {
  /// 定义, 条件 …; `nil` for what the model adds.
  let kind: String?
  /// The name of the variable.
  let name: String
  let id: String?
  let label: Bilingual?
  let formula: ModelFormula
  /// A decision table in the place of the formula, by its position in the plan: one that speaks of the
  /// benefit's definitions.
  var table: Int?
}

/// A benefit: a decision whose logic is a boxed context.
struct ModelBenefit {
  let index: Int
  let entries: [ModelEntry]
  let needs: Set<ModelNode>
}
