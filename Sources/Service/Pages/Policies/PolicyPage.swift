import Core
package import Lint
package import PolicyDocument
package import PolicyPlan

/// A policy document as people read it: text, rules with a sentence beside each formula, tables,
/// figures, assumptions, stacking and worked examples, each under the heading it was written under,
/// with what the linter says of it in place.
///
/// - Parameters:
///   - place: the language; a query that `IssuedText.query` is shows the issued text.
///   - document: what is shown.
///   - plan: of the document; `nil` while it has errors.
///   - findings: what the linter says of it.
///   - amended: plans of other documents by id, among them those that this one amends.
///   - issued: the issued text that is kept beside it; `nil` where there is none.
///   - asked: the day whose text was asked for, as the reader wrote it; `nil` for the text as it was
///     issued.
/// - Returns: the page.
package func policyPage(
  _ place: PageLocation, _ document: PolicyDocument, _ plan: Plan?, findings: [Finding] = [],
  amended: [String: Plan] = [:], issued: IssuedText? = nil, asOf asked: String? = nil
) -> Page {
  let isBeside = issued != nil && place.query == IssuedText.query
  let day = asked.flatMap { CivilDate($0) }
  let version = day.flatMap { day in plan?.versions.last { $0.holds(event: day, on: day) } }
  // What the linter says is of the text as it was issued.
  var view = PolicyView(
    place: place, document: version?.plan.document ?? document, plan: version?.plan ?? plan,
    findings: version == nil ? findings : [])
  view.version = version
  view.repeals = version.map { repeals(by: $0, of: plan) } ?? [:]
  view.amended = amended
  let title = place(document.front.title)
  var page = Page(place, title: title, active: .policies) {
    Tag.a(.class("back"), .href(place.link("policies/"))) {
      place("全部政策文件", "All policy documents")
    }
    Tag.h1 { title }
    view.front
    view.localOverview
    view.versions(of: plan, document, asked)
    if let issued { view.originalNote(issued, isShown: isBeside) }
    view.findingOverview
    Tag.div(.class("document")) {
      Tag.div(.class("contents")) { view.contents }
      Tag.div(.class("text")) { view.sections(beside: isBeside ? issued : nil) }
    }
  }
  page.isWide = true
  return page
}

/// The changes by which benefits are no more, by the benefits' ids without the document's.
private func repeals(by version: PlanVersion, of plan: Plan?) -> [String: PlanVersion.Change] {
  let repealed = (plan?.benefits ?? []).compactMap { benefit in
    version.repeal(of: benefit).map {
      (String(benefit.id.dropFirst(version.plan.id.count + 1)), $0)
    }
  }
  return Dictionary(repealed, uniquingKeysWith: { first, _ in first })
}

/// What every part of a document's page needs.
struct PolicyView: Sendable {
  let place: PageLocation
  let document: PolicyDocument
  /// `nil` while the document has errors: it is then shown without sentences.
  let plan: Plan?
  /// What the linter says, in the order of the text.
  let findings: [Finding]
  /// The level each section's heading is shown at.
  let levels: [Int]
  /// The text of a day, where that is shown.
  var version: PlanVersion?
  /// What later documents change in the text that is shown.
  var changes: [PlanVersion.Change] { version?.changes ?? [] }
  /// Those by which benefits that still stand in the text are no more, by id.
  var repeals: [String: PlanVersion.Change] = [:]
  /// Plans of documents that this one amends, by id.
  var amended: [String: Plan] = [:]
  /// Whether a benefit's heading can be linked to: what is shown a second time cannot.
  var hasIDs = true

  var withoutIDs: PolicyView {
    var view = self
    view.hasIDs = false
    view.version = nil
    view.repeals = [:]
    return view
  }

  init(place: PageLocation, document: PolicyDocument, plan: Plan?, findings: [Finding]) {
    self.place = place
    self.document = document
    self.plan = plan
    self.findings = findings
    levels = Self.levels(of: document)
  }

