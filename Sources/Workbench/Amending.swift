import Core
import PolicyDocument
import PolicyPlan
import Vocabulary

/// Brings the changes that later documents make into the plans of the earlier ones.
struct Amending {
  private let vocabulary: Vocabulary
  /// All documents of the home, which rules may count.
  private let siblings: [PolicyDocument]
  private var documents: [CheckedDocument]
  /// By position of the document that makes the change.
  private var diagnostics: [Int: [Diagnostic]] = [:]

  /// - Parameters:
  ///   - documents: all that are loaded.
  ///   - vocabulary: of the home.
  ///   - siblings: all documents of the home.
  /// - Returns: the same, amended, with what is wrong with the amendments.
  static func apply(
    _ documents: [CheckedDocument], _ vocabulary: Vocabulary, beside siblings: [PolicyDocument]
  ) -> [CheckedDocument] {
    guard documents.contains(where: { $0.document?.amendments.isEmpty == false }) else {
      return documents
    }
    var amending = Amending(
      vocabulary: vocabulary, siblings: siblings, documents: documents)
    amending.apply()
    return amending.finished()
  }

  private init(
    vocabulary: Vocabulary, siblings: [PolicyDocument], documents: [CheckedDocument]
  ) {
    self.vocabulary = vocabulary
    self.siblings = siblings
    self.documents = documents
  }

  /// A change and the document that makes it.
  private struct Step: Equatable {
    let amendment: Amendment
    let by: Int

    static func == (left: Step, right: Step) -> Bool {
      left.by == right.by && left.amendment.id.text == right.amendment.id.text
    }
  }

  private mutating func apply() {
    var steps: [String: [Step]] = [:]
    for (index, checked) in documents.enumerated() {
      for amendment in checked.document?.amendments ?? [] {
        steps[amendment.document.text, default: []].append(Step(amendment: amendment, by: index))
      }
    }
    for (id, steps) in steps.sorted(by: { $0.key < $1.key }) {
      guard let base = documents.firstIndex(where: { $0.id == id }) else {
        for step in steps { report(step, .noDocument(id, known: documents.compactMap(\.id))) }
        continue
      }
      let sound = check(steps, base)
      // Rules that are not whole are not amended; what is wrong was told.
      guard sound.count == steps.count, let plan = documents[base].plan else { continue }
      amend(base, plan, sound.sorted { $0.amendment.from < $1.amendment.from })
    }
  }

  private mutating func check(_ steps: [Step], _ base: Int) -> [Step] {
    guard let document = documents[base].document else { return [] }
    var taken: [Amendment] = []
    return steps.filter { step in
      let amendment = step.amendment
      var problem: AmendmentProblem?
      if step.by == base {
        problem = .itself
      } else if document.ranges(of: amendment.target).isEmpty,
        !taken.contains(where: { $0.isOfArticle })
      {
        problem = .noTarget(amendment.target, among: document.names(like: amendment.target))
      } else if let start = document.front.eventsFrom ?? document.front.issued,
        amendment.from <= start
      {
        problem = .tooEarly(amendment.from, start)
      } else if let other = taken.first(where: {
        $0.from == amendment.from && document.overlap($0.target, amendment.target)
      }) {
        problem = .overlaps(other.id.text, amendment.target, amendment.from)
      } else if amendment.action == .replace, let text = documents[step.by].document?.source,
        amendment.replacement(in: text).isEmpty
      {
        problem = .nothingInstead(amendment.target)
      }
      taken.append(amendment)
      if let problem { report(step, problem) }
      return problem == nil
    }
  }

  /// A version for each set of changes that can hold together: those of events up to one day and
  /// those of determinations up to another.
  private mutating func amend(_ base: Int, _ plan: Plan, _ steps: [Step]) {
    func days(_ chosen: Amendment.Chosen) -> [CivilDate?] {
      let days = steps.filter { $0.amendment.chosen == chosen }.map(\.amendment.from)
      return [nil] + Set(days).sorted().map { $0 }
    }
    var versions: [PlanVersion] = []
    for event in days(.event) {
      for day in days(.on) where event != nil || day != nil {
        let holding = steps.filter { step in
          let last = step.amendment.chosen == .event ? event : day
          return last.map { step.amendment.from <= $0 } ?? false
        }
        guard let changed = version(of: plan, base, holding) else { return }
        versions.append(
          PlanVersion(
            eventsFrom: event, determinedFrom: day, plan: changed,
            changes: holding.compactMap { change($0) }))
      }
    }
    documents[base] = documents[base].with(plan.amended(versions))
  }

