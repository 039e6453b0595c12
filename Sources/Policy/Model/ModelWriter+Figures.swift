import Core
import FEEL
import PolicyDocument
import PolicyPlan
import Vocabulary
import XMLText

/// Assumptions, tables, parameters and functions.
extension ModelWriter {
  func assumption(
    _ assumption: AssumptionPlan, _ node: ModelNode, _ xml: inout MarkupWriter
  ) {
    decision(
      node, assumption.label, type: ModelTypes.reference(assumption.type), &xml
    ) { xml in
      var attributes = assumption.label.attributes
      attributes += assumption.reason.attributes(prefix: "reason-")
      if let unit = assumption.unit { attributes.append(("unit", unit)) }
      if !assumption.options.isEmpty {
        attributes.append(
          ("options", assumption.options.map(\.literalText).joined(separator: "; ")))
      }
      xml.element("g:assumption", attributes + place(assumption.place)) { _ in }
    } logic: { xml in
      literal(plan.vocabulary.literal(assumption.value, of: assumption.type), &xml)
    }
  }

  func table(_ index: Int, _ node: ModelNode, _ xml: inout MarkupWriter) {
    guard let model = builder.tableFormulas[index] else { return }
    let table = plan.tables[index]
    decision(node, table.label, &xml) {
      $0.element("g:table", attributes(of: table)) { _ in }
    } logic: {
      self.table(model, table.name, &$0)
    }
  }

  func attributes(of table: TablePlan) -> [(String, String)] {
    table.label.attributes + (table.unit.map { [("unit", $0)] } ?? []) + place(table.place)
  }

  func table(_ model: TableModel, _ name: String, _ xml: inout MarkupWriter) {
    var attributes = [("hitPolicy", model.hitPolicy)]
    if let aggregation = model.aggregation { attributes.append(("aggregation", aggregation)) }
    xml.element("decisionTable", attributes) { xml in
      for input in model.inputs {
        xml.element("input") {
          $0.element("inputExpression", input.type.map { [("typeRef", $0)] } ?? []) {
            $0.leaf("text", input.text)
          }
        }
      }
      xml.element("output", [("name", name)]) { _ in }
      for row in model.rows {
        self.row(row.label, row.tests, row.value, row.label.attributes, &xml)
      }
    }
  }

  func row(
    _ label: Bilingual, _ tests: [String], _ value: String, _ attributes: [(String, String)],
    _ xml: inout MarkupWriter
  ) {
    xml.element("rule") { xml in
      describe(label, &xml) { $0.element("g:row", attributes) { _ in } }
      for test in tests { xml.element("inputEntry") { $0.leaf("text", test) } }
      xml.element("outputEntry") { $0.leaf("text", value) }
    }
  }

  func parameter(
    _ parameter: ParameterPlan, _ node: ModelNode, _ xml: inout MarkupWriter
  ) {
    knowledge(node, parameter.label, &xml) { xml in
      var attributes = parameter.label.attributes
      if let unit = parameter.unit { attributes.append(("unit", unit)) }
      attributes += parameter.values.first.map { place($0.place) } ?? []
      xml.element("g:parameter", attributes) { _ in }
    } logic: { xml in
      xml.element("formalParameter", [("name", "日"), ("typeRef", "date")]) { _ in }
      xml.element("decisionTable", [("hitPolicy", "UNIQUE")]) { xml in
        xml.element("input") {
          $0.element("inputExpression", [("typeRef", "date")]) { $0.leaf("text", "日") }
        }
        xml.element("output", [("name", parameter.name)]) { _ in }
        for dated in parameter.values {
          row(
            Bilingual(dated.source ?? parameter.label.zh), [dated.test],
            plan.vocabulary.literal(dated.value, of: parameter.type),
            dated.source.map { [("cites", $0)] } ?? [], &xml)
        }
      }
    }
  }

  func function(
    _ function: FunctionModel, _ node: ModelNode, _ xml: inout MarkupWriter
  ) {
    let list = function.catalogue.flatMap { plan.vocabulary.catalogue($0)?.name.zh } ?? ""
    let body = function.body(region: plan.region, list: list)
    let label = Bilingual(function.rawValue)
    if function.isDecision {
      let parameters = function.parameters.map { parameter in
        parameter.name + (parameter.type.map { ": " + $0 } ?? "")
      }
      decision(node, label, &xml) {
        $0.element("g:function") { _ in }
      } logic: {
        literal("function(\(parameters.joined(separator: ", "))) \(body)", &$0)
      }
      return
    }
    knowledge(node, label, &xml) {
      $0.element("g:function") { _ in }
    } logic: { xml in
      for parameter in function.parameters {
        xml.element(
          "formalParameter",
          [("name", parameter.name)] + (parameter.type.map { [("typeRef", $0)] } ?? [])
        ) { _ in }
      }
      literal(body, &xml)
    }
  }

  /// A business knowledge model up to its logic.
  func knowledge(
    _ node: ModelNode, _ label: Bilingual, _ xml: inout MarkupWriter,
    extensions: (inout MarkupWriter) -> Void, logic: (inout MarkupWriter) -> Void
  ) {
    let name = graph.name(of: node)
    xml.element("businessKnowledgeModel", [("id", graph.id(of: node)), ("name", name)]) { xml in
      describe(label, &xml, extensions)
      xml.element("variable", [("name", name)]) { _ in }
      xml.element("encapsulatedLogic") { logic(&$0) }
    }
  }
}

extension ParameterPlan.Dated {
  /// The days on which the value holds, as a test.
  fileprivate var test: String {
    switch (from, to) {
    case (let from?, let to?): "[date(\"\(from)\")..date(\"\(to)\")]"
    case (let from?, nil): ">= date(\"\(from)\")"
    case (nil, let to?): "<= date(\"\(to)\")"
    case (nil, nil): "-"
    }
  }
}
