import Core
import FEEL
import Foundation
import XMLText

/// Writes the parts of a policy document from the elements of a model.
struct DocumentWriting {
  private let root: XMLElement
  private let document: XMLElement?
  /// Names of the lists of records, and of the type that each is a list of.
  private let lists: [String: String]

  init(_ root: XMLElement) {
    self.root = root
    document = root.ours("document")
    let collections = root.all("itemDefinition").filter { $0["isCollection"] == "true" }
    lists = Dictionary(
      collections.compactMap { list in
        guard let name = list["name"], let type = list.first("typeRef")?.text,
          name == type + "记录"
        else { return nil }
        return (name, type)
      }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Headings

  var title: String {
    let name = root["name"] ?? ""
    return document?.label().map(DocumentWriting.both) ?? name
  }

  /// The heading of the article that something stands under.
  func article(_ place: XMLElement?) -> String {
    guard let zh = place?["article"] else { return "模型 · Model" }
    return DocumentWriting.both(Bilingual(zh: zh, en: place?["article-en"] ?? zh))
  }

  private static func both(_ label: Bilingual) -> String {
    label.zh == label.en ? label.zh : "\(label.zh) · \(label.en)"
  }

  var frontMatter: String {
    let name = root["name"] ?? "model"
    let label = document?.label() ?? Bilingual(name)
    var lines = [
      "---", "id: \(document?["id"] ?? DocumentWriting.identifier(name))",
    ]
    if let number = document?["number"] { lines.append("number: \(quoted(number))") }
    lines.append("title: \(mapping(label))")
    if let issuer = document?.label(prefix: "issuer-") {
      lines.append("issuer: \(mapping(issuer))")
    }
    var dates: [String] = []
    if let issued = document?["issued"] { dates.append("issued: \(quoted(issued))") }
    if let start = document?["events-from"] { dates.append("events-from: \(quoted(start))") }
    if let by = document?["by"] {
      if let assumption = document?["by-if"], let otherwise = document?["by-else"] {
        dates.append("by: { if: \(assumption), then: \(by), else: \(otherwise) }")
      } else {
        dates.append("by: \(by)")
      }
    }
    lines.append("dates: { \(dates.joined(separator: ", ")) }")
    // Without one in the model: the whole country, for whoever goes on with it to narrow.
    lines.append("region: \(quoted(document?["region"] ?? "100000"))")
    return (lines + ["---"]).joined(separator: "\n")
  }

  private func quoted(_ text: String) -> String { Value.string(text).literalText }

  private func mapping(_ label: Bilingual) -> String {
    "{ zh: \(quoted(label.zh)), en: \(quoted(label.en)) }"
  }

  /// A name as an id: letters and digits of ASCII with hyphens between.
  private static func identifier(_ name: String) -> String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let id = words.joined(separator: "-")
    return id.first?.isLetter == true ? id : "model" + (id.isEmpty ? "" : "-" + id)
  }

  // MARK: Parts

  func benefit(_ element: XMLElement, _ place: XMLElement) -> String {
    let label = place.label() ?? Bilingual(element["name"] ?? "")
    var lines = [
      "### " + DocumentWriting.both(label), "", "```yaml benefit",
      "id: \(place["id"] ?? "benefit")",
      "label: \(mapping(label))", "each: \(place["each"] ?? "")",
    ]
    for key in ["receiver", "event"] {
      if let value = place[key] { lines.append("\(key): \(value)") }
    }
    if let start = place["events-from"] { lines.append("events-from: \(quoted(start))") }
    for key in ["assumes", "of-year"] {
      if let names = place[key] { lines.append("\(key): [\(names)]") }
    }
    let given = place.all("given")
    if !given.isEmpty {
      lines.append("in-kind:")
      for item in given {
        lines.append("  \(item["key"] ?? ""): \(mapping(item.label() ?? Bilingual("")))")
      }
    }
    lines += ["```", ""]
    let entries = element.first("context")?.all("contextEntry") ?? []
    let rows = entries.compactMap { entry -> [String]? in
      guard let rule = entry.ours("rule"), let label = rule.label(),
        let text = entry.first("literalExpression")?.first("text")?.text
      else { return nil }
      return [
        rule["kind"] ?? "", "`\(rule["id"] ?? "")`", label.zh, label.en, code(formula(text)),
      ]
    }
    lines.append(DocumentWriting.table(["规则", "id", "说明", "Label", "FEEL"], rows))
    let tables = self.tables(entries.filter { $0.first("decisionTable") != nil })
    return ([lines.joined(separator: "\n")] + tables).joined(separator: "\n\n")
  }

  /// The tables of some elements; those of one heading, which a document writes as columns of one
  /// table, together.
  func tables(_ elements: [XMLElement]) -> [String] {
    var groups: [[XMLElement]] = []
    for element in elements {
      let heading = element.ours("table")?["zh"]
      let inputs = element.first("decisionTable")?.all("input").map(\.inputText)
      let place = groups.firstIndex { group in
        heading != nil && group[0].ours("table")?["zh"] == heading
          && group[0].first("decisionTable")?.all("input").map(\.inputText) == inputs
      }
      if let place { groups[place].append(element) } else { groups.append([element]) }
    }
    return groups.map(table)
  }

  private func table(_ elements: [XMLElement]) -> String {
    let tables = elements.compactMap { $0.first("decisionTable") }
    let place = elements[0].ours("table")
    let names = elements.map { $0.first("variable")?["name"] ?? $0["name"] ?? "" }
    let label = place?.label() ?? Bilingual(names[0])
    let unit = place?["unit"].map { "（\($0)）" } ?? ""
    let outputs = zip(names, tables).flatMap { name, table in
      let own = table.all("output").map { $0["name"] ?? "" }
      return own.count > 1 ? own : [name]
    }
    let header =
      [DocumentWriting.policy(tables[0])] + tables[0].all("input").map { formula($0.inputText) }
      + outputs.map { "→ " + $0 }
    let rows = tables[0].all("rule").enumerated().map { number, rule -> [String] in
      let label =
        rule.ours("row")?.label() ?? Bilingual(rule.first("description")?.text ?? "\(number + 1)")
      let values = tables.flatMap { table in
        let rules = table.all("rule")
        return number < rules.count ? rules[number].all("outputEntry") : []
      }
      return [DocumentWriting.both(label)]
        + (rule.all("inputEntry") + values).map { cell($0.first("text")?.text ?? "-") }
    }
    return "#### 决策表 `\(label.zh)`\(unit) · \(label.en)\n\n"
      + DocumentWriting.table(header, rows)
  }

  func assumption(_ element: XMLElement, _ value: String) -> String {
    let place = element.ours("assumption")
    let name = element["name"] ?? ""
    let label = place?.label() ?? Bilingual(name)
    let reason =
      place?.label(prefix: "reason-")
      ?? Bilingual(zh: "模型没有说明理由。", en: "The model gives no reason.")
    var behind = place?["unit"].map { "（\($0)）" } ?? ""
    if let options = place?["options"] {
      let codes = options.components(separatedBy: "; ").map { "`\($0)`" }
      behind = "（可选 \(codes.joined(separator: "、"))）"
    }
    return "> **假设** `\(name)`（\(DocumentWriting.both(label))）= `\(value)`\(behind)："
      + "\(reason.zh) *\(reason.en)*"
  }

  func parameterRows(
    _ element: XMLElement, _ place: XMLElement, _ table: XMLElement
  ) -> [[String]] {
    table.all("rule").enumerated().map { number, rule in
      let days = DocumentWriting.days(rule.first("inputEntry")?.first("text")?.text ?? "-")
      let value = rule.first("outputEntry")?.first("text")?.text ?? ""
      return [
        "`\(element["name"] ?? "")`",
        number == 0 ? place.label().map(DocumentWriting.both) ?? "" : "", days.from, days.to,
        cell(value), place["unit"] ?? "", rule.ours("row")?["cites"] ?? "",
      ]
    }
  }

  // MARK: Cells

  /// FEEL with the names of lists and functions as documents have them.
  private func formula(_ text: String) -> String {
    FormulaWords.replace(in: text) { word in
      lists[word] ?? (word == FunctionModel.coversMonth.rawValue ? "覆盖" : nil)
    }
  }

  /// A constant as an assumption holds it, or `nil` for any other expression.
  func constant(_ text: String) -> String? {
    let plain = bare(text.trimmingCharacters(in: .whitespacesAndNewlines))
    if plain == "true" || plain == "false" || Decimal128(plain) != nil { return plain }
    if CivilDate(plain) != nil { return plain }
    let isText =
      plain.hasPrefix("\"") && plain.dropFirst().firstIndex(of: "\"") == plain.indices.last
    return isText ? plain : nil
  }

  /// A date without the call that makes it.
  private func bare(_ text: String) -> String {
    guard text.hasPrefix("date(\""), text.hasSuffix("\")"),
      let date = CivilDate(text.dropFirst(6).dropLast(2))
    else { return text }
    return date.description
  }

  /// A cell of a table.
  private func cell(_ text: String) -> String {
    let text = bare(formula(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    switch text {
    case "true": return "是"
    case "false": return "否"
    case "": return "-"
    default:
      let isPlain = text == "-" || Decimal128(text) != nil || CivilDate(text) != nil
      return isPlain ? text : code(text)
    }
  }

  private func code(_ text: String) -> String {
    "`\(text.replacing("|", with: "\\|").replacing("\n", with: " "))`"
  }

  /// First and last day of `[date("…")..date("…")]`, `>= date("…")`, `<= date("…")` or `-`.
  private static func days(_ test: String) -> (from: String, to: String) {
    let dates = test.split(separator: "\"").compactMap { CivilDate($0)?.description }
    if test.hasPrefix("<") { return ("", dates.first ?? "") }
    return (dates.first ?? "", dates.count > 1 ? dates[1] : "")
  }

  /// The hit policy as documents abbreviate it.
  private static func policy(_ table: XMLElement) -> String {
    switch (table["hitPolicy"] ?? "UNIQUE", table["aggregation"]) {
    case ("COLLECT", "SUM"): "C+"
    case ("COLLECT", "MIN"): "C<"
    case ("COLLECT", "MAX"): "C>"
    case ("COLLECT", "COUNT"): "C#"
    case (let policy, _): String(policy.prefix(1))
    }
  }

  static func table(_ header: [String], _ rows: [[String]]) -> String {
    ([header, header.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }
}

extension XMLElement {
  /// Of an input of a decision table, its expression.
  fileprivate var inputText: String { first("inputExpression")?.first("text")?.text ?? "" }
}
