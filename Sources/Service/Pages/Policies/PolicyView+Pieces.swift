import Core
import PolicyDocument
import PolicyPlan

/// What an amendment is about, as the page of the document shows it.
extension PolicyView {
  /// What the document calls a target.
  func name(of target: Amendment.Target) -> Bilingual {
    let label: Bilingual? =
      switch target {
      case .benefit(let id): document.benefits.first { $0.id.text == id }?.label
      case .parameter(let name):
        document.parameters.first { $0.name.text == name && $0.label != nil }?.label
      case .assumption(let name): document.assumptions.first { $0.name.text == name }?.label
      case .stacking(let id): document.stacking.first { $0.id.text == id }?.label
      case .target(let id): document.targets.first { $0.id.text == id }?.label
      case .provision(let id): document.provisions.first { $0.id.text == id }?.label
      case .row(let name, let label): row(name, label)
      case .article(let name), .prose(let name, nil):
        document.article(name).map { document.sections[$0].title }
      case .prose(let article, let part?):
        document.sections(ofArticle: article)
          .first { $0.title.zh == part || $0.title.en == part }?.title
      }
    return label ?? Bilingual(target.name)
  }

  private func row(_ name: String, _ label: String) -> Bilingual? {
    for index in tables(named: name) {
      let table = document.tables[index]
      guard let row = table.rows.first(where: { $0.title.zh == label }) else { continue }
      return Bilingual(
        zh: "\(table.label.zh)：\(row.title.zh)", en: "\(table.label.en): \(row.title.en)")
    }
    return nil
  }

  private func tables(named name: String) -> [Int] {
    document.tables.indices.filter { index in
      document.tables[index].name.text == name
        || document.tables[index].outputs.contains { $0.text == name }
    }
  }

  /// The pieces of the document that a target stands for, shown as on its page.
  ///
  /// - Parameters:
  ///   - target: what is meant.
  ///   - level: of the heading above.
  /// - Returns: nothing where the document has no such thing.
  func pieces(of target: Amendment.Target, below level: Int) -> HTML {
    switch target {
    case .benefit(let id):
      return shown(document.benefits.filter { $0.id.text == id }) { benefit($0, level: level + 1) }
    case .parameter(let name):
      let rows = document.parameters.filter { $0.name.text == name }
      return rows.isEmpty ? .empty : parameters(rows[...])
    case .assumption(let name):
      return shown(document.assumptions.filter { $0.name.text == name }) { assumption($0) }
    case .stacking(let id):
      return shown(document.stacking.filter { $0.id.text == id }) { stacking($0, level: level + 1) }
    case .target(let id):
      let rows = document.targets.filter { $0.id.text == id }
      return rows.isEmpty ? .empty : targets(rows[...])
    case .provision(let id):
      let rows = document.provisions.filter { $0.id.text == id }
      return rows.isEmpty ? .empty : provisions(rows[...])
    case .row(let name, let label):
      return shown(tables(named: name)) { index in
        let table = document.tables[index]
        let rows = table.rows.indices.filter { table.rows[$0].title.zh == label }
        return rows.isEmpty ? .empty : decisionTable(table, rows: rows)
      }
    case .prose: return shown(document.ranges(of: target)) { prose($0) }
    case .article(let name):
      return shown(Array(document.sections(ofArticle: name).enumerated())) { offset, section in
        let heading =
          offset == 0
          ? HTML.empty
          : Tag.heading(min(level + 1, 6))(.class("name")) { titleText(section) }
        return heading + shown(section.content) { content($0, below: level + 1) }
      }
    }
  }

  private func shown<Piece>(_ pieces: [Piece], _ html: (Piece) -> HTML) -> HTML {
    HTML.sequence(pieces.map(html))
  }
}
