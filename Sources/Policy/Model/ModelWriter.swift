import Core
import FEEL
import PolicyDocument
import PolicyPlan
import Vocabulary
import XMLText

/// Writes the XML of a model (DMN 1.5, chapter 12): what DMN has no word for, labels in both languages
/// and the kinds of rules, stands in extension elements of our own namespace.
struct ModelWriter {
  static let namespace = "urn:gongjiang:policy"
  let graph: ModelGraph
  let plan: Plan
  private let builder: ModelBuilder
  private var xml = MarkupWriter()

  var bytes: [UInt8] { xml.bytes }

  init(_ builder: ModelBuilder) {
    self.builder = builder
    plan = builder.plan
    graph = ModelGraph(builder: builder)
    var xml = MarkupWriter()
    let front = plan.document.front
    xml.element(
      "definitions",
      [
        "xmlns": "https://www.omg.org/spec/DMN/20230324/MODEL/",
        "xmlns:dmndi": "https://www.omg.org/spec/DMN/20230324/DMNDI/",
        "xmlns:dc": "http://www.omg.org/spec/DMN/20180521/DC/",
        "xmlns:di": "http://www.omg.org/spec/DMN/20180521/DI/",
        "xmlns:g": ModelWriter.namespace, "id": "model", "name": front.title.zh,
        "namespace": "urn:gongjiang:policy:\(plan.id)", "exporter": "gongjiang",
      ]
    ) { xml in
      describe(front.title, &xml) { xml in
        xml.element("g:document", documentAttributes) { _ in }
      }
      types(&xml)
      for node in graph.nodes { write(node, &xml) }
      ModelDiagram(graph, builder).write(&xml)
    }
    self.xml = xml
  }

  private var documentAttributes: [(String, String)] {
    let front = plan.document.front
    var all = [("id", plan.id), ("zh", front.title.zh), ("en", front.title.en)]
    if let number = front.number { all.append(("number", number)) }
    if let issuer = front.issuer { all += [("issuer-zh", issuer.zh), ("issuer-en", issuer.en)] }
    if let issued = front.issued { all.append(("issued", issued.description)) }
    if let start = front.start?.assumption?.text ?? front.eventsFrom?.description {
      all.append(("events-from", start))
    }
    if let by = front.startsBy {
      all.append(("by", by.word.rawValue))
      if let otherwise = by.otherwise {
        all += [("by-if", otherwise.assumption.text), ("by-else", otherwise.word.rawValue)]
      }
    }
    return all + [("region", plan.region)]
  }

  /// The English label, for people; and what our own side reads.
  func describe(
    _ label: Bilingual, _ xml: inout MarkupWriter, _ extensions: (inout MarkupWriter) -> Void
  ) {
    xml.leaf("description", label.zh == label.en ? label.zh : "\(label.zh) · \(label.en)")
    xml.element("extensionElements") { extensions(&$0) }
  }

  private func types(_ xml: inout MarkupWriter) {
    var lists: Set<Int> = []
    var used: Set<Int> = []
    var catalogues: [String] = []
    for node in graph.nodes {
      switch node {
      case .single(let type): used.insert(type)
      case .list(let type): lists.insert(type)
      case .catalogue(let id): catalogues.append(id)
      default: break
      }
    }
    let events = Set(builder.benefits.map { plan.benefits[$0.index].subject })
    let types = ModelTypes(plan, ranges: builder.ranges, events: events)
    for (index, members) in types.members.sorted(by: { $0.key < $1.key }) {
      let type = plan.vocabulary.types[index]
      let name = type.name.zh
      xml.element("itemDefinition", [("name", name)]) { xml in
        if members.isEmpty { xml.leaf("typeRef", "Any") }
        for member in members {
          xml.element("itemComponent", [("name", member.name)]) { xml in
            xml.leaf("typeRef", member.type)
            guard !member.options.isEmpty else { return }
            xml.element("allowedValues") {
              $0.leaf(
                "text", member.options.map { Value.string($0).literalText }.joined(separator: ", "))
            }
          }
        }
      }
      xml.element("itemDefinition", [("name", type.listName), ("isCollection", "true")]) {
        $0.leaf("typeRef", name)
      }
    }
    for id in catalogues {
      guard let catalogue = plan.vocabulary.catalogue(id) else { continue }
      xml.element("itemDefinition", [("name", catalogue.name.zh), ("isCollection", "true")]) {
        xml in
        for field in catalogue.fields {
          xml.element("itemComponent", [("name", field.name.zh)]) {
            $0.leaf("typeRef", field.type.reference)
          }
        }
      }
    }
  }

