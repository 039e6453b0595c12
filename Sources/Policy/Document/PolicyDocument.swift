package import Core

/// A policy document as written: prose, tables and blocks with their places in the file, nothing
/// resolved yet. Made by `PolicyDocument.read`; the plan compiler gives it meaning.
package struct PolicyDocument: Sendable {
  package let source: SourceText
  package let front: FrontMatter
  /// All headings in order, with what stands under each until the next one.
  package let sections: [Section]
  package let benefits: [Benefit]
  package let tables: [DecisionTable]
  package let parameters: [ParameterRow]
  package let assumptions: [Assumption]
  package let stacking: [StackingBlock]
  package let targets: [TargetRow]
  package let provisions: [ProvisionRow]
  package let examples: [ExampleTable]

  /// Position of a section in `sections`: the place every element cites.
  package typealias SectionIndex = Int
}

/// The YAML block that opens a document.
package struct FrontMatter: Sendable {
  /// `wenzhou-2018-242`: first half of every benefit's id.
  package let id: Cell
  /// The number the issuer gave, 温人社发〔2018〕242号.
  package let number: String?
  package let title: Bilingual
  package let issuer: Bilingual?
  package let issued: CivilDate?
  /// Events before this day give nothing; a benefit may state its own.
  package let eventsFrom: CivilDate?
  /// GB/T 2260 code the document applies to.
  package let region: String
}

/// A piece of text of the file, as written between its delimiters, and where it stands.
package struct Cell: Sendable, Hashable {
  package let text: String
  package let range: SourceRange

  package init(text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// A heading and what follows it.
package struct Section: Sendable {
  /// 1 … 6; 0 for the text before the first heading.
  package let level: Int
  package let title: Bilingual
  /// Stable id for links, derived from the heading.
  package let anchor: String
  package let headingRange: SourceRange
  /// Titles of the enclosing headings, outermost first, this one last, in Chinese.
  package let path: [String]
  /// The article this section belongs to: 第四条 / Article 4. From the nearest heading of level 2.
  package let article: Bilingual?
  package internal(set) var content: [Content] = []

  /// What stands in a section, in order, for the page that shows the document.
  package enum Content: Sendable {
    /// Prose as Markdown source: paragraphs, lists, quotations.
    case prose(SourceRange)
    /// Index into `benefits`: the YAML block and the rule table that follows it.
    case benefit(Int)
    case table(Int)
    case assumption(Int)
    case stacking(Int)
    /// Row indexes of one parameter table.
    case parameters(Range<Int>)
    case targets(Range<Int>)
    case provisions(Range<Int>)
    case examples(Int)
  }
}

/// A ```` ```yaml benefit ```` block and the rule table under it.
package struct Benefit: Sendable {
  package let id: Cell
  package let label: Bilingual
  package let section: PolicyDocument.SectionIndex
  /// The record type that gives rise to the benefit, as written; `nil` when there is no subject.
  package let each: Cell?
  /// Path to the party who receives where it is not the record's own: `学徒.单位`.
  package let receiver: Cell?
  /// The date held against `eventsFrom`: `nil` for the record's own date, else a name.
  package let event: Cell?
  package let eventsFrom: CivilDate?
  package let months: Months?
  /// What is given when it is not money, as ordered plain data.
  package let inKind: [(key: String, value: Bilingual)]
  /// Assumptions that the rules rest on without naming them in a formula.
  package let assumes: [Cell]
  package internal(set) var rules: [Rule] = []
  /// From the opening fence to the last row of the rule table.
  package internal(set) var range: SourceRange

  package struct Months: Sendable {
    package enum Counted: String, Sendable { case window, paid }
    package let atMost: Int
    package let counted: Counted
  }
}

/// A row of a benefit's rule table.
package struct Rule: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case definition, condition, amount, cap, first, counts, rate
  }
  package let kind: Kind
  package let id: Cell
  package let label: Bilingual
  package let expression: Cell
  package let range: SourceRange
}

