import Core
import FEEL
import Foundation
import XMLText

/// Writes the parts of a policy document from the elements of a model.
struct DocumentWriting {
  let root: XMLElement
  let document: XMLElement?
  /// Names of the lists of records, and of the type that each is a list of.
  let lists: [String: String]

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

  static func both(_ label: Bilingual) -> String {
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

  func quoted(_ text: String) -> String { Value.string(text).literalText }

  func mapping(_ label: Bilingual) -> String {
    "{ zh: \(quoted(label.zh)), en: \(quoted(label.en)) }"
  }

  /// A name as an id: letters and digits of ASCII with hyphens between.
  static func identifier(_ name: String) -> String {
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
    if let months = place["months"], let counted = place["counted"] {
      var way = counted
      if let assumption = place["counted-if"], let otherwise = place["counted-else"] {
        way = "{ if: \(assumption), then: \(counted), else: \(otherwise) }"
      }
      lines.append("months: { at-most: \(months), counted: \(way) }")
    }
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
      let ofMonth = ModelBenefit.ofMonth
      let own = text.hasPrefix(ofMonth) ? String(text.dropFirst(ofMonth.count)) : text
      return [
        rule["kind"] ?? "", "`\(rule["id"] ?? "")`", label.zh, label.en, code(formula(own)),
      ]
    }
    lines.append(DocumentWriting.table(["规则", "id", "说明", "Label", "FEEL"], rows))
    let tables = self.tables(entries.filter { $0.first("decisionTable") != nil })
    return ([lines.joined(separator: "\n")] + tables).joined(separator: "\n\n")
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
}
