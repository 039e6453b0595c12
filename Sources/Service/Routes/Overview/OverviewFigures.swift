import Core
import Determinations
import Pages
import PolicyPlan
import Registry
import Statistics

/// Puts the statistics of a registry into the words and tables of the overview.
struct OverviewFigures: Sendable {
  let served: ServedRegistry
  let plans: [Plan]

  /// The figures of a state of the registry; goes over all of it.
  func view(_ version: Overview.Version) throws -> OverviewView {
    let figures = try TownFigures(
      of: served.registry, on: version.on, known: .change(version.change))
    let benefits = BenefitFigures.made(of: try served.store.totals(asOf: .run(version.run)))
    let run = try served.store.run(version.run)
    let change = try served.registry.changes(after: version.change - 1, limit: 1).first
    var view = OverviewView(on: version.on, known: change.map(served.recorded))
    guard let whole = figures.whole, change != nil else { return view }
    view.headlines = headlines(whole, benefits, run, figures)
    view.tables = [levels(whole, figures), wages(whole, figures), self.benefits(benefits, run)]
    view.tables.append(regions(figures))
    view.doubts = try doubts(run, change, on: version.on)
    return view
  }

  /// Why what benefits come to may not be what holds: a change that the run did not see, a day that
  /// has come.
  private func doubts(
    _ run: DeterminationRun?, _ change: Change?, on day: CivilDate
  ) throws -> [ResultDoubt] {
    guard let run else { return [] }
    var doubts: [ResultDoubt] = []
    if let change, change.number > run.facts {
      doubts.append(.newerFacts(served.recorded(change)))
    }
    if let first = try served.store.firstDue(), first <= day { doubts.append(.dayReached(first)) }
    return doubts
  }

  private func headlines(
    _ whole: RegionFigures, _ benefits: [BenefitFigures], _ run: DeterminationRun?,
    _ figures: TownFigures
  ) -> [Headline] {
    var headlines: [Headline] = []
    if let workers = whole.workers.value {
      headlines.append(
        Headline(
          Bilingual(zh: "技术工人", en: "Technical workers"), Bilingual(grouped(workers))))
    }
    if let share = whole.highSkilledShare {
      headlines.append(
        Headline(
          Bilingual(zh: "高技能人才占比", en: "High-skilled"), OverviewFigures.percent(share)))
    }
    if let mean = whole.wage.mean {
      headlines.append(
        Headline(
          Bilingual(zh: "\(figures.wageYear) 年平均工资", en: "Mean wage of \(figures.wageYear)"),
          OverviewFigures.words(mean)))
    }
    let sum = benefits.compactMap(\.amount).reduce(Money.zero as Money?) { sum, next in
      sum.flatMap { $0.adding(next) }
    }
    if let run, !benefits.isEmpty, let sum, benefits.allSatisfy({ $0.amount != nil }) {
      headlines.append(
        Headline(
          Bilingual(zh: "待遇合计（\(run.on)）", en: "Due in all as of \(run.on)"),
          OverviewFigures.words(sum)))
    }
    return headlines
  }

  private func levels(_ whole: RegionFigures, _ figures: TownFigures) -> FigureTable {
    FigureTable(
      id: "levels", title: Bilingual(zh: "技能等级结构", en: "Workers by level"),
      note: Bilingual(
        zh: "在职的技术工人，按各人最高的一级计；另有 \(figures.undecided) 人不知道是不是技术工人。",
        en: "Technical workers employed now, each by the highest level held. Of "
          + "\(grouped(figures.undecided)) more it is not known whether they are such."),
      columns: [
        Bilingual(zh: "等级", en: "Level"), Bilingual(zh: "人数", en: "Workers"),
        Bilingual(zh: "占比", en: "Share"),
      ], drawn: 1,
      rows: LevelClass.allCases.map { level in
        let count = whole.levels[level] ?? .hidden
        return FigureTable.Row(
          level.name, [OverviewFigures.cell(count), share(count, of: whole.workers)])
      } + [
        FigureTable.Row(
          Bilingual(zh: "合计", en: "All"), isSum: true,
          [OverviewFigures.cell(whole.workers), .none])
      ])
  }

  private func wages(_ whole: RegionFigures, _ figures: TownFigures) -> FigureTable {
    let named = LevelClass.allCases.compactMap { level in
      whole.wages[level].map { (level.name, $0, false) }
    }
    let all = (Bilingual(zh: "合计", en: "All"), whole.wage, true)
    // Where nobody is without a certificate there is nothing to compare with.
    let ratioless = hidden(whole.wages[.uncertified]?.people ?? .shown(0))
    return FigureTable(
      id: "wages",
      title: Bilingual(
        zh: "\(figures.wageYear) 年各级平均工资", en: "Mean wage of \(figures.wageYear) by level"),
      note: Bilingual(
        zh: "有当年工资记录的技术工人；倍数以没有证书的为 1。",
        en: "Technical workers with a wage on record; the ratio is to those without a certificate."),
      columns: [
        Bilingual(zh: "等级", en: "Level"), Bilingual(zh: "平均工资（元）", en: "Mean wage (yuan)"),
        Bilingual(zh: "倍数", en: "Ratio"), Bilingual(zh: "有工资的人数", en: "With a wage"),
      ], drawn: 1,
      rows: (named + [all]).map { name, wage, isSum in
        FigureTable.Row(
          name, isSum: isSum,
          [
            wage.mean.map(FigureTable.Cell.money) ?? hidden(wage.people),
            wage.ratio.map { OverviewFigures.cell($0.text(scale: 2)) }
              ?? (wage.mean == nil ? hidden(wage.people) : ratioless),
            OverviewFigures.cell(wage.people),
          ])
      })
  }

