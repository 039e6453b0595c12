import Determination
import Explain
import FEEL
import Facts
import Vocabulary

/// Holds a proof that a fact is missing to what it promises: it leaves alone what is known, its two ways
/// differ in the fact alone, and the case comes to something else with them.
struct ProofCheck {
  let engine: ExplainEngine
  let vocabulary: Vocabulary

  /// - Parameters:
  ///   - proof: of the case.
  ///   - one: the open case.
  ///   - facts: those with which it is open.
  /// - Returns: what is wrong with the proof; `nil` for nothing.
  func fault(of proof: MissingFactProof, _ one: OpenCase, in facts: FactBase) -> String? {
    let own = proof.fact.id
    if let change = changes(facts, proof.common).first(where: \.isOfKnown) {
      return "its proof changes \(change.id), which is known"
    }
    for way in [proof.one, proof.other] {
      let others = changes(proof.common, way).filter { !$0.isOf(own) }
      if let other = others.first { return "its proof tells \(other.id) with it" }
    }
    let first = one.answer(in: proof.one, engine)
    let second = one.answer(in: proof.other, engine)
    if first.words == second.words { return "its proof makes no difference: \(first.words)" }
    if second?.outcome == .undetermined { return "its proof leaves the case open" }
    if first?.outcome == .undetermined, !changes(proof.common, proof.one).isEmpty {
      return "its proof leaves the case open in one of two ways"
    }
    return nil
  }

  /// Something that is said otherwise, or is said in one of two fact bases alone.
  private struct Change {
    /// As missing facts are named.
    let id: String
    /// Whether it was said before.
    var isOfKnown = false
    /// The list that it stands in, or what it is read by.
    var list: String?
    /// Whether it is said of somebody who is only supposed.
    var isOfStranger = false

    /// Whether it belongs to a missing fact, by its id: the records of a type, what a list of child
    /// records says, or somebody whom a fact names.
    func isOf(_ fact: String) -> Bool {
      id == fact || isOfStranger || list.map { fact == $0 || fact.hasPrefix($0 + ".") } ?? false
    }
  }

  /// What `more` says beyond `base`.
  private func changes(_ base: FactBase, _ more: FactBase) -> [Change] {
    var changes: [Change] = []
    for (before, after) in zip(base.records, more.records) { note(before, after, &changes) }
    for (before, after) in zip(base.parties, more.parties) { note(before, after, &changes) }
    let strangers = Set(more.parties.dropFirst(base.parties.count).compactMap(\.id))
    for record in more.records.dropFirst(base.records.count) {
      let type = vocabulary.types[record.type]
      let isOfStranger = record.party.map(strangers.contains) ?? false
      changes.append(Change(id: type.id, list: name(of: record), isOfStranger: isOfStranger))
    }
    for party in more.parties.dropFirst(base.parties.count) {
      changes.append(Change(id: vocabulary.types[party.type].id, isOfStranger: true))
    }
    for (type, entity) in vocabulary.types.enumerated() {
      for id in base.parties.compactMap(\.id)
      where base.isComplete(type: type, party: id) != more.isComplete(type: type, party: id) {
        changes.append(Change(id: entity.id))
      }
    }
    for catalogue in vocabulary.catalogues {
      let counts = [base, more].map { $0.catalogues[catalogue.id]?.count ?? 0 }
      if counts[0] != counts[1] { changes.append(Change(id: "catalogue." + catalogue.id)) }
    }
    return changes
  }

  /// What a record is read by, where that is its name.
  private func name(of record: Record) -> String? {
    let type = vocabulary.types[record.type]
    guard let field = type.fieldIndex("name"), case .known(.string(let name)) = record.values[field]
    else { return nil }
    return "\(type.id).\(name)"
  }

  private func note(_ before: Record, _ after: Record, _ changes: inout [Change]) {
    let type = vocabulary.types[before.type]
    for (field, (old, new)) in zip(type.fields, zip(before.values, after.values))
    where !old.isSame(as: new) {
      let id = type.id + "." + field.id
      if case .known(.list) = old, case .known(.list) = new {
        changes.append(Change(id: id, list: name(of: before) ?? id))
      } else if case .missing = old, field.absence == .unknown {
        changes.append(Change(id: id))
      } else {
        changes.append(Change(id: id, isOfKnown: true))
      }
    }
  }
}

extension FactValue {
  fileprivate func isSame(as other: FactValue) -> Bool {
    switch (self, other) {
    case (.known(let one), .known(let other)): one.equals(other)
    case (.none, .none), (.missing, .missing): true
    default: false
    }
  }
}
