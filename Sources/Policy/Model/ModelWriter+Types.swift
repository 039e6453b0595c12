import Core
import FEEL
import PolicyDocument
import PolicyPlan
import Vocabulary
import XMLText

extension ModelWriter {
  /// The item definitions.
  func types(_ xml: inout MarkupWriter) {
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