  private func change(_ step: Step) -> PlanVersion.Change? {
    documents[step.by].document.map { document in
      PlanVersion.Change(
        document: document.front.id.text, number: document.front.number,
        place: Place(step.amendment.range, of: document, step.amendment.section), step.amendment)
    }
  }

  /// The plan of the text with these changes; `nil` after telling why there is none.
  private mutating func version(of plan: Plan, _ base: Int, _ steps: [Step]) -> Plan? {
    var current: PolicyDocument? = plan.document
    for step in steps {
      guard let document = current, let source = documents[step.by].document?.source else {
        break
      }
      if document.ranges(of: step.amendment.target).isEmpty {
        report(
          step, .noTarget(step.amendment.target, among: document.names(like: step.amendment.target))
        )
        return nil
      }
      let text = document.text(changedBy: step.amendment, in: source)
      current = step == steps.last ? document : PolicyDocument.read(text).document
      if step == steps.last { return version(of: plan, text, steps) }
    }
    return nil
  }

  /// The plan of a changed text; `nil` after telling why there is none.
  private mutating func version(of plan: Plan, _ text: SourceText, _ steps: [Step]) -> Plan? {
    let changed = CheckedDocument(text, vocabulary, beside: siblings)
    let newest = steps[steps.count - 1]
    if let fault = changed.diagnostics.first(where: { $0.severity == .error }) {
      report(newest, .unsound(fault.message, fault.advice))
      return nil
    }
    let articles = steps.map(\.amendment).filter(\.isOfArticle)
    // An article may be put anew without one of its benefits; none may be new.
    let kept = plan.benefits.filter { benefit in
      changed.plan?.position(of: benefit) != nil
        || !articles.contains { $0.target.holds(benefit, of: plan.id) }
    }
    guard let version = changed.plan, version.benefits.map(\.id) == kept.map(\.id) else {
      report(newest, .otherBenefits)
      return nil
    }
    return version
  }

  private mutating func report(_ step: Step, _ problem: AmendmentProblem) {
    let range = problem.isOfTarget ? step.amendment.targetRange : step.amendment.range
    let fence = documents[step.by].source.firstLine(of: range)
    var diagnostic = Diagnostic(
      problem.code, at: problem.isOfTarget ? range : fence, message: problem.message,
      advice: problem.advice)
    diagnostic.headings = documents[step.by].document?.headings(at: range.start) ?? []
    let told = diagnostics[step.by] ?? []
    if !told.contains(diagnostic) { diagnostics[step.by] = told + [diagnostic] }
  }

  /// The documents with what was found, and with the plans that their examples of earlier documents
  /// are worked by.
  private func finished() -> [CheckedDocument] {
    documents.enumerated().map { index, checked in
      let amended = Set((checked.document?.amendments ?? []).map(\.document.text))
      let plans = documents.filter { amended.contains($0.id ?? "") }.compactMap(\.plan)
      return checked.amending(plans, diagnostics[index] ?? [])
    }
  }
}

extension SourceText {
  /// The first line of a range.
  fileprivate func firstLine(of range: SourceRange) -> SourceRange {
    let end = bytes[range.start..<min(range.end, bytes.count)].firstIndex(of: UInt8(ascii: "\n"))
    return SourceRange(range.start, end ?? range.end)
  }
}

extension Amendment {
  /// Whether it is about a whole article.
  fileprivate var isOfArticle: Bool { if case .article = target { true } else { false } }
}

extension PolicyDocument {
  /// Whether two targets are one, or one lies within the other.
  fileprivate func overlap(_ one: Amendment.Target, _ other: Amendment.Target) -> Bool {
    if one == other { return true }
    return ranges(of: one).contains { first in
      ranges(of: other).contains { $0.start < first.end && first.start < $0.end }
    }
  }

  /// Names that stand where a target stands, for suggestions.
  fileprivate func names(like target: Amendment.Target) -> [String] {
    switch target {
    case .benefit: benefits.map(\.id.text)
    case .parameter: Array(Set(parameters.map(\.name.text))).sorted()
    case .assumption: assumptions.map(\.name.text)
    case .stacking: stacking.map(\.id.text)
    case .target: targets.map(\.id.text)
    case .provision: provisions.map(\.id.text)
    case .article, .prose: sections.filter { $0.level == 2 }.compactMap { $0.article?.zh }
    case .row:
      tables.flatMap { table in
        table.rows.map { (table.outputs.first?.text ?? table.name.text) + "/" + $0.title.zh }
      }
    }
  }
}
