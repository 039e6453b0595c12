import Core
import FEEL
import Foundation
import XMLText

/// What stands in cells.
extension DocumentWriting {
  /// FEEL with the names of lists and functions as documents have them.
  func formula(_ text: String) -> String {
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
  func bare(_ text: String) -> String {
    guard text.hasPrefix("date(\""), text.hasSuffix("\")"),
      let date = CivilDate(text.dropFirst(6).dropLast(2))
    else { return text }
    return date.description
  }

  /// A cell of a table.
  func cell(_ text: String) -> String {
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

  func code(_ text: String) -> String {
    "`\(text.replacing("|", with: "\\|").replacing("\n", with: " "))`"
  }

  /// First and last day of `[date("…")..date("…")]`, `>= date("…")`, `<= date("…")` or `-`.
  static func days(_ test: String) -> (from: String, to: String) {
    let dates = test.split(separator: "\"").compactMap { CivilDate($0)?.description }
    if test.hasPrefix("<") { return ("", dates.first ?? "") }
    return (dates.first ?? "", dates.count > 1 ? dates[1] : "")
  }

  /// The hit policy as documents abbreviate it.
  static func policy(_ table: XMLElement) -> String {
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
