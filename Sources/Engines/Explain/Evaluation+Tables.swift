import Core
import FEEL
import PolicyPlan

/// Decision tables by hit policy, with unknown inputs.
extension Evaluation {
  mutating func decide(_ index: Int) -> Held {
    let table = plan.tables[index]
    let inputs = table.inputs.map { held($0) }
    var hits: [Int] = []
    var possible: [Int] = []
    var unknown = Unknown()
    for (row, plan) in table.rows.enumerated() {
      var verdict: Bool? = true
      var missing = Unknown()
      for (input, test) in zip(inputs, plan.tests) {
        let result = self.test(input, test)
        if result.truth == false {
          verdict = false
          break
        }
        if let more = result.unknown {
          verdict = nil
          missing.formUnion(more)
        }
      }
      switch verdict {
      case true?: hits.append(row)
      case nil:
        possible.append(row)
        unknown.formUnion(missing)
      case false?: break
      }
      if table.hitPolicy == .first, verdict == true { break }
    }
    return combine(index, table, hits: hits, possible: possible, unknown)
  }

  private mutating func combine(
    _ index: Int, _ table: TablePlan, hits: [Int], possible: [Int], _ unknown: Unknown
  ) -> Held {
    switch table.hitPolicy {
    case .unique, .any, .first:
      if hits.isEmpty && possible.isEmpty { return .unknown(Unknown(defect: noHit(table))) }
      if table.hitPolicy == .unique, hits.count > 1 {
        return .unknown(Unknown(defect: severalHits(table, hits)))
      }
      // Without a sure hit nothing says that any row hits at all.
      if hits.isEmpty { return .unknown(unknown) }
      let values = (hits + possible).map { held(table.rows[$0].value) }
      for row in hits { trace.note(.table(index, row: row)) }
      if table.hitPolicy == .any, possible.isEmpty {
        let disagreement = Unknown(defect: severalHits(table, hits))
        return Evaluation.agreed(values, else: disagreement)
      }
      return possible.isEmpty ? values[0] : Evaluation.agreed(values, else: unknown)
    case .sum, .minimum, .maximum, .count:
      if !possible.isEmpty { return .unknown(unknown) }
      for row in hits { trace.note(.table(index, row: row)) }
      return collect(table, hits)
    }
  }

  private mutating func collect(_ table: TablePlan, _ hits: [Int]) -> Held {
    if table.hitPolicy == .count { return .value(.number(Decimal128(hits.count))) }
    var values: [Value] = []
    for row in hits {
      guard case .value(let value) = held(table.rows[row].value) else {
        return held(table.rows[row].value)
      }
      values.append(value)
    }
    if values.isEmpty { return .unknown(Unknown(defect: noHit(table))) }
    let name =
      switch table.hitPolicy {
      case .minimum: "min"
      case .maximum: "max"
      default: "sum"
      }
    return .settled(BuiltIns.call(name, [.list(values)]))
  }

  private func noHit(_ table: TablePlan) -> NullReason {
    NullReason(
      "PLN-R02",
      Bilingual(
        zh: "决策表“\(table.name)”没有一行符合", en: "no row of the decision table “\(table.name)” hits"),
      at: table.place.range)
  }

  private func severalHits(_ table: TablePlan, _ rows: [Int]) -> NullReason {
    let labels = rows.map { table.rows[$0].label }
    return NullReason(
      "PLN-R03",
      Bilingual(
        zh: "决策表“\(table.name)”有几行同时符合：\(labels.map(\.zh).joined(separator: "、"))",
        en:
          "several rows of the decision table “\(table.name)” hit: \(labels.map(\.en).joined(separator: ", "))"
      ),
      at: table.place.range)
  }
}
