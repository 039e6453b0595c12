package import Core
import Determinations
import PolicyDocument
import PolicyPlan

/// A document that a determination rests on.
package struct ReplayedDocument: Sendable, Equatable {
  package let id: String
  /// 温人社发〔2018〕242号
  package let number: String?
  package let issued: CivilDate?

  /// The document of a benefit, then those that change it or whose benefits it counts.
  static func all(_ document: String, _ rules: Rulebook) -> [ReplayedDocument] {
    guard let plan = rules.plans.first(where: { $0.id == document }) else { return [] }
    let others = plan.foreignDocuments.union(plan.versions.flatMap(\.changes).map(\.document))
    return ([plan] + rules.plans.filter { others.contains($0.id) && $0.id != document }).map {
      ReplayedDocument(id: $0.id, number: $0.number, issued: $0.document.front.issued)
    }
  }

  /// “温人社发〔2018〕242号（2018-12-19 印发）”
  package var name: Bilingual {
    let name = number ?? id
    guard let issued else { return Bilingual(name) }
    return Bilingual(zh: "\(name)（\(issued) 印发）", en: "\(name) (issued \(issued))")
  }
}
