import Core
import Determination
import Explain
import Facts
import PolicyPlan
import Vocabulary

/// The questions of “What can I get?”, derived from what the rules read: a new benefit or record
/// type brings its questions with it.
struct Interview: Sendable {
  let vocabulary: Vocabulary
  let plans: [Plan]
  private let benefits: [Readings]

  /// A benefit and what its rules read.
  struct Readings: Sendable {
    let plan: Int
    let benefit: BenefitPlan
    let paths: [FactPath]
    let catalogues: [String]
  }

  init(_ model: ServiceModel) {
    vocabulary = model.vocabulary
    plans = model.plans
    // Benefits that go to the best of all: nobody's own answers decide them.
    let ranked = Set(model.plans.flatMap(\.stacking).filter(\.isQuota).flatMap(\.over))
    benefits = model.plans.enumerated().flatMap { position, plan in
      plan.benefits.indices.filter {
        // What is about a party itself goes by sheets that are filled in as a whole.
        !ranked.contains(plan.benefits[$0].id) && !plan.benefits[$0].isOfParty
      }.map { index in
        Readings(
          plan: position, benefit: plan.benefits[index], paths: plan.reads(of: index),
          catalogues: plan.catalogues(of: index))
      }
    }
  }

  /// The questions for these answers, in order. Answers to questions that are not among them count
  /// for nothing, and are there again when the question comes back.
  func steps(for answers: Answers, today: CivilDate) -> [Step] {
    var builder = StepBuilder(interview: self, answers: answers)
    builder.build(today: today)
    return builder.steps
  }

  /// Types of party that benefits go by, each with its benefits.
  var parties: [Int] { benefits.map(\.benefit.party).uniqued() }

  /// The types of record that give rise to a party's benefits.
  func cases(ofParty party: Int) -> [(type: Int, benefits: [BenefitPlan])] {
    let own = benefits.map(\.benefit).filter { $0.party == party }
    return own.map(\.subject).uniqued().map { type in
      (type, own.filter { $0.subject == type })
    }
  }

  /// The benefits of a party that arise from records of these types.
  func readings(party: Int, cases: Set<Int>) -> [Readings] {
    benefits.filter { $0.benefit.party == party && cases.contains($0.benefit.subject) }
  }

  /// What the answers come to and what would change it, without what nobody was asked about.
  func outlook(on facts: FactBase, _ engine: ExplainEngine) -> Outlook {
    let asked = Set(benefits.map(\.benefit.id))
    return engine.outlook(facts).filtered(asked.contains)
  }

  /// The texts that rules of any document hold a field against.
  func texts(comparedWith path: FactPath) -> [String] {
    plans.flatMap { $0.texts(comparedWith: path) }.uniqued()
  }
}

extension StackingRule {
  fileprivate var isQuota: Bool { if case .quota = kind { true } else { false } }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it comes first.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
