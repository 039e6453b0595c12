package import PolicyPlan

/// Plans compiled for a store: what runs on columns, and what is left to the explain engine and why.
package struct CompiledColumns: Sendable {
  let programs: [Program]
  /// Which of them determine benefits for which parties compete with each other.
  let contested: Set<Int>
  /// Benefits that bear on each other, and their rules.
  package let components: [Component]
  /// What is left, in the order of the plans and their benefits.
  package let left: [Left]
  package let plans: [Plan]

  /// Benefits of a plan whose answers are given together or not at all.
  package struct Component: Sendable {
    /// Position of the plan.
    package let plan: Int
    /// Positions of the benefits.
    package let benefits: [Int]
    /// `nil` where no rule is about them.
    let steps: StackingSteps?

    /// Whether parties compete with each other: what one comes to depends on all.
    package var isContested: Bool { steps?.isContested ?? false }
  }

  /// A benefit that the explain engine determines.
  package struct Left: Sendable {
    /// Position of the plan, and of the benefit in it.
    package let plan: Int
    package let benefit: Int
    package let reason: OffColumns
  }

  /// - Parameters:
  ///   - plans: of sound documents.
  ///   - store: the facts they are to run on; an empty one tells what would run.
  ///   - wanted: ids of benefits, to compile only them and those that bear on them; `nil` for all.
  package init(_ plans: [Plan], for store: ColumnStore, only wanted: Set<String>? = nil) {
    self.plans = plans
    var builders: [ProgramKey: ProgramBuilder] = [:]
    var order: [ProgramKey] = []
    var components: [Component] = []
    var left: [Left] = []
    var store = store
    store.texts = store.texts.naming(
      plans.flatMap { [$0] + $0.versions.map(\.plan) }.flatMap(\.texts))
    for (position, benefits, compiler) in CompiledColumns.tasks(plans, store, wanted) {
      var attempt = Attempt(
        plan: plans[position], position: position, builders: builders, order: order, before: left)
      if let steps = attempt.compile(benefits, store, compiler) {
        (builders, order) = (attempt.builders, attempt.order)
        components.append(Component(plan: position, benefits: benefits, steps: steps.rules))
      } else {
        left += attempt.left(benefits)
      }
    }
    programs = order.compactMap { builders[$0]?.finish() }
    contested = Set(order.indices.filter { order[$0].isContested })
    self.components = components
    self.left = left.sorted { ($0.plan, $0.benefit) < ($1.plan, $1.benefit) }
  }

  /// Plans by position, and components of them. Those that count benefits of other documents come
  /// after these.
  private static func tasks(
    _ plans: [Plan], _ store: ColumnStore, _ wanted: Set<String>?
  ) -> [(plan: Int, benefits: [Int], compiler: StackingCompiler)] {
    let foreign = plans.flatMap { [$0] + $0.versions.map(\.plan) }.flatMap(\.foreign).map(\.id)
    let asked = wanted.map { $0.union(foreign) }
    var (first, second): ([(Int, [Int], StackingCompiler)], [(Int, [Int], StackingCompiler)])
    (first, second) = ([], [])
    for (position, plan) in plans.enumerated() {
      let compiler = StackingCompiler(plan, among: plans, store)
      for benefits in compiler.components()
      where benefits.contains(where: { asked?.contains(plan.benefits[$0].id) != false }) {
        if compiler.countsForeign(benefits) {
          second.append((position, benefits, compiler))
        } else {
          first.append((position, benefits, compiler))
        }
      }
    }
    return first + second
  }

  /// One program for each type of subject, and another for benefits that are contested.
  private struct ProgramKey: Hashable {
    let type: Int
    let isContested: Bool
  }

  /// The benefits of one component, which all run on columns or none of them does.
  private struct Attempt {
    let plan: Plan
    let position: Int
    var builders: [ProgramKey: ProgramBuilder]
    var order: [ProgramKey]
    /// What is left already.
    let before: [Left]
    private var reasons: [Int: OffColumns] = [:]

    init(
      plan: Plan, position: Int, builders: [ProgramKey: ProgramBuilder], order: [ProgramKey],
      before: [Left]
    ) {
      self.before = before
      self.plan = plan
      self.position = position
      self.builders = builders
      self.order = order
    }

    struct Compiled {
      /// `nil` where no rule is about them.
      let rules: StackingSteps?
    }

    /// - Returns: `nil` where something has no column form.
    mutating func compile(
      _ benefits: [Int], _ store: ColumnStore, _ compiler: StackingCompiler
    ) -> Compiled? {
      var steps: StackingSteps?
      var refusal: OffColumns?
      do throws(OffColumns) {
        steps = try compiler.steps(for: benefits)
        for one in steps?.foreign ?? [] {
          let isLeft = before.contains { $0.plan == one.plan && $0.benefit == one.benefit }
          if isLeft { throw .otherDocument(compiler.plans[one.plan].benefits[one.benefit].id) }
        }
      } catch {
        refusal = error
      }
      var forms: [Int: [ColumnForm?]] = [:]
      for benefit in benefits {
        let type = plan.benefits[benefit].subject
        let key = ProgramKey(type: type, isContested: steps?.isContested ?? false)
        var builder = builders[key] ?? ProgramBuilder(type: type)
        do throws(OffColumns) {
          for text in try BenefitText.all(of: benefit, plan, on: store.on) {
            var one = BenefitCompiler(text, (position, benefit), store, builder)
            try one.compile()
            builder = one.rules.builder
            forms[benefit] = one.forms
          }
          if builders[key] == nil { order.append(key) }
          builders[key] = builder
        } catch {
          reasons[benefit] = error
        }
      }
      do throws(OffColumns) {
        try compiler.check(benefits, forms)
      } catch {
        refusal = refusal ?? error
      }
      if let refusal {
        for benefit in benefits where reasons[benefit] == nil { reasons[benefit] = refusal }
      }
      return reasons.isEmpty ? Compiled(rules: steps) : nil
    }

    /// Why each is left: for its own reason, or because of another.
    func left(_ benefits: [Int]) -> [Left] {
      let first = benefits.first { reasons[$0] != nil } ?? benefits[0]
      return benefits.map { benefit in
        Left(
          plan: position, benefit: benefit,
          reason: reasons[benefit] ?? .together(plan.benefits[first].id))
      }
    }
  }

  /// Positions of the benefits of a plan that are left.
  package func left(of plan: Int) -> Set<Int> {
    Set(left.filter { $0.plan == plan }.map(\.benefit))
  }
}

extension CompiledColumns {
  /// Where benefits of a plan stand that have subjects of one type: program, and places in it.
  func places(of benefits: [Int], plan: Int) -> (program: Int, places: [Int])? {
    for (program, steps) in programs.enumerated() {
      let places = steps.benefits.indices.filter { place in
        steps.primaries[place] == place && steps.benefits[place].plan == plan
          && benefits.contains(steps.benefits[place].benefit)
      }
      if !places.isEmpty { return (program, places) }
    }
    return nil
  }
}

extension Plan {
  /// A benefit in one of its texts: 0 for that as it was issued, else one more than the version.
  ///
  /// - Parameters:
  ///   - benefit: its position in the document as it was issued.
  ///   - text: which one.
  /// - Returns: `nil` where the text has none.
  package func benefit(_ benefit: Int, text: Int) -> BenefitPlan? {
    if text == 0 { return benefits[benefit] }
    let plan = versions[text - 1].plan
    return plan.position(of: benefits[benefit]).map { plan.benefits[$0] }
  }
}
