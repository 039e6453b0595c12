import Core
import FEEL

/// Makes the logic of a model ready to run.
struct LogicBuilder {
  let model: DecisionModel
  let types: ModelTypes
  /// Names that stand behind a dot somewhere in the models: they may hold blanks and signs.
  let members: [String]

  func logic(_ boxed: BoxedExpression?, _ names: KnownNames) -> Logic {
    guard let boxed else { return Logic(kind: .null(.noLogic), type: .any) }
    return Logic(kind: kind(boxed.kind, names), type: types.type(boxed.typeName, in: model))
  }

  private func kind(_ kind: BoxedExpression.Kind, _ names: KnownNames) -> Logic.Kind {
    switch kind {
    case .literal(let text): return expression(text, names)
    case .decisionTable(let table): return .table(self.table(table, names))
    case .context(let entries, let result):
      var scope = names
      var built: [(name: String, value: Logic, type: ModelType)] = []
      for entry in entries {
        let value = logic(entry.value, scope)
        built.append((entry.name, value, types.type(entry.typeName, in: model)))
        scope.insert(entry.name)
      }
      return .context(built, result: result.map { logic($0, scope) })
    case .list(let items): return .list(items.map { logic($0, names) })
    case .relation(let columns, let rows):
      return .relation(
        columns: columns.map { parameter($0) }, rows: rows.map { $0.map { logic($0, names) } })
    case .invocation(let callee, let bindings):
      return .invocation(
        logic(callee, names), bindings.map { ($0.name, logic($0.value, names)) })
    case .function(let parameters, let body, let isFEEL):
      guard isFEEL else { return .null(.foreignFunction) }
      return .function(
        parameters.map { parameter($0) },
        logic(body, names.adding(parameters.map(\.name))))
    case .conditional(let condition, let then, let otherwise):
      return .conditional(
        logic(condition, names), then: logic(then, names), otherwise: logic(otherwise, names))
    case .filter(let list, let match):
      return .filter(logic(list, names), match: logic(match, names.adding(members)))
    case .iteration(let variable, let list, let body):
      return .iteration(
        variable: variable, domain(list, names), body: logic(body, names.adding([variable])),
        needsPartial: body.texts.contains { $0.contains("partial") })
    case .quantified(let isEvery, let variable, let list, let body):
      return .quantified(
        isEvery: isEvery, variable: variable, domain(list, names),
        body: logic(body, names.adding([variable])))
    case .unsupported(let what): return .null(.unsupported(what))
    case .missing(let part): return .null(.missing(part))
    }
  }

  /// What stands behind `in`: FEEL may write it without brackets there.
  private func domain(_ boxed: BoxedExpression, _ names: KnownNames) -> Logic {
    guard case .literal(let text) = boxed.kind else { return logic(boxed, names) }
    return Logic(
      kind: expression(text, names, Parser.domain(_:names:)),
      type: types.type(boxed.typeName, in: model))
  }

  private func parameter(_ parameter: DecisionModel.Parameter) -> Logic.Parameter {
    Logic.Parameter(name: parameter.name, type: types.type(parameter.typeName, in: model))
  }

  private func expression(
    _ text: String, _ names: KnownNames,
    _ read: (SourceText, KnownNames) throws(DiagnosticsError) -> ParsedExpression = {
      (source, names) throws(DiagnosticsError) in try Parser.expression(source, names: names)
    }
  ) -> Logic.Kind {
    let source = SourceText(name: "FEEL", text: text)
    do throws(DiagnosticsError) {
      return .expression(try read(source, names).root)
    } catch {
      return .null(.unreadable(error))
    }
  }

  /// An input cell; an empty one says as little as `-`, and is what several editors write for it.
  private func cell(_ text: String, _ names: KnownNames) -> Logic.Table.Cell {
    let cell = tests(text.trimmed.isEmpty ? "-" : text, names)
    guard case .tests(let tests) = cell, let fixed = [FixedTest](fixed: tests) else { return cell }
    return .fixed(fixed)
  }

  private func tests(_ text: String, _ names: KnownNames) -> Logic.Table.Cell {
    let source = SourceText(name: "FEEL", text: text)
    do throws(DiagnosticsError) {
      return .tests(try Parser.unaryTests(source, names: names).tests)
    } catch {
      return .unreadable(.unreadable(error))
    }
  }

  private func table(_ table: BoxedTable, _ names: KnownNames) -> Logic.Table {
    func boxed(_ text: String, _ type: String?) -> Logic {
      logic(BoxedExpression(kind: .literal(text), typeName: type), names)
    }
    return Logic.Table(
      hitPolicy: Logic.HitPolicy(table),
      inputs: table.inputs.map {
        Logic.Table.Input(
          text: $0.expression.trimmed, value: boxed($0.expression, $0.typeName),
          allowed: allowed($0.allowedValues, names))
      },
      outputs: table.outputs.map { output in
        let type = types.type(output.typeName, in: model)
        let allowed = allowed(output.allowedValues, names)
        return Logic.Table.Output(
          name: output.name, type: type, simpleType: SimpleType(type),
          priorities: priorities(allowed ?? type.allowedValues ?? []), allowed: allowed,
          defaultValue: output.defaultValue.map { boxed($0, nil) })
      },
      rules: table.rules.map { rule in
        (rule.tests.map { cell($0, names) }, rule.values.map { boxed($0, nil) })
      })
  }

  private func allowed(_ text: String?, _ names: KnownNames) -> [UnaryTest]? {
    guard let text, !text.trimmed.isEmpty, case .tests(let tests) = tests(text, names) else {
      return nil
    }
    return tests
  }

  /// The output values in their order: each plain value among the tests.
  private func priorities(_ tests: [UnaryTest]) -> [Logic] {
    tests.compactMap { test in
      guard case .expression(let expression) = test.kind else { return nil }
      return Logic(kind: .expression(expression), type: .any)
    }
  }
}

extension KnownNames {
  /// These names and more.
  func adding(_ names: [String]) -> KnownNames {
    var all = self
    for name in names { all.insert(name) }
    return all
  }
}

extension Logic.HitPolicy {
  fileprivate init(_ table: BoxedTable) {
    self =
      switch table.hitPolicy.uppercased() {
      case "ANY": .any
      case "PRIORITY": .priority
      case "FIRST": .first
      case "RULE ORDER": .ruleOrder
      case "OUTPUT ORDER": .outputOrder
      case "COLLECT": .collect(table.aggregation.flatMap(Logic.Aggregator.init(rawValue:)))
      default: .unique
      }
  }
}
