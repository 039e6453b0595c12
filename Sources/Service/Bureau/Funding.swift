package import Core
import FEEL
package import Ledger
import Office
package import PolicyPlan
import YAMLText

/// Who bears the cost of a benefit: the fund of the document's region, or by a share that the
/// document states the city's fund and that of the district where the case lies.
///
///     fund: { id: skills, zh: 技能人才专项资金, en: skilled workers' fund }
///     shares:
///       wenzhou-2018-242: 市级分担比例
package struct Funding: Sendable, Equatable {
  /// The id of the fund within a region.
  package let fund: String
  package let label: Bilingual
  /// By document: the figure that says what part the city bears.
  let shares: [String: String]

  /// The fund of a region, as budgets name it: `330302/skills`.
  package func fund(of region: String) -> String { "\(region)/\(fund)" }

  /// How an amount is shared on a day.
  ///
  /// - Parameters:
  ///   - amount: 分.
  ///   - plan: of the document, with what regions have set in the place of its figures.
  ///   - region: where the case lies.
  ///   - day: the day of the approval, which also says the budget year.
  /// - Returns: what each budget bears, to the 分.
  /// - Throws: `FundingProblem.noShare` where the figure is missing or no share from 0 to 1;
  ///   `LedgerProblem`.
  package func shares(
    of amount: Int64, _ plan: Plan, region: String, on day: CivilDate
  ) throws -> [BudgetShare] {
    let city = Budget(fund: fund(of: plan.region), year: day.year)
    guard let figure = shares[plan.id], region != plan.region else {
      return [BudgetShare(city, amount)]
    }
    let share = try share(figure, plan, region: region, on: day)
    let whole = Int64(1_000_000)
    guard let millionths = share.units(scale: 6), (0...whole).contains(millionths) else {
      throw FundingProblem.noShare(document: plan.id, figure: figure)
    }
    let district = Budget(fund: fund(of: region), year: day.year)
    return try Split(
      [Split.Part(city, millionths), Split.Part(district, whole - millionths)], of: whole
    ).shares(of: amount)
  }

  private func share(
    _ figure: String, _ plan: Plan, region: String, on day: CivilDate
  ) throws(FundingProblem) -> Decimal128 {
    guard case .assumption(let index)? = plan.figure(named: figure) else {
      throw .noShare(document: plan.id, figure: figure)
    }
    let locals = plan.assumptions[index].locals
    let value =
      locals.position(in: region, on: day).map { locals[$0].value }
      ?? plan.assumptions[index].value
    guard case .number(let share) = value else {
      throw .noShare(document: plan.id, figure: figure)
    }
    return share
  }

  /// - Parameter source: the file.
  /// - Throws: `DiagnosticsError` with all that is wrong.
  init(_ source: SourceText) throws(DiagnosticsError) {
    let reading = YAML.parse(source)
    var diagnostics = reading.diagnostics
    func refuse(_ problem: SetupFileProblem, _ range: SourceRange) {
      diagnostics.append(
        Diagnostic(problem.code, at: range, message: problem.message, advice: problem.advice))
    }
    let root = reading.root
    let known = ["fund", "shares"]
    for entry in root?.entries ?? [] where !known.contains(entry.key) {
      refuse(.unknownKey(entry.key, known), entry.keyRange)
    }
    let fund = root?["fund"]
    let texts = ["id", "zh", "en"].map { fund?[$0]?.text }
    if texts.contains(nil) {
      refuse(.notAMapping("fund"), fund?.range ?? root?.range ?? SourceRange(0, 0))
    }
    var shares: [String: String] = [:]
    for entry in root?["shares"]?.entries ?? [] {
      if let figure = entry.value.text {
        shares[entry.key] = figure
      } else {
        refuse(.notText(entry.key), entry.value.range)
      }
    }
    guard diagnostics.isEmpty, let id = texts[0], let zh = texts[1], let en = texts[2] else {
      throw DiagnosticsError(source: source, diagnostics: diagnostics)
    }
    self.fund = id
    label = Bilingual(zh: zh, en: en)
    self.shares = shares
  }
}

/// Why it cannot be said who bears a cost.
package enum FundingProblem: WordedProblem, Sendable, Equatable {
  case noShare(document: String, figure: String)
  /// The document of the benefit is not there any more.
  case noDocument(benefit: String)

  /// Stable.
  package var code: String {
    switch self {
    case .noShare: "BUR010"
    case .noDocument: "BUR011"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .noShare(let document, let figure):
      Bilingual(
        zh: "\(document) 没有 0 到 1 之间的“\(figure)”", en: "\(document) has no “\(figure)” from 0 to 1")
    case .noDocument(let benefit):
      Bilingual(
        zh: "待遇 \(benefit) 的政策文件不在了", en: "the document of \(benefit) is not there any more")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .noShare:
      Bilingual(
        zh: "请在文件的假设或地方取值里写上，或改 Procedures/funding.yaml。",
        en: "State it as an assumption or a local value, or change Procedures/funding.yaml.")
    case .noDocument:
      Bilingual(zh: "请把文件放回 Policies。", en: "Put the document back into Policies.")
    }
  }
}
