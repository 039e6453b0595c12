import Core
import Determinations
import Registry
import Statistics

/// The statistics for a person at a terminal.
struct StatsText {
  let figures: TownFigures
  /// What is asked for: the first is told in full, the others in a line each.
  let regions: [RegionFigures]
  let benefits: [BenefitFigures]
  let run: DeterminationRun?
  /// The change as of which was counted; `nil` for all that is known.
  let known: Change?
  /// Names of the benefits by full id.
  let labels: [String: Bilingual]
  let language: Language

  var text: String {
    guard let first = regions.first else { return "" }
    var parts = [heading(first), levels(of: first)]
    if regions.count > 1 { parts.append(regionTable) }
    if !benefits.isEmpty { parts.append(benefitTable) }
    parts.append(
      say(
        zh: "— 表示不显示：人数在 1 到 4 之间，或能从它推算出这样的人数。口径见 Documentation/statistics.md。",
        en: """
          — is not shown: 1 to 4 people, or such a number could be worked out from it. What counts \
          as what: Documentation/statistics.md.
          """) + "\n")
    return parts.joined(separator: "\n")
  }

  private func heading(_ region: RegionFigures) -> String {
    let name = self.name(of: region.scope)
    let workers = shown(region.workers)
    let undecided = figures.undecided.grouped
    let share = percent(region.highSkilledShare)
    let past = known.map { change in
      Bilingual(
        zh: "，按变更 \(change.number)（\(change.clock)）之后所知",
        en: ", as known after change \(change.number) (\(change.clock))")
    }
    return say(
      zh: """
        \(name)，截至 \(figures.on)\(past?.zh ?? "")
        技术工人 \(workers) 人，其中高技能人才 \(shown(region.highSkilled)) 人，占 \(share)
        登记库中另有 \(undecided) 人，不知道是不是技术工人

        """,
      en: """
        \(name), as of \(figures.on)\(past?.en ?? "")
        Technical workers: \(workers); high-skilled: \(shown(region.highSkilled)), a share of \(share)
        Of \(undecided) more people in the registry it is not known whether they are such

        """)
  }

  private func levels(of region: RegionFigures) -> String {
    var table = TextTable([
      say(zh: "等级", en: "Level"), say(zh: "人数", en: "Workers"), say(zh: "占比", en: "Share"),
      say(zh: "\(figures.wageYear) 年平均工资", en: "Mean wage \(figures.wageYear)"),
      say(zh: "与无证书之比", en: "Ratio"), say(zh: "有工资的人数", en: "With a wage"),
    ])
    for level in LevelClass.allCases {
      let count = region.levels[level] ?? .hidden
      let wage = region.wages[level]
      table.add([
        name(of: level), shown(count), percent(share(count, of: region.workers)),
        wage?.mean?.grouped ?? "", wage?.ratio?.text(scale: 2) ?? "",
        wage.map { shown($0.people) } ?? "",
      ])
    }
    table.add([
      say(zh: "合计", en: "All"), shown(region.workers), "", region.wage.mean?.grouped ?? "",
      region.wage.ratio?.text(scale: 2) ?? "", shown(region.wage.people),
    ])
    return table.text
  }

  private var regionTable: String {
    var table = TextTable(
      [say(zh: "地区", en: "Region"), say(zh: "技术工人", en: "Workers")]
        + LevelClass.allCases.map { name(of: $0) }
        + [say(zh: "高技能占比", en: "High-skilled"), say(zh: "平均工资", en: "Mean wage")])
    for region in regions {
      table.add(
        [name(of: region.scope), shown(region.workers)]
          + LevelClass.allCases.map { shown(region.levels[$0] ?? .hidden) }
          + [percent(region.highSkilledShare), region.wage.mean?.grouped ?? "—"])
    }
    return table.text
  }

  private var benefitTable: String {
    var table = TextTable([
      say(zh: "待遇", en: "Benefit"), say(zh: "享受", en: "Entitled"),
      say(zh: "不享受", en: "Not"), say(zh: "待定", en: "Undetermined"),
      say(zh: "对象数", en: "Receivers"), say(zh: "应发（元）", en: "Due (yuan)"),
      say(zh: "已发（元）", en: "Granted (yuan)"),
    ])
    for benefit in benefits {
      table.add([
        labels[benefit.benefit]?[language] ?? benefit.benefit, shown(benefit.entitled),
        shown(benefit.notEntitled), shown(benefit.undetermined), shown(benefit.receivers),
        benefit.amount?.grouped ?? "—", benefit.granted?.grouped ?? "—",
      ])
    }
    let on = run.map(\.on.description) ?? "—"
    return say(zh: "待遇，按 \(on) 的核定\n", en: "Benefits, as determined on \(on)\n") + table.text
  }

  private func name(of scope: RegionFigures.Scope) -> String {
    switch scope {
    case .whole: say(zh: "全部", en: "All regions")
    case .prefecture(let code), .county(let code):
      RegionNames.name(of: code).map { "\(code) \($0[language])" } ?? code
    case .unknown: say(zh: "地区未知", en: "unknown")
    }
  }

  private func name(of level: LevelClass) -> String {
    switch level {
    case .one: say(zh: "高级技师", en: "Level 1")
    case .two: say(zh: "技师", en: "Level 2")
    case .three: say(zh: "高级工", en: "Level 3")
    case .four: say(zh: "中级工", en: "Level 4")
    case .five: say(zh: "初级工", en: "Level 5")
    case .uncertified: say(zh: "无证书", en: "None")
    case .unknown: say(zh: "不清楚", en: "Unknown")
    }
  }

  private func shown(_ count: Count) -> String { count.value?.grouped ?? "—" }

  private func share(_ count: Count, of whole: Count) -> Decimal128? {
    guard let part = count.value, let whole = whole.value, whole > 0 else { return nil }
    return Decimal128(part).divided(by: Decimal128(whole))
  }

  /// One digit behind the point.
  private func percent(_ share: Decimal128?) -> String {
    share?.multiplied(by: Decimal128(100)).map { $0.text(scale: 1) + " %" } ?? "—"
  }

  private func say(zh: String, en: String) -> String { Bilingual(zh: zh, en: en)[language] }
}

extension Money {
  /// Yuan with two digits and a comma after every three.
  fileprivate var grouped: String {
    let parts = description.split(separator: ".")
    return (Int(parts[0])?.grouped ?? String(parts[0])) + "." + (parts.count > 1 ? parts[1] : "00")
  }
}
