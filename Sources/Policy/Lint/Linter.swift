package import Core
package import PolicyDocument
package import PolicyPlan
package import Vocabulary

/// Reads documents as a careful colleague would before they are issued.
package struct Linter: Sendable {
  /// A document, as far as it could be read and compiled, and what the other passes said of it.
  package struct Subject: Sendable {
    package let source: SourceText
    package let document: PolicyDocument?
    package let plan: Plan?
    package let diagnostics: [Diagnostic]

    package init(
      source: SourceText, document: PolicyDocument?, plan: Plan?, diagnostics: [Diagnostic]
    ) {
      self.source = source
      self.document = document
      self.plan = plan
      self.diagnostics = diagnostics
    }
  }

  private let vocabulary: Vocabulary
  private let published: PublishedEditions?

  /// - Parameters:
  ///   - vocabulary: which values there are.
  ///   - published: the editions of catalogues that were published; `nil` where nobody told.
  package init(_ vocabulary: Vocabulary, published: PublishedEditions? = nil) {
    self.vocabulary = vocabulary
    self.published = published
  }

  /// What is to be said of each document, in the order of its text.
  package func findings(in subjects: [Subject]) -> [[Finding]] {
    let across = PaidTwiceCheck(subjects.map(\.plan)).findings
    return zip(subjects, across).map { subject, across in
      placed(alone(subject) + across, in: subject)
    }
  }

  /// The one list of the checks that look at a single document.
  private func alone(_ subject: Subject) -> [Finding] {
    guard let document = subject.document else { return subject.diagnostics.map(Finding.init) }
    let circles = CircleCheck(document)
    var findings = subject.diagnostics.filter { !circles.explains($0) }.map(Finding.init)
    findings += circles.findings
    findings += SumCheck(document).findings
    findings += SourceCheck(document).findings
    findings += CitationCheck(document).findings
    findings += DateCheck(document).findings
    for table in document.sourceTables {
      let bands = BandTable(source: table, in: document, subject.plan, vocabulary)
      findings += bands.findings()
      if let input = bands.columns.first?.name {
        findings += ProgressionCheck(table, input: input).findings
      }
    }
    guard let plan = subject.plan else { return findings }
    findings += BandTable.all(of: plan, TableUses(plan).known).flatMap { $0.findings() }
    findings += UnusedCheck(plan).findings
    findings += BlockCheck(plan).findings
    findings += ConditionCheck(plan).findings
    findings += LoopCheck(plan, Ranges(plan: plan)).ofTables
    findings += AmountCheck(plan).findings
    findings += LiteralCheck(plan).findings
    findings += CapCheck(plan).findings
    findings += StackedCapCheck(plan).findings
    findings += FloorCheck(plan).findings
    if let published { findings += CatalogueCheck(plan, published).findings }
    return findings
  }

  /// The findings in the order of the text, each with its article and headings.
  private func placed(_ findings: [Finding], in subject: Subject) -> [Finding] {
    findings.map { finding in
      guard let document = subject.document, let range = finding.range else { return finding }
      var placed = finding
      placed.article = document.article(at: range.start)
      placed.headings = document.headings(at: range.start)
      return placed
    }.enumerated().sorted {
      ($0.element.range?.start ?? 0, $0.offset) < ($1.element.range?.start ?? 0, $1.offset)
    }.map(\.element)
  }
}

extension PolicyDocument {
  /// The article that a place of the file belongs to.
  fileprivate func article(at offset: Int) -> Bilingual? {
    sections.last { $0.headingRange.start <= offset && $0.level > 0 }?.article
  }
}