  private func benefits(_ benefits: [BenefitFigures], _ run: DeterminationRun?) -> FigureTable {
    let places = Dictionary(
      plans.flatMap { plan in
        plan.benefits.map { ($0.id, (label: $0.label, link: "policies/\(plan.id)")) }
      }, uniquingKeysWith: { $1 })
    return FigureTable(
      id: "benefits", title: Bilingual(zh: "各项待遇", en: "Benefits"),
      note: OverviewFigures.note(run),
      columns: [
        Bilingual(zh: "待遇", en: "Benefit"), Bilingual(zh: "可享受（项）", en: "Entitled"),
        Bilingual(zh: "受益者", en: "Receivers"), Bilingual(zh: "金额（元）", en: "Sum (yuan)"),
        Bilingual(zh: "还不能确定（项）", en: "Cannot say yet"),
        Bilingual(zh: "不能享受（项）", en: "Not entitled"),
      ], drawn: 3,
      rows: benefits.map { benefit in
        let place = places[benefit.benefit]
        return FigureTable.Row(
          (place?.label ?? Bilingual(benefit.benefit)).capitalised, link: place?.link,
          [
            OverviewFigures.cell(benefit.entitled), OverviewFigures.cell(benefit.receivers),
            benefit.amount.map(FigureTable.Cell.money) ?? .hidden,
            OverviewFigures.cell(benefit.undetermined), OverviewFigures.cell(benefit.notEntitled),
          ])
      })
  }

  private func regions(_ figures: TownFigures) -> FigureTable {
    FigureTable(
      id: "regions", title: Bilingual(zh: "各地区", en: "Regions"),
      note: Bilingual(
        zh: "按单位所在地区，没有单位的按本人所在地区。",
        en: "By the region of the employer, else of the worker."),
      columns: [
        Bilingual(zh: "地区", en: "Region"), Bilingual(zh: "技术工人", en: "Technical workers"),
        Bilingual(zh: "高技能人才", en: "High-skilled"), Bilingual(zh: "占比", en: "Share"),
        Bilingual(zh: "平均工资（元）", en: "Mean wage (yuan)"),
      ],
      rows: figures.regions.filter { $0.scope != .whole }.map { region in
        FigureTable.Row(
          region.scope.name, isSum: region.scope.isPrefecture,
          [
            OverviewFigures.cell(region.workers), OverviewFigures.cell(region.highSkilled),
            region.highSkilledShare.map { OverviewFigures.cell(OverviewFigures.percent($0).zh) }
              ?? hidden(region.highSkilled),
            region.wage.mean.map(FigureTable.Cell.money) ?? hidden(region.wage.people),
          ])
      })
  }

  /// What stands for a figure that is missing: hidden like the count it rests on, or not there.
  private func hidden(_ count: Count) -> FigureTable.Cell { count == .shown(0) ? .none : .hidden }

  private func share(_ count: Count, of all: Count) -> FigureTable.Cell {
    guard let count = count.value, let all = all.value, all > 0 else { return .hidden }
    // Tenths of a per cent, rounded half up.
    let tenths = (count * 2000 + all) / (2 * all)
    return .figure(Bilingual("\(tenths / 10).\(tenths % 10) %"), digits: "\(tenths)")
  }
}

extension OverviewFigures {
  /// What the benefits rest on.
  fileprivate static func note(_ run: DeterminationRun?) -> Bilingual {
    guard let run else {
      return Bilingual(
        zh: "登记库还没有整体核定过；请运行 gongjiang determine --all。",
        en: "The registry has not been determined as a whole yet: run gongjiang determine --all.")
    }
    return Bilingual(
      zh: "按 \(run.on) 的整体核定（第 \(run.number) 次）；金额是到那天为止应享受的总额。",
      en: "As the whole registry was determined as of \(run.on) (run \(run.number)); sums are what "
        + "is due in all by that day.")
  }

  fileprivate static func cell(_ count: Count) -> FigureTable.Cell {
    count.value.map(FigureTable.Cell.count) ?? .hidden
  }

  fileprivate static func cell(_ digits: String) -> FigureTable.Cell {
    .figure(Bilingual(digits), digits: digits)
  }

  fileprivate static func words(_ money: Money) -> Bilingual {
    Bilingual(zh: money.words(.zh), en: money.words(.en))
  }

  /// A share of four digits as per cent with two.
  fileprivate static func percent(_ share: Decimal128) -> Bilingual {
    let units = share.units(scale: 4) ?? 0
    let rest = units % 100
    return Bilingual("\(units / 100).\(rest < 10 ? "0" : "")\(rest) %")
  }
}

extension LevelClass {
  fileprivate var name: Bilingual {
    switch self {
    case .one: Bilingual(zh: "一级（高级技师）", en: "1 (senior technician)")
    case .two: Bilingual(zh: "二级（技师）", en: "2 (technician)")
    case .three: Bilingual(zh: "三级（高级工）", en: "3 (senior worker)")
    case .four: Bilingual(zh: "四级（中级工）", en: "4 (intermediate worker)")
    case .five: Bilingual(zh: "五级（初级工）", en: "5 (junior worker)")
    case .uncertified: Bilingual(zh: "没有证书", en: "No certificate")
    case .unknown: Bilingual(zh: "不能确定", en: "Uncertain")
    }
  }
}

extension RegionFigures.Scope {
  fileprivate var name: Bilingual {
    switch self {
    case .whole: Bilingual(zh: "全部", en: "All")
    case .prefecture(let code), .county(let code): Region.name(of: code)
    case .unknown: Bilingual(zh: "地区不明", en: "Region unknown")
    }
  }

  fileprivate var isPrefecture: Bool {
    if case .prefecture = self { true } else { false }
  }
}
