package import Core
package import Facts
import PolicyDocument
package import PolicyPlan

/// Which parts of a document its tests exercise, article by article, and which parts are no rules.
package struct Coverage: Sendable {
  /// A heading of the second level with all below it; the first may be what stands before it.
  package struct Article: Sendable {
    package let title: Bilingual
    package let anchor: String
    /// Line of its heading in the file.
    package let line: Int
    /// In the order of the file.
    package internal(set) var items: [CoverageItem] = []
    package internal(set) var others: [Other] = []

    /// Whether there is nothing that could be exercised.
    package var isNoRule: Bool { items.isEmpty }
    /// Whether tests exercise all of its rules.
    package var isCovered: Bool { items.allSatisfy { $0.points.allSatisfy(\.isSeen) } }
    /// How many points there are, and how many of them tests show.
    package var tally: (seen: Int, all: Int) { items.tally }
  }

  /// A part of an article that is no rule.
  package struct Other: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      case target, provision, prose
      /// An assumption on which no rule rests.
      case reading
      /// A paragraph beside rules that none of them takes up.
      case loose
    }
    package let kind: Kind
    package let label: Bilingual
    package let line: Int
  }

  private let plan: Plan
  package private(set) var articles: [Article] = []

  /// The document's id.
  package var document: String { plan.id }
  /// The name of the document's file.
  package var file: String { plan.document.source.name }
  /// How many points there are, and how many of them tests show.
  package var tally: (seen: Int, all: Int) { articles.flatMap(\.items).tally }
  /// Whether every article is exercised or no rule.
  package var isComplete: Bool { articles.allSatisfy(\.isCovered) }

  /// Holds a document against what its worked examples exercise.
  ///
  /// - Parameters:
  ///   - plan: of the document.
  ///   - scenarios: facts whose determinations are expected somewhere, beside the examples.
  package init(_ plan: Plan, scenarios: [FactBase] = []) {
    // The document as it was issued: what later ones change of it is theirs.
    let plan = plan.withoutAmendments
    self.plan = plan
    var exercise = ExampleRunner(plan).exercise()
    let engine = ExplainEngine(plans: [plan])
    for facts in scenarios {
      exercise.note(engine.assess(facts, Scope(isExplaining: true)).flatMap(\.findings))
    }
    let sections = plan.document.sections
    for (index, section) in sections.enumerated() where section.level <= 2 {
      if section.level < 2, section.content.isEmpty { continue }
      let end = sections[(index + 1)...].firstIndex { $0.level <= 2 } ?? sections.endIndex
      articles.append(article(index..<end))
    }
    for item in plan.coverageItems { add(item, exercise) }
    for assumption in plan.assumptions where !plan.uses(assumption) { add(assumption) }
  }

  private func article(_ range: Range<Int>) -> Article {
    let section = plan.document.sections[range.lowerBound]
    return Article(
      title: section.article ?? section.title, anchor: section.anchor,
      line: line(section.headingRange), others: others(range))
  }

  private mutating func add(_ item: CoverageItem, _ exercise: Exercise) {
    var item = item
    for point in item.points.indices {
      item.points[point].isSeen = exercise.shows(item.points[point].side, ofLine: item.place.line)
    }
    let home = articles.lastIndex { $0.line <= item.place.line } ?? 0
    if articles.indices.contains(home) { articles[home].items.append(item) }
  }

  private mutating func add(_ reading: AssumptionPlan) {
    let home = articles.lastIndex { $0.line <= reading.place.line } ?? 0
    guard articles.indices.contains(home) else { return }
    articles[home].others.append(
      Other(kind: .reading, label: reading.label, line: reading.place.line))
  }

  /// Targets and provisions one by one, prose under headings below which there is no rule, and
  /// paragraphs that the rules beside them do not take up.
  private func others(_ range: Range<Int>) -> [Other] {
    let document = plan.document
    var others: [Other] = []
    let loose = LooseProse(rules: rules(range))
    for index in range {
      let section = document.sections[index]
      let below = range[index...].dropFirst().prefix { document.sections[$0].level > section.level }
      let hasRules = ([index] + below).contains {
        document.sections[$0].content.contains(where: \.isRule)
      }
      for content in section.content {
        switch content {
        case .targets(let rows):
          others += document.targets[rows].map {
            Other(kind: .target, label: $0.label, line: line($0.range))
          }
        case .provisions(let rows):
          others += document.provisions[rows].map {
            Other(kind: .provision, label: $0.label, line: line($0.range))
          }
        case .prose(let range) where !hasRules:
          others.append(Other(kind: .prose, label: section.title, line: line(range)))
        case .prose(let range):
          let text = document.source.slice(range)
          others += loose.places(in: text).map { place in
            let start = range.start + place
            return Other(
              kind: .loose, label: section.title, line: line(SourceRange(start, start)))
          }
        default: break
        }
      }
    }
    return others
  }

  /// The text of some sections without their headings and prose.
  private func rules(_ range: Range<Int>) -> String {
    let document = plan.document
    var parts: [String] = []
    for index in range {
      let section = document.sections[index]
      let next =
        document.sections.indices.contains(index + 1)
        ? document.sections[index + 1].headingRange.start : document.source.bytes.count
      var start = section.headingRange.end
      for case .prose(let prose) in section.content {
        parts.append(document.source.slice(SourceRange(start, prose.start)))
        start = prose.end
      }
      parts.append(document.source.slice(SourceRange(start, next)))
    }
    return parts.joined(separator: "\n")
  }

  private func line(_ range: SourceRange) -> Int {
    plan.document.source.position(at: range.start).line
  }
}

extension [CoverageItem] {
  fileprivate var tally: (seen: Int, all: Int) {
    let points = flatMap(\.points)
    return (points.count(where: \.isSeen), points.count)
  }
}

extension Section.Content {
  /// Whether the engine runs it.
  fileprivate var isRule: Bool {
    switch self {
    case .prose, .targets, .provisions: false
    default: true
    }
  }
}

extension Coverage.Other.Kind {
  package var label: Bilingual {
    switch self {
    case .target: Bilingual(zh: "目标", en: "target")
    case .provision: Bilingual(zh: "规定", en: "provision")
    case .prose: Bilingual(zh: "正文", en: "prose")
    case .reading: Bilingual(zh: "没有规则用到的假设", en: "an assumption that no rule uses")
    case .loose: Bilingual(zh: "没有规则对应的正文", en: "prose that no rule takes up")
    }
  }
}
