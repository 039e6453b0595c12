import Determination
package import Facts
import Vocabulary

/// All that is open with some facts, to choose what to ask next.
package struct OpenCases {
  /// In the order of the documents; cases that are open for a defect of a rule lack nothing and are not
  /// among them.
  package let cases: [OpenCase]
  /// Cases there are, settled ones too.
  package let count: Int

  /// - Parameters:
  ///   - engine: determines.
  ///   - facts: all of them.
  ///   - counts: whether a benefit counts, by its full id.
  package init(_ engine: ExplainEngine, _ facts: FactBase, where counts: (String) -> Bool) {
    let findings = engine.assess(facts, Scope(isExplaining: false)).flatMap(\.findings)
      .filter { counts($0.determination.benefit) }
    count = findings.count
    cases = findings.compactMap { finding in
      finding.missing.map { missing in
        OpenCase(
          benefit: finding.determination.benefit, label: finding.determination.label,
          subject: finding.reference.position, lacks: Set(missing.map { $0.lack(facts) }))
      }
    }
  }
}

extension RecordReference {
  fileprivate var position: Int? { if case .record(let position) = self { position } else { nil } }
}

extension Finding {
  /// What is missing, of a case that is open for it.
  fileprivate var missing: Set<Need>? {
    guard determination.outcome == .undetermined, let needs = unknown?.needs, !needs.isEmpty else {
      return nil
    }
    return needs
  }
}

extension Need {
  fileprivate func lack(_ facts: FactBase) -> OpenCase.Lack {
    switch self {
    case .field(let field, .record(let position), _): .record(position, field: field)
    case .field(let field, .party(let position), _): .party(position, field: field)
    case .field(_, .child(let child), _): .record(child.position, field: child.field)
    case .field(_, .ofYear(let records), _): .type(records.type)
    case .field(_, .absent, let type), .field(_, .supposed, let type): .type(type)
    case .records(let type, _), .value(let type, _, _, _), .record(let type): .type(type)
    case .edition(let index, let region, let entry):
      .entry(
        CatalogueEntry(
          catalogue: facts.vocabulary.catalogues[index].id, region: region, year: entry.year,
          keys: entry.keys))
    }
  }
}
