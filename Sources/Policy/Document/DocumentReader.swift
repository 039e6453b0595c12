import Core
import MarkdownText

/// Reads a document block by block and gathers what it finds, problems included.
struct DocumentReader {
  let source: SourceText
  var diagnostics: [Diagnostic] = []
  var front: FrontMatter?
  var sections: [Section] = []
  var benefits: [Benefit] = []
  var tables: [DecisionTable] = []
  var sourceTables: [DecisionTable] = []
  var parameters: [ParameterRow] = []
  var assumptions: [Assumption] = []
  var stacking: [StackingBlock] = []
  var targets: [TargetRow] = []
  var provisions: [ProvisionRow] = []
  var examples: [ExampleTable] = []
  var words: [FormWord] = []

  var amendments: [Amendment] = []
  /// The level of the heading whose end closes the last amendment; `nil` when none is open.
  var amendmentLevel: Int?

  /// Assumptions that words and days of blocks rest on.
  var resting: [Cell] = []

  /// What the next rule table of the section belongs to.
  var ruleTable = RuleTable.unexpected
  /// Whether the last benefit gives points and its score table is still to come.
  var scoreTable = RuleTable.unexpected
  /// What the heading above says the next table is.
  var heading = Heading.plain
  /// The headings that the next block stands under, outermost first.
  var openHeadings: [(level: Int, title: String)] = []
  /// Anchors in use, each with the number of headings that would have had it.
  var anchors: [String: Int] = [:]
  /// Lines on which names were first given, by what they name.
  private var names: [DocumentProblem.Element: [String: Int]] = [:]

  init(source: SourceText) { self.source = source }

  enum RuleTable {
    /// There is no benefit that still needs one.
    case unexpected
    /// The last benefit waits for it.
    case awaited
    /// What came before could not be read and was reported: say nothing more.
    case unreadable
  }

  /// What a heading announces.
  enum Heading {
    case plain
    case decisionTable(name: Cell, label: Bilingual, unit: String?)
    case sourceTable(name: Cell, unit: String?)
    case examples(benefit: Cell)
  }

  /// The document read so far.
  var document: PolicyDocument? {
    guard let front else { return nil }
    return PolicyDocument(
      source: source, front: front, sections: sections, benefits: benefits, tables: tables,
      sourceTables: sourceTables, parameters: parameters, assumptions: assumptions,
      stacking: stacking, targets: targets,
      provisions: provisions, examples: examples, amendments: amendments,
      words: words)
  }

  var currentSection: PolicyDocument.SectionIndex { sections.count - 1 }

  mutating func report(_ problem: DocumentProblem, at range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        problem.code, problem.severity, at: range, message: problem.words.message,
        advice: problem.words.advice))
  }

  mutating func take(_ block: MarkdownBlock) {
    if sections.isEmpty, !block.isHeading { openFirstSection(before: block.range) }
    if takesIntoAmendment(block) { return }
    switch block.kind {
    case .heading(let level): readHeading(block.range, level: level)
    case .code(let code) where code.info.isYAML: readYAML(code, block: block.range)
    case .table: readTable(block.range)
    case .quote where isAssumption(block.range): readAssumption(block)
    default: readProse(block)
    }
  }

  mutating func finish() {
    closeBenefit()
    checkPeriods()
    checkExamples()
    settleStartDays()
    checkAssumed()
  }

  mutating func append(_ content: Section.Content) {
    guard !sections.isEmpty else { return }
    sections[currentSection].content.append(content)
  }

  /// Notes a name, and reports it when the same kind of thing already has it.
  mutating func register(_ name: Cell, as element: DocumentProblem.Element) {
    let line = source.position(at: name.range.start).line
    if let first = names[element]?[name.text] {
      report(.duplicate(what: element, name: name.text, line: first), at: name.range)
    } else {
      names[element, default: [:]][name.text] = line
    }
  }

  /// Begins a new scope for names that are unique within a benefit or a table only.
  mutating func forgetNames(of element: DocumentProblem.Element) { names[element] = [:] }

  /// All diagnostics in the order of the text, each with its headings.
  var orderedDiagnostics: [Diagnostic] {
    let ordered = diagnostics.enumerated().sorted {
      ($0.element.range?.start ?? 0, $0.offset) < ($1.element.range?.start ?? 0, $1.offset)
    }
    var following = sections[...]
    var path: [String] = []
    return ordered.map { _, diagnostic in
      let start = diagnostic.range?.start ?? 0
      while let section = following.first, section.headingRange.start <= start {
        path = section.path
        following.removeFirst()
      }
      var placed = diagnostic
      placed.headings = path
      return placed
    }
  }

  func cell(_ range: SourceRange) -> Cell { Cell(text: source.slice(range), range: range) }
}

extension MarkdownBlock {
  var isHeading: Bool {
    if case .heading = kind { return true }
    return false
  }
}

extension String {
  /// Whether a fence's info string announces YAML.
  var isYAML: Bool { split(separator: " ").first?.lowercased() == "yaml" }
}
