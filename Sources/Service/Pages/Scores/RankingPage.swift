import Core

/// The ranking of a year, with the places there are and the lines they draw.
package func rankingPage(_ place: PageLocation, _ view: RankingView) -> Page {
  let title = place("\(view.year) 年度遴选排名", "Ranking of \(view.year)")
  return Page(place, title: title, active: .scores) {
    Tag.a(.class("back"), .href(place.link(view.documentPath))) { place(view.document) }
    Tag.h1 { title }
    Tag.p(.class("lead")) { place(view.title.capitalised) }
    years(view, place)
    Tag.dl(.class("tiles")) {
      for quota in [view.places, view.excellent] { tile(quota, place) }
    }
    if view.lines.isEmpty {
      Tag.div(.class("empty")) {
        Tag.p {
          place(
            "登记库里没有 \(view.year) 年度的遴选记录。把遴选记录（年度、自评分、复核分、结果）导入后再看。",
            "The registry has no selection records of \(view.year). Import them (year, self score, "
              + "review score, result) and look again.")
        }
      }
    } else {
      table(view, place)
      Tag.p(.class("soft")) {
        place(
          "按复核分从高到低；同分同名次。同分跨过最后一个名额的不自动取舍，由联席会议决定。一票否决、不符合条件和登记为未入选的不排名，也不占名额。“登记结果”以登记的为准，“按排名”只是建议。",
          "By review score, the highest first; equal scores share a rank. Who is tied across the last "
            + "place is not decided here but by the joint meeting. Who is vetoed, not eligible or on "
            + "record as rejected has no rank and takes no place. What is on record prevails; what "
            + "follows from the ranking is a proposal.")
      }
    }
  }.wide
}

private func years(_ view: RankingView, _ place: PageLocation) -> HTML {
  let others = view.years.filter { $0 != view.year }
  if others.isEmpty { return .empty }
  return Tag.p {
    place("其他年度：", "Other years: ")
    HTML.joined(
      others.map { year in
        Tag.a(.href(place.link(view.path + "?year=\(year)"))) { "\(year)" }
      }, by: HTML(place("、", ", ")))
  }
}

private func tile(_ quota: RankingView.Quota, _ place: PageLocation) -> HTML {
  Tag.div {
    Tag.dt { place(quota.label.capitalised) }
    Tag.dd {
      place(
        "还有 \(quota.left) 个名额", quota.left == 1 ? "1 place left" : "\(quota.left) places left")
    }
    Tag.dd(.class("small")) {
      place(
        "目标 \(quota.target)，以前年度已入选 \(quota.taken)；\(quota.marks.joined(separator: " 或 ")) 分以上",
        "target \(quota.target), \(quota.taken) selected in earlier years; from "
          + "\(quota.marks.joined(separator: " or ")) points")
      if quota.marks != [quota.own] {
        place("（文件写 \(quota.own)，地方另定）", " (\(quota.own) in the document, set locally)")
      }
    }
  }
}

private func table(_ view: RankingView, _ place: PageLocation) -> HTML {
  let columns = [
    place("名次", "Rank"), place("单位", "Organisation"), place("按排名", "By rank"),
    place("复核分", "Review score"), place("自评分", "Self score"), place("登记结果", "On record"),
  ]
  return Tag.div(
    .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "group"),
    .label(place("排名", "Ranking"))
  ) {
    Tag.table {
      Tag.thead {
        Tag.tr { for column in columns { Tag.th(Attribute("scope", "col")) { column } } }
      }
      Tag.tbody {
        for line in view.lines {
          Tag.tr {
            Tag.td(.class("number")) {
              line.rank.map(String.init) ?? "–"
              if line.isTied {
                " "
                Tag.span(.class("tag no")) { place("并列", "tied") }
              }
            }
            Tag.th(Attribute("scope", "row")) {
              Tag.a(.href(place.link(line.link.path))) { line.link.name }
              if let sheet = line.sheetPath {
                Tag.a(.class("why"), .href(place.link(sheet))) {
                  place("逐项评分", "Item by item")
                  Tag.span(.class("unseen")) { place("：", ": ") + line.link.name }
                }
              }
            }
            Tag.td {
              if let proposal = line.proposal {
                Tag.span(.class("tag " + proposal.style)) { place(proposal.label) }
              } else {
                "–"
              }
              for reason in line.reasons {
                Tag.span(.class("why")) { place(reason.capitalised) }
              }
            }
            Tag.td(.class("number")) {
              line.review.isEmpty ? place("未复核", "none yet") : line.review
            }
            Tag.td(.class("number")) { line.own.isEmpty ? "–" : line.own }
            Tag.td { line.result.map { place($0.capitalised) } ?? "–" }
          }
        }
      }
    }
  }
}

extension RankingView.Proposal {
  fileprivate var label: Bilingual {
    switch self {
    case .excellent: Bilingual(zh: "优秀示范", en: "Excellent")
    case .selected: Bilingual(zh: "入选", en: "Selected")
    case .noPlace: Bilingual(zh: "名额已满", en: "No place left")
    case .below: Bilingual(zh: "未到及格线", en: "Below the pass mark")
    case .tied: Bilingual(zh: "并列跨线，待定", en: "Tied across the last place")
    case .excellentTied: Bilingual(zh: "入选；优秀名额并列跨线", en: "Selected; tied for excellent")
    case .vetoed: Bilingual(zh: "一票否决", en: "Vetoed")
    case .barred: Bilingual(zh: "不符合条件", en: "Not eligible")
    }
  }

  fileprivate var style: String {
    switch self {
    case .excellent, .selected: "yes"
    case .tied, .excellentTied: "wait"
    case .noPlace, .below, .vetoed, .barred: "no"
    }
  }
}