  private func write(_ node: ModelNode, _ xml: inout MarkupWriter) {
    switch node {
    case .day: input(node, "date", &xml)
    case .single(let type): input(node, plan.vocabulary.types[type].name.zh, &xml)
    case .list(let type): input(node, plan.vocabulary.types[type].listName, &xml)
    case .catalogue: input(node, graph.name(of: node), &xml)
    case .assumption(let index): assumption(plan.assumptions[index], node, &xml)
    case .table(let index): table(index, node, &xml)
    case .parameter(let index): parameter(plan.parameters[index], node, &xml)
    case .function(let function): self.function(function, node, &xml)
    case .benefit(let index): benefit(index, node, &xml)
    case .definition: return
    }
  }

  private func input(_ node: ModelNode, _ type: String, _ xml: inout MarkupWriter) {
    let name = graph.name(of: node)
    xml.element("inputData", [("id", graph.id(of: node)), ("name", name)]) {
      $0.element("variable", [("name", name), ("typeRef", type)]) { _ in }
    }
  }

  /// A decision up to its logic.
  private func decision(
    _ node: ModelNode, _ label: Bilingual, type: String? = nil, _ xml: inout MarkupWriter,
    extensions: (inout MarkupWriter) -> Void, logic: (inout MarkupWriter) -> Void
  ) {
    let name = graph.name(of: node)
    let id = graph.id(of: node)
    xml.element("decision", [("id", id), ("name", name)]) { xml in
      describe(label, &xml, extensions)
      xml.element("variable", [("name", name)] + (type.map { [("typeRef", $0)] } ?? [])) { _ in }
      let needs = graph.needs(of: node)
      for need in needs where graph.kind(of: need) != .knowledge {
        let part = graph.kind(of: need) == .input ? "requiredInput" : "requiredDecision"
        xml.element("informationRequirement", [("id", ModelDiagram.edge(id, graph.id(of: need)))]) {
          $0.element(part, [("href", "#" + graph.id(of: need))]) { _ in }
        }
      }
      for need in needs where graph.kind(of: need) == .knowledge {
        xml.element("knowledgeRequirement", [("id", ModelDiagram.edge(id, graph.id(of: need)))]) {
          $0.element("requiredKnowledge", [("href", "#" + graph.id(of: need))]) { _ in }
        }
      }
      logic(&xml)
    }
  }

  private func literal(_ text: String, _ xml: inout MarkupWriter) {
    xml.element("literalExpression") { $0.leaf("text", text) }
  }

