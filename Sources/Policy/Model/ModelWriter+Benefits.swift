import Core
import FEEL
import PolicyDocument
import PolicyPlan
import Vocabulary
import XMLText

/// Benefits with their rules.
extension ModelWriter {
  func benefit(_ index: Int, _ node: ModelNode, _ xml: inout MarkupWriter) {
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

  func attributes(of benefit: BenefitPlan) -> [(String, String)] {
    let document = plan.document
    let written = document.benefits.first {
      document.front.id.text + "/" + $0.id.text == benefit.id
    }
    var all = [("id", benefit.id.split(separator: "/").last.map(String.init) ?? benefit.id)]
    all += benefit.label.attributes
    all.append(("each", graph.name(of: .single(benefit.subject))))
    if let receiver = written?.receiver { all.append(("receiver", receiver.text)) }
    if let event = written?.event { all.append(("event", event.text)) }
    if case .monthly(let monthly) = benefit.payment {
      all.append(("months", "\(monthly.atMost)"))
      switch monthly.counted {
      case .fixed(let way): all.append(("counted", way.rawValue))
      case .depends(let assumption, let then, let otherwise):
        all += [
          ("counted", then.rawValue), ("counted-if", plan.assumptions[assumption].name),
          ("counted-else", otherwise.rawValue),
        ]
      }
    }
    for (key, names) in [("assumes", written?.assumes), ("of-year", written?.recorded)] {
      guard let names, !names.isEmpty else { continue }
      all.append((key, names.map(\.text).joined(separator: ", ")))
    }
    let front = document.front.start
    if let start = written?.start,
      start.day != front?.day || start.assumption?.text != front?.assumption?.text
    {
      all.append(("events-from", start.assumption?.text ?? start.day?.description ?? ""))
    }
    return all
  }

  func entry(_ entry: ModelEntry, _ xml: inout MarkupWriter) {
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
  func place(_ place: Place) -> [(String, String)] {
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
