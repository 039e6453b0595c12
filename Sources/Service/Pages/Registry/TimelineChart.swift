import Core

/// A picture of records over the years, a lane for each type. It shows what the list below it says,
/// so it is not read out.
func timelineChart(_ entries: [TimelineEntry], today: CivilDate, _ place: PageLocation) -> HTML {
  let dated = entries.filter { $0.from != nil }
  guard let span = TimeSpan(dated, today: today) else { return .empty }
  var lanes: [(title: Bilingual, entries: [TimelineEntry])] = []
  for entry in dated {
    if let lane = lanes.firstIndex(where: { $0.title == entry.type }) {
      lanes[lane].entries.append(entry)
    } else {
      lanes.append((entry.type, [entry]))
    }
  }
  // Spells first: they carry the picture.
  lanes.sort { ($0.entries[0].isSpell ? 0 : 1) < ($1.entries[0].isSpell ? 0 : 1) }
  return Tag.div(.class("chart"), .hidden) {
    Tag.div(.class("lanes")) {
      for lane in lanes { Tag.span { place(lane.title.capitalised) } }
    }
    Tag.svg(
      Attribute("width", "100%"), Attribute("height", "\(Lane.top + lanes.count * Lane.height)")
    ) {
      for year in span.marks {
        mark(year, at: span.position(of: year), lanes: lanes.count)
      }
      for (number, lane) in lanes.enumerated() {
        for entry in lane.entries { shape(entry, number, span, today: today) }
      }
    }
  }
}

/// Measures in pixels, as in the stylesheet; what goes along the time is a share of the width.
private enum Lane {
  static let top = 24
  static let height = 30
  static let middle = 15
  static let bar = 12
}

private func mark(_ year: CivilDate, at x: String, lanes: Int) -> HTML {
  Tag.line(
    .class("year"), Attribute("x1", x), Attribute("x2", x), Attribute("y1", "16"),
    Attribute("y2", "\(Lane.top + lanes * Lane.height)"))
    + Tag.text(Attribute("x", x), Attribute("y", "13")) { "\(year.year)" }
}

private func shape(
  _ entry: TimelineEntry, _ lane: Int, _ span: TimeSpan, today: CivilDate
) -> HTML {
  guard let from = entry.from else { return .empty }
  guard entry.isSpell else {
    return Tag.circle(
      .class("point"), Attribute("cx", span.position(of: from)),
      Attribute("cy", "\(Lane.top + lane * Lane.height + Lane.middle)"), Attribute("r", "7"))
  }
  let end = min(entry.to ?? today, span.last)
  return Tag.rect(
    .class(entry.to == nil ? "spell open" : "spell"), Attribute("x", span.position(of: from)),
    Attribute("y", "\(Lane.top + lane * Lane.height + Lane.middle - Lane.bar / 2)"),
    Attribute("width", span.width(from, max(from, end))),
    Attribute("height", "\(Lane.bar)"), Attribute("rx", "3"))
}

/// The years that a picture shows, as shares of its width.
private struct TimeSpan {
  let first: CivilDate
  let last: CivilDate

  /// From the year of the first record to today, or to the last record where that is later; `nil`
  /// without any.
  init?(_ entries: [TimelineEntry], today: CivilDate) {
    let starts = entries.compactMap(\.from)
    guard let first = starts.min(), let latest = starts.max(),
      let begin = CivilDate(year: first.year, month: 1, day: 1),
      let end = CivilDate(year: max(latest, today).year, month: 12, day: 31)
    else { return nil }
    self.first = begin
    last = end
  }

  /// Thousandths of the width, kept inside so that nothing is cut off at the edges.
  private func thousandths(_ date: CivilDate) -> Int {
    let length = max(1, last.dayNumber - first.dayNumber)
    return 10 + (date.dayNumber - first.dayNumber) * 980 / length
  }

  private func percent(_ thousandths: Int) -> String {
    "\(thousandths / 10).\(thousandths % 10)%"
  }

  func position(of date: CivilDate) -> String { percent(thousandths(date)) }

  func width(_ from: CivilDate, _ to: CivilDate) -> String {
    percent(max(4, thousandths(to) - thousandths(from)))
  }

  /// Beginnings of years, at most seven of them.
  var marks: [CivilDate] {
    let years = last.year - first.year + 1
    let step = [1, 2, 5, 10, 20, 50].first { years / $0 <= 6 } ?? 100
    return (first.year...last.year).filter { $0 % step == 0 }
      .compactMap { CivilDate(year: $0, month: 1, day: 1) }
  }
}
