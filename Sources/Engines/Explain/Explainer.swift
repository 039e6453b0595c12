import Core
import Determination
import FEEL
import Facts
import PolicyDocument
import PolicyPlan
import Vocabulary

/// Turns the evaluation of a rule into the node of an explanation.
struct Explainer {
  let prepared: PreparedPlan
  let world: World
  /// Whether anybody will read the reasons; else there are none.
  let isExplaining: Bool
  var plan: Plan { prepared.plan }
  var display: Display { Display(vocabulary: world.vocabulary) }

  /// A condition's truth, what is missing while it is unknown, and its explanation.
  struct Judged {
    let truth: Bool?
    let unknown: Unknown?
    /// When it would come out otherwise.
    let clock: Clock
    /// The condition itself; empty unless somebody reads reasons.
    let reasons: [Reason]
    /// The parameters, assumptions and tables it used.
    var figures: [Trace.Figure] = []
  }

  func judge(_ rule: RulePlan, _ evaluation: inout Evaluation) -> Judged {
    let outerClock = evaluation.clock
    evaluation.clock = Clock()
    defer { evaluation.clock = outerClock }
    guard isExplaining else {
      let held = evaluation.held(rule.node)
      return Judged(
        truth: held.truth, unknown: held.unknown, clock: evaluation.clock, reasons: [])
    }
    let outer = evaluation.trace
    evaluation.beginTrace()
    var part = judgePart(rule.node, rule.id, rule.label, rule.place, &evaluation)
    let trace = evaluation.trace
    evaluation.trace = outer
    part.reason.facts = facts(trace)
    if let unknown = part.held.unknown, let defect = unknown.defects.first {
      part.reason.note = defect.coded
    }
    return Judged(
      truth: part.held.truth, unknown: part.held.unknown, clock: evaluation.clock,
      reasons: [part.reason], figures: trace.figures)
  }

  /// Evaluates a condition and says what it asks: operand, threshold, verdict; a conjunction by
  /// its parts.
  private func judgePart(
    _ node: NodeID, _ id: String, _ label: Bilingual, _ place: Place,
    _ evaluation: inout Evaluation
  ) -> (held: Held, reason: Reason) {
    var value: Shown?
    var needed: Bilingual?
    var parts: [Reason] = []
    let held: Held
    switch plan.nodes[node].operation {
    case .comparison(let op, let left, let right):
      let found: Held
      let threshold: Held
      (found, threshold, held) = evaluation.compare(op, left, right)
      let field = plan.field(readBy: left) ?? plan.field(readBy: right)
      value = display.shown(found, field: field)
      needed = (display.shown(threshold, field: field)?.text ?? Display.unknown)
        .prefixed(Display.sign(op) + " ")
    case .membership(let operand, let tests):
      let found = evaluation.held(operand)
      held = evaluation.membership(found, tests)
      let field = plan.field(readBy: operand)
      value = display.shown(found, field: field)
      // The words ask for what was asked already; they change nothing.
      needed = timed(&evaluation) { words(tests, field, &$0) }.0
    case .and(let left, let right):
      let first = judgePart(left, id, label, place, &evaluation)
      let (second, clock) = timed(&evaluation) { judgePart(right, id, label, place, &$0) }
      held = Explainer.both(first.held, second.held)
      // As in the evaluation itself: once the first fails, the second is only shown.
      if first.held.truth != false { evaluation.clock.note(clock) }
      for part in [first.reason, second.reason] {
        parts += part.parts.isEmpty ? [part] : part.parts
      }
      needed = Bilingual(zh: "全部满足", en: "all of these")
    default:
      held = evaluation.held(node)
      value = display.shown(held)
      needed = Bilingual(zh: "是", en: "yes")
    }
    let reason = Reason(
      kind: .condition, id: id, label: label, value: value, needed: needed,
      verdict: held.truth.map { $0 ? .holds : .fails } ?? .unknown, parts: parts,
      citation: citation(place))
    return (held, reason)
  }

  private func timed<Result>(
    _ evaluation: inout Evaluation, _ body: (inout Evaluation) -> Result
  ) -> (Result, Clock) {
    let outer = evaluation.clock
    evaluation.clock = Clock()
    let result = body(&evaluation)
    defer { evaluation.clock = outer }
    return (result, evaluation.clock)
  }

  private static func both(_ left: Held, _ right: Held) -> Held {
    if left.truth == false || right.truth == false { return .no }
    if let unknown = left.unknown { return .unknown(unknown.union(right.unknown)) }
    if let unknown = right.unknown { return .unknown(unknown) }
    return .yes
  }

  private func words(
    _ tests: [PlanTest], _ field: Field?, _ evaluation: inout Evaluation
  ) -> Bilingual {
    var words: [Bilingual] = []
    for test in tests { words.append(word(test, field, &evaluation)) }
    return Bilingual(
      zh: words.map(\.zh).joined(separator: "或"), en: words.map(\.en).joined(separator: " or "))
  }

  private func word(
    _ test: PlanTest, _ field: Field?, _ evaluation: inout Evaluation
  ) -> Bilingual {
    func shown(_ node: NodeID) -> Bilingual {
      display.shown(evaluation.held(node), field: field)?.text ?? Display.unknown
    }
    switch test {
    case .any: return Bilingual(zh: "任意", en: "anything")
    case .compare(.equal, let node): return shown(node)
    case .compare(let op, let node): return shown(node).prefixed(Display.sign(op) + " ")
    case .range(let low, let lowIncluded, let high, let highIncluded):
      let from = low.map(shown)
      let to = high.map(shown)
      if let from, let to, lowIncluded, highIncluded {
        return Bilingual(zh: "\(from.zh) 至 \(to.zh)", en: "\(from.en) to \(to.en)")
      }
      let lower = from.map { $0.prefixed(lowIncluded ? "≥ " : "> ") }
      let upper = to.map { $0.prefixed(highIncluded ? "≤ " : "< ") }
      let both = [lower, upper].compactMap { $0 }
      return Bilingual(
        zh: both.map(\.zh).joined(separator: " 且 "), en: both.map(\.en).joined(separator: " and "))
    case .not(let tests):
      let inner = words(tests, field, &evaluation)
      return Bilingual(zh: "非（\(inner.zh)）", en: "not (\(inner.en))")
    case .oneOf(let tests): return words(tests, field, &evaluation)
    }
  }

  func citation(_ place: Place) -> Citation {
    Citation(
      document: plan.id, number: plan.number, issued: plan.document.front.issued,
      article: place.article, anchor: place.anchor, line: place.line)
  }
}

extension Bilingual {
  /// Both languages behind the same sign.
  func prefixed(_ sign: String) -> Bilingual { Bilingual(zh: sign + zh, en: sign + en) }
}
