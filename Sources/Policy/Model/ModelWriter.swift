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
  let builder: ModelBuilder
  var xml = MarkupWriter()

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

  func write(_ node: ModelNode, _ xml: inout MarkupWriter) {
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

  func input(_ node: ModelNode, _ type: String, _ xml: inout MarkupWriter) {
    let name = graph.name(of: node)
    xml.element("inputData", [("id", graph.id(of: node)), ("name", name)]) {
      $0.element("variable", [("name", name), ("typeRef", type)]) { _ in }
    }
  }

  /// A decision up to its logic.
  func decision(
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

  func literal(_ text: String, _ xml: inout MarkupWriter) {
    xml.element("literalExpression") { $0.leaf("text", text) }
  }
}

extension Bilingual {
  /// Both languages as attributes.
  var attributes: [(String, String)] { attributes(prefix: "") }

  func attributes(prefix: String) -> [(String, String)] {
    [(prefix + "zh", zh), (prefix + "en", en)]
  }
}
