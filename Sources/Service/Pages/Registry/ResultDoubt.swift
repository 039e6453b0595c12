package import Core

/// Why stored determinations may not be what holds now.
package enum ResultDoubt: Sendable, Equatable {
  /// Something became known that they do not rest on.
  case newerFacts(RecordedChange)
  /// The first day has come on which one of them can come out otherwise by itself.
  case dayReached(CivilDate)

  var words: Bilingual {
    switch self {
    case .newerFacts(let change):
      Bilingual(
        zh: "核定之后又有变动：\(change.moment)（\(change.source)），没有算进去。",
        en: "Something has changed since, on \(change.moment) (\(change.source)), and is not taken "
          + "into account.")
    case .dayReached(let day):
      Bilingual(
        zh: "\(day) 起有的结果会自行变化，这一天已经到了。",
        en: "From \(day) on a result can come out otherwise by itself, and that day has come.")
    }
  }
}

/// Says why what follows may be out of date, and what to do; nothing where nothing speaks for it.
func doubtNotice(
  _ doubts: [ResultDoubt], advice: Bilingual, _ place: PageLocation
) -> HTML {
  if doubts.isEmpty { return .empty }
  return Tag.div(.class("notice"), .id("outdated")) {
    for doubt in doubts { Tag.p { place(doubt.words) } }
    Tag.p { place(advice) }
  }
}