  private func assumption(
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

  private func table(_ index: Int, _ node: ModelNode, _ xml: inout MarkupWriter) {
    guard let model = builder.tableFormulas[index] else { return }
    let table = plan.tables[index]
    decision(node, table.label, &xml) {
      $0.element("g:table", attributes(of: table)) { _ in }
    } logic: {
      self.table(model, table.name, &$0)
    }
  }

  private func attributes(of table: TablePlan) -> [(String, String)] {
    table.label.attributes + (table.unit.map { [("unit", $0)] } ?? []) + place(table.place)
  }

  private func table(_ model: TableModel, _ name: String, _ xml: inout MarkupWriter) {
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

  private func row(
    _ label: Bilingual, _ tests: [String], _ value: String, _ attributes: [(String, String)],
    _ xml: inout MarkupWriter
  ) {
    xml.element("rule") { xml in
      describe(label, &xml) { $0.element("g:row", attributes) { _ in } }
      for test in tests { xml.element("inputEntry") { $0.leaf("text", test) } }
      xml.element("outputEntry") { $0.leaf("text", value) }
    }
  }

  private func parameter(
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

  private func function(
    _ function: FunctionModel, _ node: ModelNode, _ xml: inout MarkupWriter
  ) {
    let list = function.catalogue.flatMap { plan.vocabulary.catalogue($0)?.name.zh } ?? ""
    let body = function.body(region: plan.region, list: list)
    let label = Bilingual(function.rawValue)
    if function.catalogue != nil {
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
  private func knowledge(
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

  private func benefit(_ index: Int, _ node: ModelNode, _ xml: inout MarkupWriter) {
    guard let model = builder.benefits.first(where: { $0.index == index }) else { return }
    let benefit = plan.benefits[index]
    decision(node, benefit.label, &xml) { xml in
      xml.element("g:benefit", attributes(of: benefit) + place(benefit.place)) { xml in
        if case .inKind(let items) = benefit.payment {
          for item in items {
            xml.element("g:given", [("key", item.key)] + item.value.attributes) { _ in }
          }
        }
      }
    } logic: { xml in
      xml.element("context") { xml in
        for entry in model.entries { self.entry(entry, &xml) }
      }
    }
  }

  private func attributes(of benefit: BenefitPlan) -> [(String, String)] {
    let document = plan.document
    let written = document.benefits.first {
      document.front.id.text + "/" + $0.id.text == benefit.id
    }
    var all = [("id", benefit.id.split(separator: "/").last.map(String.init) ?? benefit.id)]
    all += benefit.label.attributes
    all.append(("each", graph.name(of: .single(benefit.subject))))
    if let receiver = written?.receiver { all.append(("receiver", receiver.text)) }
    if let event = written?.event { all.append(("event", event.text)) }
    for (key, names) in [("assumes", written?.assumes), ("of-year", written?.recorded)] {
      guard let names, !names.isEmpty else { continue }
      all.append((key, names.map(\.text).joined(separator: ", ")))
    }
    if let start = written?.start, start.day != document.front.eventsFrom {
      all.append(("events-from", start.assumption?.text ?? start.day?.description ?? ""))
    }
    return all
  }

  private func entry(_ entry: ModelEntry, _ xml: inout MarkupWriter) {
    xml.element("contextEntry") { xml in
      if let kind = entry.kind, let id = entry.id, let label = entry.label {
        describe(label, &xml) {
          $0.element("g:rule", [("kind", kind), ("id", id)] + label.attributes) { _ in }
        }
      }
      if let index = entry.table {
        let table = plan.tables[index]
        describe(table.label, &xml) { $0.element("g:table", attributes(of: table)) { _ in } }
      }
      xml.element("variable", [("name", entry.name)]) { _ in }
      if let index = entry.table, let model = builder.tableFormulas[index] {
        table(model, entry.name, &xml)
      } else {
        literal(entry.formula.text, &xml)
      }
    }
  }

  /// Under which headings something stands.
  private func place(_ place: Place) -> [(String, String)] {
    var all: [(String, String)] = []
    let section = plan.document.sections.first { $0.anchor == place.anchor }
    if let article = section?.path.first(where: { $0 == place.article?.zh })
      ?? place.article?.zh
    {
      all.append(("article", article))
      if let english = place.article?.en { all.append(("article-en", english)) }
    }
    return all
  }
}

extension Bilingual {
  /// Both languages as attributes.
  fileprivate var attributes: [(String, String)] { attributes(prefix: "") }

  fileprivate func attributes(prefix: String) -> [(String, String)] {
    [(prefix + "zh", zh), (prefix + "en", en)]
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

extension FieldType {
  /// What a model calls the type.
  fileprivate var reference: String {
    switch self {
    case .boolean: "boolean"
    case .number: "number"
    case .date, .month: "date"
    case .string, .region, .occupation, .enumeration, .reference: "string"
    case .varying, .children: "Any"
    }
  }
}
