import FEEL
import PolicyPlan
import Vocabulary

/// What is known of the records that a loop runs over.
extension Ranges {
  /// What is known of an element of a list where a loop asks it: that it passed the list's filter, and
  /// that its spell does not end before it begins.
  ///
  /// - Parameters:
  ///   - list: that the loop runs over.
  ///   - loop: by whose depth the element goes.
  ///   - known: around the loop.
  /// - Returns: what is known around the loop and of the element; impossible where there is no such
  ///   record.
  func elements(of list: NodeID, in loop: Loop, _ known: Known) -> Known {
    filtered(list, loop, records(of: list, in: loop, known))
  }

  /// The same of all records of the kind, whether they pass the list's filter or not.
  func records(of list: NodeID, in loop: Loop, _ known: Known) -> Known {
    var left = known.leaving(depth: loop.depth)
    if case .list(let element) = plan.nodes[list].type, case .record(let id) = element {
      for order in plan.spell(ofType: id, at: "element\(loop.depth)") {
        left.order(order.lesser, order.greater)
      }
    }
    return left
  }

  /// Whether no record can be in a list.
  func isEmpty(_ list: NodeID, _ known: Known) -> Bool {
    switch plan.nodes[list].operation {
    case .definition(_, let inner): isEmpty(inner, known)
    case .filter(let source, let loop):
      assuming(loop.body, elements(of: source, in: loop, known)).isImpossible
    default: false
    }
  }

  private func filtered(_ list: NodeID, _ loop: Loop, _ known: Known) -> Known {
    switch plan.nodes[list].operation {
    case .definition(_, let inner): return filtered(inner, loop, known)
    case .filter(let source, let own):
      // The list of a definition may be counted from another depth: there its elements go by another
      // name.
      guard own.depth == loop.depth else {
        var left = filtered(source, loop, known)
        if isEmpty(list, known) { left.contradict() }
        return left
      }
      return assuming(own.body, filtered(source, loop, known))
    default: return known
    }
  }
}

extension Plan {
  /// What holds of the spell of every record, for facts in which it ends before it begins are refused.
  ///
  /// - Parameters:
  ///   - id: of the record's type.
  ///   - key: of the record.
  /// - Returns: the pairs of its days, and of their years; none where the type has no spells.
  func spell(ofType id: String, at key: String) -> [Known.Order] {
    guard let type = vocabulary.type(id), let spell = type.spell,
      let from = type.fieldIndex(spell.from), let to = type.fieldIndex(spell.to)
    else { return [] }
    let (first, last) = ("\(key).\(from)", "\(key).\(to)")
    return [
      Known.Order(lesser: first, greater: last),
      Known.Order(lesser: first + ".year", greater: last + ".year"),
    ]
  }
}
