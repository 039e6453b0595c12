import Core
import FEEL
import PolicyDocument
import PolicyPlan

/// What is paid: once, by the month, in kind, or points.
extension BenefitCompiler {
  mutating func payment(
    _ root: LoopContext, _ entry: Register, _ frame: Int
  ) throws(OffColumns) -> BenefitSteps.Payment {
    let context = context(in: frame, root)
    switch benefit.payment {
    case .score(let sheet):
      // Points are told of everybody who has an entry.
      let present = rules.builder.frame(.passing(entry, isCertain: false))
      return .score(try score(sheet, self.context(in: present, root), present))
    case .inKind: return .inKind
    case .once(let rule):
      let gross = try money(rule, context, frame, isPaid: true)
      var amount = gross
      for cap in benefit.caps {
        let limit = try money(cap, context, frame)
        amount = rules.builder.emit(.least(amount, limit), in: frame, .wide)
      }
      return .once(gross: gross, amount: amount)
    case .monthly(let monthly): return try months(monthly, context, frame)
    }
  }

  private mutating func months(
    _ monthly: MonthlyPlan, _ context: LoopContext, _ frame: Int
  ) throws(OffColumns) -> BenefitSteps.Payment {
    let isWindow = try holds(monthly.counted) { $0 == .window }
    var first: Register
    switch try rules.cell(monthly.first.node, context) {
    case .known(.date(let date)):
      first = rules.constant(Int64(date.monthNumber), .narrow, frame)
    case .date(let register, _):
      guard let spread = rules.builder.spread(register, to: frame) else {
        throw rules.off(monthly.first.node)
      }
      first = rules.builder.emit(.monthNumber(spread), in: frame, .narrow)
    default: throw rules.off(monthly.first.node)
    }
    let today = rules.constant(Int64(store.on.monthNumber), .narrow, frame)
    var last = today
    if isWindow.isPossible {
      guard monthly.atMost < 1 << 16 else { throw rules.off(monthly.first.node) }
      // A month's number and a count are added as days are.
      let end = rules.builder.emit(
        .addDays(first, Int32(monthly.atMost - 1)), in: frame, .narrow)
      last = rules.builder.emit(.least(end, today), in: frame, .narrow)
    }
    if case .constant(Truth.unknown) = isWindow { throw rules.off(monthly.first.node) }
    if case .register(let truth) = isWindow {
      guard let truth = rules.builder.spread(truth, to: frame) else {
        throw rules.off(monthly.first.node)
      }
      last = rules.builder.emit(
        .select(truth, then: last, otherwise: today), in: frame, .narrow)
      // While it is unknown how months are counted, nobody knows which ones to look at.
      first = rules.builder.emit(
        .select(
          rules.isKnown(truth), then: first, otherwise: rules.constant(.unknown, .narrow, frame)),
        in: frame, .narrow)
    }
    let inner = rules.builder.frame(.months(from: first, through: last))
    let month = rules.builder.emit(.month, in: inner, .narrow)
    let within = LoopContext(
      id: rules.nextContext(), frame: inner,
      subject: rules.builder.spread(context.subject, to: inner) ?? context.subject, month: month,
      outer: context)
    let counts = try rules.register(
      try rules.truth(monthly.counts.node, within), in: inner, monthly.counts.node)
    let rate = try money(monthly.rate, within, inner, isPaid: true)
    var caps: [Register] = []
    for cap in benefit.caps { caps.append(try money(cap, context, frame)) }
    return .monthly(
      BenefitSteps.Months(
        frame: inner, first: first, counts: counts, rate: rate, caps: caps,
        limit: isWindow.isCertain ? nil : monthly.atMost))
  }

  /// 分, rounded half up; what cannot be paid is open.
  private mutating func money(
    _ rule: RulePlan, _ context: LoopContext, _ frame: Int, isPaid: Bool = false
  ) throws(OffColumns) -> Register {
    let register: Register
    let scaled: ColumnForm.Scaled
    switch try rules.cell(rule.node, context) {
    case .known(.number(let yuan)):
      guard let money = Money(yuan: yuan), money >= .zero else {
        return rules.constant(.unknown, .wide, frame)
      }
      return rules.constant(money.fen, .wide, frame)
    case .known, .unknown: return rules.constant(.unknown, .wide, frame)
    case .number(let found, let range, _):
      guard let spread = rules.builder.spread(found, to: frame) else { throw rules.off(rule.node) }
      (register, scaled) = (rules.rescaled(spread, range, to: range.scale, .wide), range)
    default: throw rules.off(rule.node)
    }
    if isPaid { range = scaled }
    if scaled.scale <= 2 {
      guard try scaled.rescaled(to: 2) != nil else { throw .range(plan.line(of: rule.node)) }
      return rules.rescaled(register, scaled, to: 2, .wide)
    }
    return rules.builder.emit(
      .divideRounding(register, power(scaled.scale - 2)), in: frame, .wide)
  }
}