  /// Levels without gaps, whatever the author's: the page's title is level 1, articles level 2.
  private static func levels(of document: PolicyDocument) -> [Int] {
    var open: [Int] = []
    return document.sections.map { section in
      while let last = open.last, last >= section.level { open.removeLast() }
      if section.level > 1 { open.append(section.level) }
      return min(open.count + 1, 6)
    }
  }

  var front: HTML {
    let front = document.front
    return Tag.dl(.class("facts-of")) {
      if let number = front.number { entry(place("文号", "Number"), number) }
      if let issuer = front.issuer { entry(place("印发机关", "Issued by"), place(issuer)) }
      if let issued = front.issued { entry(place("印发日期", "Issued on"), issued.description) }
      if let from = front.eventsFrom {
        entry(place("适用于", "Applies to"), place("\(from) 起的事项", "events from \(from)"))
      }
      entry(
        place("适用地区", "Region"),
        place(Region.name(of: front.region)) + place("（\(front.region)）", " (\(front.region))"))
    }
  }

  func entry(_ term: String, _ value: String) -> HTML {
    Tag.dt { term } + Tag.dd { value }
  }

  /// Links to the articles.
  var contents: HTML {
    Tag.nav(.labelled(by: "contents")) {
      Tag.h2(.id("contents")) { place("目录", "Contents") }
      Tag.ol {
        for section in document.sections where section.level == 2 {
          Tag.li { Tag.a(.href("#" + section.anchor)) { place(section.title) } }
        }
      }
    }
  }

  /// Names in a heading are written in backticks.
  func titleText(_ section: Section) -> HTML {
    let pieces = place(section.title).split(separator: "`", omittingEmptySubsequences: false)
    return HTMLBuilder.buildArray(
      pieces.enumerated().map { index, piece in
        index.isMultiple(of: 2) ? HTML(String(piece)) : Tag.code { String(piece) }
      })
  }

  func content(_ content: Section.Content, below level: Int) -> HTML {
    switch content {
    case .prose(let range): return prose(range) + notes(in: range)
    case .benefit(let index):
      let benefit = document.benefits[index]
      let rows = benefit.rules.map(\.range) + benefit.scoreRows.map(\.range)
      return self.benefit(benefit, level: level + 1) + notes(in: benefit.range, besides: rows)
    case .table(let index):
      let table = document.tables[index]
      return notes(in: table.name.range) + decisionTable(table)
        + notes(in: table.range, besides: table.rows.map(\.range))
    case .sourceTable(let index):
      let table = document.sourceTables[index]
      return sourceTable(table) + notes(in: table.range, besides: table.rows.map(\.range))
    case .assumption(let index):
      let assumption = document.assumptions[index]
      return self.assumption(assumption) + notes(in: assumption.range)
    case .stacking(let index):
      let block = document.stacking[index]
      return stacking(block, level: level + 1) + notes(in: block.range)
    case .parameters(let rows):
      return parameters(document.parameters[rows])
        + notes(in: document.parameters[rows].map(\.range))
    case .targets(let rows):
      return targets(document.targets[rows]) + notes(in: document.targets[rows].map(\.range))
    case .provisions(let rows):
      return provisions(document.provisions[rows])
        + notes(in: document.provisions[rows].map(\.range))
    case .examples(let index):
      return examples(document.examples[index]) + notes(in: document.examples[index].range)
    case .amendment(let index): return amendment(document.amendments[index], below: level)
    }
  }

  private func notes(in ranges: [SourceRange]) -> HTML {
    HTMLBuilder.buildArray(ranges.map { notes(in: $0) })
  }

  /// A table that scrolls by itself where the window is too narrow for it.
  func scrolling(_ label: String, @HTMLBuilder table: () -> HTML) -> HTML {
    Tag.div(
      .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "group"), .label(label)
    ) { Tag.table { table() } }
  }
}
