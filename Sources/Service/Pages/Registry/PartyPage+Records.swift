package import Core

/// The records of a party: a picture of their times, and the same as a list.
func recordSection(_ view: PartyView, _ place: PageLocation) -> HTML {
  Tag.section(.labelled(by: "records")) {
    Tag.h2(.id("records")) {
      place("记录", "Records") + " "
      Tag.span(.class("count")) { "\(view.entries.count)" }
    }
    if view.entries.isEmpty {
      Tag.p(.class("soft")) { place("还没有任何记录。", "There is no record yet.") }
    } else {
      timelineChart(view.entries, today: view.today, place)
      Tag.ol(.class("timeline")) {
        for entry in view.entries { item(entry, place) }
      }
    }
  }
}

private func item(_ entry: TimelineEntry, _ place: PageLocation) -> HTML {
  Tag.li {
    Tag.p(.class("when number")) { place(entry.period) }
    Tag.div {
      Tag.h3 { place(entry.type.capitalised) }
      Tag.p {
        HTML.joined(
          entry.details.map { detail in
            Tag.span(.class("piece")) {
              Tag.span(.class("soft")) { place(detail.label) + place("：", ": ") }
              detail.text(place)
            }
          }, by: " ")
      }
    }
  }
}

extension TimelineEntry {
  /// “2016-01 至 2018-12”, “2015-01-01 至今”, “2019 年”.
  package var period: Bilingual {
    guard let from = from.map(text) else { return Bilingual(zh: "日期不明", en: "undated") }
    guard isSpell else { return from }
    guard let to = to.map(text) else {
      return Bilingual(zh: "\(from.zh) 至今", en: "since \(from.en)")
    }
    if from == to { return from }
    return Bilingual(zh: "\(from.zh) 至 \(to.zh)", en: "\(from.en) to \(to.en)")
  }

  private func text(_ date: CivilDate) -> Bilingual {
    switch precision {
    case .day: Bilingual(date.description)
    case .month: Bilingual(date.monthText)
    case .year: Bilingual(zh: "\(date.year) 年", en: "\(date.year)")
    }
  }
}