/// A decision table (DMN 1.5, chapter 8), one rule a row.
package struct DecisionTable: Sendable {
  package let name: Cell
  package let label: Bilingual
  package let unit: String?
  package let section: PolicyDocument.SectionIndex
  /// As written: `U`, `A`, `P`, `F`, `R`, `O`, `C`, `C+`, `C<`, `C>`, `C#`.
  package let hitPolicy: Cell
  package let inputs: [Cell]
  package let outputs: [Cell]
  package let rows: [Row]
  package let range: SourceRange

  package struct Row: Sendable {
    package let label: Cell
    package let tests: [Cell]
    package let values: [Cell]
    package let range: SourceRange
  }
}

/// A row of a parameter table: one value of a parameter for a span of time.
package struct ParameterRow: Sendable {
  package let name: Cell
  /// Given once, in the first row of the parameter.
  package let label: Bilingual?
  package let from: CivilDate?
  package let to: CivilDate?
  package let value: Cell
  package let unit: String?
  package let cites: String?
  package let section: PolicyDocument.SectionIndex
  package let range: SourceRange
}

/// `> **假设** name = value …`: a figure or reading that the source leaves open.
package struct Assumption: Sendable {
  package let name: Cell
  package let value: Cell
  /// The legal values, where the author closed the set.
  package let options: [Cell]
  package let unit: String?
  package let reason: Bilingual
  package let section: PolicyDocument.SectionIndex
  package let range: SourceRange
}

/// One item of a ```` ```yaml stacking ```` block; which keys a kind takes is checked by the plan
/// compiler.
package struct StackingBlock: Sendable {
  package let id: Cell
  package let kind: Cell
  package let label: Bilingual
  package let settings: Settings
  /// Assumptions that the rule rests on.
  package let assumes: [Cell]
  package let cites: String?
  package let section: PolicyDocument.SectionIndex
  package let range: SourceRange

  /// Plain YAML data in the order written.
  package indirect enum Setting: Sendable {
    case scalar(Cell)
    case list([Setting], SourceRange)
    case mapping(Settings)
  }

  package struct Settings: Sendable {
    package let entries: [(key: Cell, value: Setting)]
    package let range: SourceRange
  }
}

/// A figure the document wants reached by a day; no rule, but data for indicators.
package struct TargetRow: Sendable {
  package enum Kind: Sendable, CaseIterable {
    /// So many by the due day.
    case count
    /// A share by the due day.
    case share
    /// So many in every year.
    case yearly
  }
  package let kind: Kind
  package let id: Cell
  package let label: Bilingual
  package let value: Cell
  package let unit: String?
  package let due: CivilDate?
  package let section: PolicyDocument.SectionIndex
  package let range: SourceRange
}

/// A provision that gives a status, a priority or a permission and no sum.
package struct ProvisionRow: Sendable {
  package enum Kind: Sendable, CaseIterable {
    /// Somebody counts as something.
    case status
    /// Somebody goes first.
    case priority
    /// Somebody may do something.
    case permission
    /// Somebody has to do something.
    case duty
    /// What the document holds for.
    case scope
  }
  package let kind: Kind
  package let id: Cell
  package let label: Bilingual
  /// For whom it holds.
  package let addressee: Bilingual
  package let section: PolicyDocument.SectionIndex
  package let range: SourceRange
}

/// A table of worked examples of one benefit, run whenever the document is checked.
package struct ExampleTable: Sendable {
  /// The benefit's id without the document's.
  package let benefit: Cell
  package let section: PolicyDocument.SectionIndex
  /// Input columns as written: `认定日`, `证书.等级`, `参保.失业`, `紧缺`.
  package let inputs: [Cell]
  /// Output columns as written: `结果`, `金额`, `月数`.
  package let outputs: [Cell]
  package let rows: [Row]
  package let range: SourceRange

  package struct Row: Sendable {
    package let name: Cell
    package let inputs: [Cell]
    package let outputs: [Cell]
    package let range: SourceRange
  }
}
