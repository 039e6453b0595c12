import Core
import FEEL
import PolicyPlan
import Vocabulary

extension StackingCompiler {
  /// A quota whose scores, years and population lie in columns.
  func steps(
    _ quota: Quota, _ rule: StackingRule, _ over: [Int]
  ) throws(OffColumns) -> QuotaSteps {
    let subjects = Set(over.map(subject))
    guard let subject = subjects.first, subjects.count == 1 else { throw .stacking(rule.id) }
    guard case .number = try form(quota.rank, of: subject),
      case .number(let year) = try form(quota.year, of: subject), year.scale == 0,
      case .date = try form(quota.founded, of: quota.population)
    else { throw .stacking(rule.id) }
    var filters: [(field: Int, value: Int64)] = []
    for filter in quota.filters {
      let form = try form(filter.field, of: quota.population)
      guard let value = held(filter.value, form) else { throw .stacking(rule.id) }
      filters.append((filter.field, value))
    }
    return QuotaSteps(quota: quota, subject: subject, filters: filters)
  }

  /// A quota is one for everybody: by one text, and whether it holds at all does not differ by place.
  func checkQuota(_ scoped: ScopedRule) throws(OffColumns) {
    if scoped.scope != nil { throw .versions }
    if let index = scoped.rule.when, !plan.assumptions[index].locals.isEmpty {
      throw .localFigure(plan.assumptions[index].name)
    }
  }

  private func form(_ field: Int, of type: Int) throws(OffColumns) -> ColumnForm {
    guard let column = store.tables[type]?.columns[field] else {
      let declared = store.types[type]
      throw .field(declared.name.zh + "." + declared.fields[field].name.zh)
    }
    return column.form
  }

  /// A value as a column holds it; `nil` for one of another kind.
  private func held(_ value: Value, _ form: ColumnForm) -> Int64? {
    switch (form, value) {
    case (.truth, .boolean(let truth)): Int64(truth ? Truth.yes : Truth.no)
    case (.text, .string(let text)): Int64(store.texts.code(of: text))
    case (.number(let scaled), .number(let number)): number.units(scale: scaled.scale)
    case (.date, .date(let date)): Int64(date.dayNumber)
    default: nil
    }
  }
}
