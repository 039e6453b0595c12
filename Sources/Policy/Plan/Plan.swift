package import Core
package import FEEL
package import PolicyDocument
package import Vocabulary

/// A policy document compiled: typed, flat, printable. The one thing every engine runs.
///
/// Expressions of all benefits share one array of nodes; a node's operands always stand before it,
/// so that an engine may run the array front to back (`columns`) or ask for single nodes
/// (`explain`).
package struct Plan: Sendable {
  package let document: PolicyDocument
  package let vocabulary: Vocabulary
  package internal(set) var nodes: [Node] = []
  package internal(set) var benefits: [BenefitPlan] = []
  package internal(set) var tables: [TablePlan] = []
  package internal(set) var parameters: [ParameterPlan] = []
  package internal(set) var assumptions: [AssumptionPlan] = []
  package internal(set) var stacking: [StackingRule] = []
  /// Benefits of other documents that stacking rules count.
  package internal(set) var foreign: [ForeignBenefit] = []
  /// Every name in a rule that has a Chinese and an English form, for `fmt --names`.
  package internal(set) var nameUses: [NameUse] = []

  /// What later documents make of it, by the days from which they hold; empty where none does.
  package internal(set) var versions: [PlanVersion] = []

  init(document: PolicyDocument, vocabulary: Vocabulary) {
    self.document = document
    self.vocabulary = vocabulary
  }

  package var id: String { document.front.id.text }
  /// The number the issuer gave the document, 温人社发〔2018〕242号.
  package var number: String? { document.front.number }
  /// GB/T 2260 code of the region the document applies to.
  package var region: String { document.front.region }
}

/// A name as a rule uses it, and its two forms.
package struct NameUse: Sendable, Hashable {
  package let range: SourceRange
  package let zh: String
  package let en: String
}

/// One benefit: what its rules compile to.
package struct BenefitPlan: Sendable {
  /// `wenzhou-2018-242/skill-upgrade`.
  package let id: String
  package let label: Bilingual
  package let place: Place
  /// The type of the subject record, an index into the vocabulary's types; the party's own type
  /// where the benefit is about the party itself.
  package let subject: Int
  /// The type of party the subject belongs to, whose records the rules see.
  package let party: Int
  /// The reference field of the subject that names the receiver; `nil` for the record's own party.
  package let receiver: Int?
  /// The date held against `eventsFrom`.
  package let event: EventDate
  package let eventsFrom: CivilDate?
  /// The assumption that holds `eventsFrom`, where a region may set it otherwise.
  package internal(set) var start: Int?
  /// Whether `event` is held against it, or the day of the determination.
  package internal(set) var startsBy = Setting.fixed(Amendment.Chosen.event)
  package internal(set) var definitions: [RulePlan] = []
  package internal(set) var conditions: [RulePlan] = []
  /// What excludes when it is known to hold; as long as it is unknown it stands in nobody's way.
  package internal(set) var exclusions: [RulePlan] = []
  package internal(set) var payment: Payment
  package internal(set) var caps: [RulePlan] = []
  /// Assumptions its reading rests on without a formula naming them; indexes of `assumptions`.
  package internal(set) var assumes: [Int] = []
  /// Where the benefit is about the party itself: it has an entry for a party of whom there is a
  /// record, of one of these types, of the year of the determination; for every party where the
  /// list is empty. Indexes into the vocabulary's types.
  package internal(set) var recorded: [Int] = []
  /// How the best of those that this benefit selects are found.
  package internal(set) var ranking: RankingPlan?

  /// Whether no record gives rise to the benefit: its subject is the party itself.
  package var isOfParty: Bool { subject == party }
  /// The definitions that stacking rules go by.
  package internal(set) var stacked: [RulePlan] = []

  package enum EventDate: Sendable, Equatable {
    case ofSubject
    case determination
  }

  package enum Payment: Sendable {
    case once(RulePlan)
    case monthly(MonthlyPlan)
    /// Not money: what is given, as data.
    case inKind([(key: String, value: Bilingual)])
    /// Points.
    case score(ScoreSheet)
  }
}

/// A benefit paid by the month.
package struct MonthlyPlan: Sendable {
  package let atMost: Int
  /// What the greatest number of months counts: every month of the window, or those paid.
  package let counted: Setting<Benefit.Months.Counted>
  package let first: RulePlan
  package let counts: RulePlan
  package let rate: RulePlan
}

/// A row of a rule table: its id, its labels, and the node that holds its value.
package struct RulePlan: Sendable {
  package let id: String
  package let label: Bilingual
  package let node: NodeID
  package let place: Place
  /// The expression as written, for readers of the explanation.
  package let text: String
}

/// Where something stands in its document: what an explanation cites.
package struct Place: Sendable, Hashable {
  package let article: Bilingual?
  package let anchor: String
  package let range: SourceRange
  /// Line of the document's file, from 1.
  package let line: Int
}

/// A decision table: tests and values by row, each a node.
package struct TablePlan: Sendable {
  package let name: String
  package let label: Bilingual
  package let unit: String?
  package let place: Place
  package let hitPolicy: HitPolicy
  package let inputs: [NodeID]
  /// The type of the records that the table is about, one at a time; `nil` for a table that has
  /// one value for the whole case. An id of the vocabulary.
  package let element: String?
  /// The inputs as written, one per column.
  package let inputTexts: [String]
  package let rows: [Row]

  package struct Row: Sendable {
    package let label: Bilingual
    package let tests: [PlanTest]
    package let value: NodeID
    package let place: Place
  }
}

/// Which of the rows that hit gives a decision table's value (DMN 1.5, 8.2.10).
package enum HitPolicy: String, Sendable, CaseIterable {
  case unique = "U"
  case any = "A"
  case first = "F"
  case sum = "C+"
  case minimum = "C<"
  case maximum = "C>"
  case count = "C#"
}

/// A parameter: a function of a date.
package struct ParameterPlan: Sendable {
  package let name: String
  package let label: Bilingual
  package let unit: String?
  package let type: FEELType
  /// In order of time, without gaps between the first and the last and without overlaps.
  package let values: [Dated]
  /// What regions have set instead, the most specific first.
  package internal(set) var locals: [LocalFigure] = []

  package struct Dated: Sendable {
    package let from: CivilDate?
    package let to: CivilDate?
    package let value: Value
    package let place: Place
    /// The article the figure comes from, as the document names it.
    package let source: String?
  }

  /// The value in force on a day.
  package func value(on day: CivilDate) -> Dated? {
    values.first { ($0.from.map { $0 <= day } ?? true) && ($0.to.map { day <= $0 } ?? true) }
  }
}

/// A figure or reading that the source leaves open, as the document assumes it.
package struct AssumptionPlan: Sendable {
  package let name: String
  package let label: Bilingual
  package internal(set) var value: Value
  /// The values it may take, where the author closed the set; else empty.
  package let options: [Value]
  package let type: FEELType
  package let unit: String?
  package let reason: Bilingual
  package let place: Place
  /// What regions have set instead, the most specific first.
  package internal(set) var locals: [LocalFigure] = []
}
