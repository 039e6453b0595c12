package import Core
import MarkdownText

/// Where what a later document changes stands in an earlier one.
extension PolicyDocument {
  /// Where a target stands, one range for each piece of it in the order of the file; empty where the
  /// document has no such thing.
  package func ranges(of target: Amendment.Target) -> [SourceRange] {
    switch target {
    case .benefit(let id): benefits.filter { $0.id.text == id }.map(\.range)
    case .parameter(let name): parameters.filter { $0.name.text == name }.map(\.range)
    case .assumption(let name): assumptions.filter { $0.name.text == name }.map(\.range)
    case .stacking(let id):
      stacking.filter { $0.id.text == id }.map { source.trimmed($0.range) }
    case .target(let id): targets.filter { $0.id.text == id }.map(\.range)
    case .provision(let id): provisions.filter { $0.id.text == id }.map(\.range)
    case .row(let table, let label):
      tables.filter { $0.name.text == table || $0.outputs.contains { $0.text == table } }
        .flatMap(\.rows).filter { $0.title.zh == label }.map(\.range)
    case .article(let name): body(ofArticle: name).map { [$0] } ?? []
    case .prose(let article, let part): prose(article, part)
    }
  }

  /// What a repeal takes out of the text. Benefits, tables and figures stay in it, for others may
  /// read them; that nobody gets those benefits any more is no matter of the text.
  package func repealed(by target: Amendment.Target) -> [SourceRange] {
    switch target {
    case .benefit: return []
    case .stacking(let id):
      return stacking.filter { $0.id.text == id }.map { rule in
        stacking.filter { $0.block == rule.block }.count == 1
          ? rule.block : source.trimmed(rule.range)
      }
    case .target(let id):
      return targets.filter { $0.id.text == id }.map { row in
        withHeader(row.range, targets.map(\.range))
      }
    case .provision(let id):
      return provisions.filter { $0.id.text == id }.map { row in
        withHeader(row.range, provisions.map(\.range))
      }
    case .article(let name):
      return sections(ofArticle: name).flatMap(\.content).flatMap(repealed)
    default: return ranges(of: target)
    }
  }

  private func repealed(_ content: Section.Content) -> [SourceRange] {
    switch content {
    case .prose(let range): [range]
    case .stacking(let index):
      stacking.firstIndex { $0.block == stacking[index].block } == index
        ? [stacking[index].block] : []
    case .targets(let rows): [table(targets[rows].map(\.range))].compactMap { $0 }
    case .provisions(let rows): [table(provisions[rows].map(\.range))].compactMap { $0 }
    default: []
    }
  }

  /// The position of the heading of an article.
  package func article(_ name: String) -> SectionIndex? {
    sections.firstIndex {
      $0.level == 2 && ($0.article?.zh == name || $0.article?.en == name)
    }
  }

  /// The section of an article and those below it.
  package func sections(ofArticle name: String) -> ArraySlice<Section> {
    guard let first = article(name) else { return [] }
    let end = sections[(first + 1)...].firstIndex { $0.level <= 2 } ?? sections.count
    return sections[first..<end]
  }

  /// All that stands below the heading of an article.
  private func body(ofArticle name: String) -> SourceRange? {
    let own = sections(ofArticle: name)
    guard let first = own.first else { return nil }
    let end =
      own.endIndex < sections.count
      ? source.wholeLines(sections[own.endIndex].headingRange).start : source.bytes.count
    return source.trimmed(SourceRange(first.headingRange.end, end))
  }

  private func prose(_ article: String, _ part: String?) -> [SourceRange] {
    let own = sections(ofArticle: article)
    let section =
      part.map { part in own.first { $0.title.zh == part || $0.title.en == part } }
      ?? own.first
    return (section?.content ?? []).compactMap { content in
      if case .prose(let range) = content { range } else { nil }
    }
  }

  /// A row; the table with its header where it is the only one.
  private func withHeader(_ row: SourceRange, _ rows: [SourceRange]) -> SourceRange {
    let lines = source.wholeLines(row)
    let isAlone = !rows.contains { $0 != row && ($0.start == lines.end || isJust(before: row, $0)) }
    return isAlone ? table([row]) ?? row : row
  }

  private func isJust(before row: SourceRange, _ other: SourceRange) -> Bool {
    source.wholeLines(other).end == source.wholeLines(row).start
  }

  /// Rows that are all of a table, with the two lines above them.
  private func table(_ rows: [SourceRange]) -> SourceRange? {
    guard let first = rows.first, let last = rows.last else { return nil }
    var start = source.wholeLines(first).start
    for _ in 0..<2 where start > 0 {
      start = source.wholeLines(SourceRange(start - 1, start - 1)).start
    }
    return SourceRange(start, last.end)
  }
}
