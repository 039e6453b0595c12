import Core
import FEEL
import PolicyDocument
import PolicyPlan
import Vocabulary

/// Compiles one benefit of a plan.
struct BenefitCompiler {
  var rules: RuleCompiler
  private let text: BenefitText
  let plan: Plan
  let position: (plan: Int, benefit: Int)
  let benefit: BenefitPlan
  /// Of what is paid.
  private var range: ColumnForm.Scaled?

  /// - Parameters:
  ///   - text: which of the benefit's.
  ///   - position: of the document's plan, and of the benefit in it.
  ///   - store: of the facts.
  ///   - builder: of the program for the benefit's subjects.
  init(
    _ text: BenefitText, _ position: (plan: Int, benefit: Int), _ store: ColumnStore,
    _ builder: ProgramBuilder
  ) {
    self.text = text
    self.position = position
    plan = text.plan
    benefit = plan.benefits[text.benefit]
    rules = RuleCompiler(plan, store, builder)
  }

  var store: ColumnStore { rules.store }
  var type: EntityType { store.types[benefit.subject] }

  /// Adds the benefit to the program.
  ///
  /// - Throws: why it has to stay with the explain engine.
  mutating func compile() throws(OffColumns) {
    if !benefit.stacked.isEmpty { throw .stacking(benefit.stacked[0].id) }
    let subject = rules.builder.emit(.rows, in: ProgramBuilder.root, .narrow)
    let root = LoopContext(
      id: rules.nextContext(), frame: ProgramBuilder.root, subject: subject)
    let owner = rules.owner(root)
    let (here, inPlace, receiver, place) = try places(subject, owner)
    rules.locality = CaseLocality(place: place, day: day(subject))
    let holds = try textHolds(text, subject)
    let entry = try rules.register(
      try rules.and(.register(recorded(owner, here)), holds, node), in: ProgramBuilder.root, node)
    if text.isRepealed { return try addRepealed(entry, receiver) }
    var light = try rules.and(.register(inPlace), holds, node)
    light = try rules.and(light, try inForce(subject), node)
    var heavy: [TruthCell] = []
    var waiting: [(rule: RulePlan, excludes: Bool)] = []
    for (rule, excludes) in benefit.conditions.map({ ($0, false) })
      + (vetoes + benefit.exclusions).map({ ($0, true) })
    {
      if rules.needs.isHeavy(rule.node) {
        waiting.append((rule, excludes))
      } else {
        light = try rules.and(light, try truth(rule, excludes, root), node)
      }
    }
    let lightRegister = try rules.register(light, in: ProgramBuilder.root, node)
    // Where nothing else is asked, nobody has to be picked out first.
    let weighed =
      waiting.isEmpty
      ? ProgramBuilder.root : rules.builder.frame(.passing(lightRegister, isCertain: false))
    let inner = waiting.isEmpty ? root : context(in: weighed, root)
    for (rule, excludes) in waiting { heavy.append(try truth(rule, excludes, inner)) }
    var all = TruthCell.register(lightRegister)
    for truth in heavy { all = try rules.and(all, truth, node) }
    let heavyRegister = try rules.register(all, in: weighed, node)
    let entitled = rules.builder.frame(.passing(heavyRegister, isCertain: true))
    let payment = try payment(root, entry, entitled)
    rules.builder.add(
      BenefitSteps(
        plan: position.plan, benefit: position.benefit, text: text.number, entry: entry,
        light: lightRegister,
        weighed: weighed, heavy: heavyRegister, entitled: entitled, receiver: receiver,
        payment: payment, range: range))
  }

  /// Nobody is entitled to what is no more.
  private mutating func addRepealed(
    _ entry: Register, _ receiver: Register?
  ) throws(OffColumns) {
    let no = rules.builder.emit(.constantTruth(Truth.no), in: ProgramBuilder.root, .truth)
    let nobody = rules.builder.frame(.passing(no, isCertain: true))
    rules.builder.add(
      BenefitSteps(
        plan: position.plan, benefit: position.benefit, text: text.number, entry: entry, light: no,
        weighed: ProgramBuilder.root, heavy: no, entitled: nobody, receiver: receiver,
        payment: .inKind, range: nil))
  }

  /// What excludes from a score, as long as it is not known not to.
  private var vetoes: [RulePlan] {
    if case .score(let sheet) = benefit.payment { sheet.vetoes.map(\.rule) } else { [] }
  }

  /// An entry there is only for those of whom there is a record of the year, where the benefit asks
  /// for one.
  private mutating func recorded(_ owner: Register, _ entry: Register) -> Register {
    let truths = benefit.recorded.map { type in
      rules.builder.emit(.isRecorded(type: type, of: owner), in: ProgramBuilder.root, .truth)
    }
    guard var any = truths.first else { return entry }
    for truth in truths.dropFirst() {
      any = rules.builder.emit(.or(any, truth), in: ProgramBuilder.root, .truth)
    }
    return rules.builder.emit(.and(entry, any), in: ProgramBuilder.root, .truth)
  }

  /// What diagnostics name where no rule is to blame.
  var node: NodeID { benefit.conditions.first?.node ?? 0 }

  /// The subjects of a frame of some of them.
  private mutating func context(in frame: Int, _ root: LoopContext) -> LoopContext {
    LoopContext(
      id: rules.nextContext(), frame: frame,
      subject: rules.builder.emit(.rows, in: frame, .narrow))
  }

  private mutating func truth(
    _ rule: RulePlan, _ excludes: Bool, _ context: LoopContext
  ) throws(OffColumns) -> TruthCell {
    let cell = try rules.cell(rule.node, context)
    guard excludes else { return try rules.truth(cell, rule.node) }
    let holds = rules.cell(try rules.truth(cell, rule.node))
    return try rules.truth(try rules.negated(holds, rule.node), rule.node)
  }

  /// Whether there is an entry, whether the receiver is in the document's region, who receives, and
  /// where that party is.
  private mutating func places(
    _ subject: Register, _ owner: Register
  ) throws(OffColumns) -> (
    entry: Register, inPlace: Register, receiver: Register?, place: Register
  ) {
    let frame = ProgramBuilder.root
    let home = rules.builder.emit(.place(owner), in: frame, .narrow)
    let here = rules.isLocal(home)
    guard let field = benefit.receiver else { return (here, here, nil, home) }
    guard
      case .record(let party, let rows) = try rules.read(
        field, ofType: benefit.subject, subject)
    else { throw .field(type.fields[field].name.zh) }
    let receiver = rules.builder.emit(.owner(type: party, rows: rows), in: frame, .narrow)
    let place = rules.builder.emit(.place(receiver), in: frame, .narrow)
    let there = rules.isLocal(place)
    return (rules.builder.emit(.or(here, there), in: frame, .truth), there, receiver, place)
  }

  // What is paid.

  private mutating func payment(
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
