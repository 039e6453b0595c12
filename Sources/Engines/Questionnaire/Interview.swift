package import Core
package import Determination
package import Explain
package import Facts
package import PolicyPlan
package import Vocabulary

/// The questions of “What can I get?”, derived from what the rules read: a new benefit or record
/// type brings its questions with it.
package struct Interview: Sendable {
  package let vocabulary: Vocabulary
  package let engine: ExplainEngine
  private let benefits: [Readings]
  private let asked: Set<String>

  var plans: [Plan] { engine.plans }

  /// A benefit and what its rules read.
  struct Readings: Sendable {
    let plan: Int
    let benefit: BenefitPlan
    let paths: [FactPath]
    let catalogues: [String]
  }

  /// - Parameters:
  ///   - vocabulary: that the plans of the engine go by.
  ///   - engine: works out what the answers come to.
  package init(_ vocabulary: Vocabulary, _ engine: ExplainEngine) {
    self.vocabulary = vocabulary
    self.engine = engine
    // Benefits that go to the best of all: nobody's own answers decide them.
    let ranked = Set(engine.plans.flatMap(\.stacking).filter(\.isQuota).flatMap(\.over))
    benefits = engine.plans.enumerated().flatMap { position, plan in
      plan.benefits.indices.filter {
        // What is about a party itself goes by sheets that are filled in as a whole.
        !ranked.contains(plan.benefits[$0].id) && !plan.benefits[$0].isOfParty
      }.map { index in
        Readings(
          plan: position, benefit: plan.benefits[index], paths: plan.reads(of: index),
          catalogues: plan.catalogues(of: index))
      }
    }
    asked = Set(benefits.map(\.benefit.id))
  }

  /// The questions for these answers, in the order of the vocabulary: each that any rule could ask
  /// for. Answers to questions that are not among them count for nothing, and are there again when the
  /// question comes back.
  package func steps(for answers: Answers, today: CivilDate) -> [Step] {
    var builder = StepBuilder(interview: self, answers: answers)
    builder.build(today: today)
    return builder.steps
  }

  /// Types of party that benefits go by, each with its benefits.
  package var parties: [Int] { benefits.map(\.benefit.party).uniqued() }

  /// The types of record that give rise to a party's benefits.
  package func cases(ofParty party: Int) -> [(type: Int, benefits: [BenefitPlan])] {
    let own = benefits.map(\.benefit).filter { $0.party == party }
    return own.map(\.subject).uniqued().map { type in
      (type, own.filter { $0.subject == type })
    }
  }

  /// The benefits of a party that arise from records of these types.
  func readings(party: Int, cases: Set<Int>) -> [Readings] {
    benefits.filter { $0.benefit.party == party && cases.contains($0.benefit.subject) }
  }

  /// Whether the questions are about this benefit, by its full id.
  package func isAbout(_ benefit: String) -> Bool { asked.contains(benefit) }

  /// What the answers come to, without what nobody was asked about.
  package func report(on facts: FactBase) -> Report {
    let report = engine.determine(facts)
    return Report(
      on: report.on, determinations: report.determinations.filter { isAbout($0.benefit) })
  }

  /// The same with what would change it, worked out together.
  package func outlook(on facts: FactBase) -> Outlook {
    engine.outlook(facts).filtered(isAbout)
  }

  /// What is wrong with an end of a spell that lies before its beginning; either may be asked first.
  package func spellMistake(
    _ answer: Answer, _ step: Step, _ answers: Answers
  ) -> AnswerText.Mistake? {
    guard case .field(let record, let type, let field) = step.subject,
      let spell = vocabulary.types[type].spell, let told = answer.text
    else { return nil }
    switch vocabulary.types[type].fields[field].id {
    case spell.to:
      guard let from = answers["\(record).\(spell.from)"]?.text, told < from else { return nil }
      return AnswerText.Mistake(
        "结束不能早于开始（\(from)）。", "The end cannot be before the beginning (\(from)).")
    case spell.from:
      guard let to = answers["\(record).\(spell.to)"]?.text, told > to else { return nil }
      return AnswerText.Mistake(
        "开始不能晚于结束（\(to)）。", "The beginning cannot be after the end (\(to)).")
    default: return nil
    }
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
