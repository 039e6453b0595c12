import Core
import FEEL
import PolicyDocument
import Vocabulary

/// Benefits about a party itself: no record gives rise to them.
extension Compiler {
  /// The party whose records the rules see.
  func party(of subject: Int) -> Int? {
    guard case .record(of: let party) = vocabulary.types[subject].role else { return subject }
    return vocabulary.typeIndex(party)
  }

  /// Whether the benefit is about a party; a party has no day of its own, so that the day of the
  /// determination must be meant.
  ///
  /// - Returns: `nil` after a diagnostic.
  mutating func isAboutParty(_ benefit: Benefit, _ subject: Int, _ each: Cell) -> Bool? {
    guard case .party = vocabulary.types[subject].role else { return false }
    guard benefit.event == nil else { return true }
    refuse(
      "PLN090", each.range,
      Bilingual(
        zh: "“\(each.text)”是当事方，没有自己的日期", en: "“\(each.text)” is a party and has no day of its own"),
      Bilingual(
        zh: "加上 event: determination，按认定日判断；或让 each 写一种记录，例如 证书。",
        en: "Add event: determination, or let each name a type of record, as certificate."))
    return nil
  }

  /// `of-year: [指标, 遴选]`: types of records of a year.
  mutating func recorded(_ benefit: Benefit, _ subject: Int) -> [Int] {
    benefit.recorded.compactMap { cell in
      guard let type = type(named: cell) else { return nil }
      let declared = vocabulary.types[type]
      if case .party = vocabulary.types[subject].role,
        declared.canBelong(to: vocabulary.types[subject].id), declared.event != nil
      {
        return type
      }
      refuse(
        "PLN091", cell.range,
        Bilingual(
          zh: "of-year 不能写“\(cell.text)”", en: "of-year cannot name “\(cell.text)”"),
        Bilingual(
          zh: "它只用于 each 写当事方的待遇，列出该当事方有日期或年度的记录，例如 指标。",
          en:
            "It is for benefits whose each is a party, and names records of it that have a day or "
            + "a year, as indicator."))
      return nil
    }
  }

  /// How those whom the benefit selects are ranked.
  mutating func ranking(_ benefit: Benefit) -> RankingPlan? {
    guard let block = benefit.ranking else { return nil }
    let type = vocabulary.typeIndex(
      block.by.text.split(separator: ".").first.map(String.init) ?? "")
    guard let type else {
      _ = self.type(named: block.by)
      return nil
    }
    guard let score = field(block.by, of: type), let result = field(block.result, of: type),
      let places = target(block.places), let excellent = target(block.excellent),
      let pass = assumedPoints(block.pass), let cut = assumedPoints(block.cut)
    else { return nil }
    return RankingPlan(
      type: type, score: score, result: result, places: places, excellent: excellent, pass: pass,
      cut: cut)
  }

  private mutating func target(_ cell: Cell) -> RankingPlan.Target? {
    if let row = document.targets.first(where: { $0.id.text == cell.text }),
      let count = Int(row.value.text)
    {
      return RankingPlan.Target(label: row.label, count: count, due: row.due)
    }
    refuse(
      "PLN092", cell.range,
      Bilingual(
        zh: "没有数量目标“\(cell.text)”", en: "there is no target “\(cell.text)” that is a number"),
      Suggestion.advice(for: cell.text, among: document.targets.map(\.id.text)))
    return nil
  }

  private mutating func assumedPoints(_ cell: Cell) -> Int? {
    if let index = lowering.scope.assumptions[cell.text],
      lowering.assumptionTypes[index] == .number
    {
      return index
    }
    refuse(
      "PLN093", cell.range,
      Bilingual(
        zh: "没有值为数字的假设“\(cell.text)”", en: "there is no assumption “\(cell.text)” that is a number"),
      Suggestion.advice(for: cell.text, among: document.assumptions.map(\.name.text)))
    return nil
  }
}
