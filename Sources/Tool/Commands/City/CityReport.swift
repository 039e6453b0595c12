import City
import Core
import JSONText
import PolicyPlan
import Registry

/// What every benefit comes to, and where other figures were tried, the difference.
struct CityReport {
  private let report: CityTotals.Report
  private let on: CivilDate
  /// The change as of which it was; `nil` for all that is known.
  private let asOf: Change?
  /// Ids and names, in the order of the documents.
  private let benefits: [(id: String, label: Bilingual)]
  /// By id of the benefit, the sums by the rules that hold, and how much more these are.
  private let inForce: [String: CitySum]?
  private var differences: [String: Money] = [:]
  private var total = Money.zero
  private var totalDifference = Money.zero

  /// - Parameters:
  ///   - report: the totals.
  ///   - plans: the rules they are by.
  ///   - on: the day of the determinations.
  ///   - known: the change as of which it was; `nil` for all that is known.
  ///   - inForce: the totals by the rules that hold, where these are others.
  /// - Throws: `CityProblem.tooMuch`.
  init(
    _ report: CityTotals.Report, _ plans: [Plan], on: CivilDate, known: Change? = nil,
    inForce: CityReport? = nil
  ) throws(CityProblem) {
    self.report = report
    self.on = on
    asOf = known
    self.inForce = inForce?.report.benefits
    var benefits = plans.flatMap { plan in plan.benefits.map { (id: $0.id, label: $0.label) } }
    let own = Set(benefits.map(\.id))
    // What the rules that hold give and the others do not any more.
    benefits += (inForce?.benefits ?? []).filter { !own.contains($0.id) }
    self.benefits = benefits
    for (id, _) in benefits {
      total = try total.exactly(adding: sum(id).amount)
      guard let inForce else { continue }
      let less = Money(fen: -inForce.sum(id).amount.fen)
      let difference = try sum(id).amount.exactly(adding: less)
      differences[id] = difference
      totalDifference = try totalDifference.exactly(adding: difference)
    }
  }

  private func sum(_ id: String) -> CitySum { report.benefits[id] ?? CitySum() }

  // For people.

  func text(_ language: Language) -> String {
    let moment = asOf.map { Bilingual(zh: "（\($0.clock)）所知", en: " (\($0.clock))") }
    let head = Bilingual(
      zh: "按 \(on) 核定，登记库到第 \(report.change) 次变更\(moment?.zh ?? "")",
      en: "as of \(on), the registry through change \(report.change)\(moment?.en ?? "")")
    var columns = [
      Bilingual(zh: "待遇", en: "benefit"), Bilingual(zh: "可以享受", en: "entitled"),
      Bilingual(zh: "不能享受", en: "not entitled"), Bilingual(zh: "暂不能确定", en: "not known yet"),
      Bilingual(zh: "金额（元）", en: "yuan"),
    ]
    if inForce != nil { columns.append(Bilingual(zh: "比现行", en: "against now")) }
    var table = TextTable(columns.map { $0[language] })
    for (id, label) in benefits where !isEmpty(id) {
      let sum = sum(id)
      var row = [
        "\(label[language]) \(id)", sum.entitled.grouped, sum.notEntitled.grouped,
        sum.undetermined.grouped, sum.amount.description,
      ]
      if let difference = differences[id] { row.append(signed(difference)) }
      table.add(row)
    }
    var last = [Bilingual(zh: "合计", en: "in all")[language], "", "", "", total.description]
    if inForce != nil { last.append(signed(totalDifference)) }
    table.add(last)
    return head[language] + "\n\n" + table.text + "\n" + how[language] + "\n"
  }

  private func isEmpty(_ id: String) -> Bool {
    sum(id) == CitySum() && (inForce?[id] ?? CitySum()) == CitySum()
  }

  private func signed(_ money: Money) -> String {
    money.fen > 0 ? "+\(money)" : "\(money)"
  }

  /// How the figures came about.
  private var how: Bilingual {
    let count = report.computed + report.adjusted + report.known
    let asked = report.asked.grouped
    return Bilingual(
      zh: "规则分 \(count) 组：新算 \(report.computed)，按变更调整 \(report.adjusted)，沿用 \(report.known)；"
        + "逐列 \(milliseconds(report.running)) 毫秒，逐人核定 \(asked) 个当事人 "
        + "\(milliseconds(report.waiting)) 毫秒",
      en: "\(count) groups of rules: \(report.computed) computed, \(report.adjusted) adjusted to "
        + "changes, \(report.known) known; columns \(milliseconds(report.running)) ms, \(asked) "
        + "parties determined one by one \(milliseconds(report.waiting)) ms")
  }

  private func milliseconds(_ time: Duration) -> String {
    Int(time / .milliseconds(1)).grouped
  }

  // For programs.

  var json: String {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.member("on", on.description)
      for (name, number) in [
        ("facts", Int(report.change)), ("computed", report.computed),
        ("adjusted", report.adjusted), ("known", report.known), ("asked", report.asked),
        ("columnsMilliseconds", Int(report.running / .milliseconds(1))),
        ("askingMilliseconds", Int(report.waiting / .milliseconds(1))),
      ] {
        writer.key(name)
        writer.integer(number)
      }
      writer.member("amount", total.description)
      if inForce != nil { writer.member("difference", totalDifference.description) }
      writer.key("benefits")
      writer.array { writer in
        for (id, _) in benefits where !isEmpty(id) { write(id, to: &writer) }
      }
    }
    return writer.text
  }

  private func write(_ id: String, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("benefit", id)
      let sum = sum(id)
      for (name, number) in [
        ("entitled", sum.entitled), ("not-entitled", sum.notEntitled),
        ("undetermined", sum.undetermined),
      ] {
        writer.key(name)
        writer.integer(number)
      }
      writer.member("amount", sum.amount.description)
      if let difference = differences[id] {
        writer.member("difference", difference.description)
      }
    }
  }
}
