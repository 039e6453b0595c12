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
  /// How the definitions lie that stacking rules go by; `nil` for what is known to be none.
  var forms: [ColumnForm?] = []
  /// Of what is paid.
  var range: ColumnForm.Scaled?

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
    let definitions = try definitions(context(in: entitled, root), entitled)
    rules.builder.add(
      BenefitSteps(
        plan: position.plan, benefit: position.benefit, text: text.number, entry: entry,
        light: lightRegister,
        weighed: weighed, heavy: heavyRegister, entitled: entitled, receiver: receiver,
        payment: payment, definitions: definitions, range: range))
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
        payment: .inKind, definitions: [], range: nil))
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
  mutating func context(in frame: Int, _ root: LoopContext) -> LoopContext {
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
}
