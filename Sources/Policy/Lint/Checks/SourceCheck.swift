import Core
import PolicyDocument

/// Figures that do not say where in the text they come from.
struct SourceCheck {
  private let document: PolicyDocument

  init(_ document: PolicyDocument) { self.document = document }

  var findings: [Finding] {
    document.parameters.filter { $0.cites?.isEmpty ?? true }.map { row in
      Finding(
        .figureWithoutSource, .warning, at: row.range,
        Bilingual(
          zh: "参数“\(row.name.text)”的值没有出处",
          en: "the value of the parameter “\(row.name.text)” names no source"),
        Bilingual(
          zh: "在“出处”列写明条款；原文没写的，改成假设并说明理由。",
          en: "Name the article under 出处; what the text leaves open is an assumption with a reason."
        ))
    }
      + document.tables.filter { document.sections[$0.section].article == nil }.map { table in
        Finding(
          .figureWithoutSource, .warning, at: table.name.range,
          Bilingual(
            zh: "决策表“\(table.label.zh)”不在任何一条之下，数字没有出处",
            en: "the decision table “\(table.label.en)” stands under no article: its figures have "
              + "no source"),
          Bilingual(
            zh: "把它移到有关条款的标题之下。", en: "Move it under the heading of its article."))
      }
      + document.stacking.filter { ($0.cites?.isEmpty ?? true) && $0.assumes.isEmpty }.map { rule in
        Finding(
          .figureWithoutSource, .warning, at: rule.id.range,
          Bilingual(
            zh: "叠加规则“\(rule.label.zh)”没有依据",
            en: "the stacking rule “\(rule.label.en)” names no source"),
          Bilingual(
            zh: "写 cites: 条款；原文没写的，用 assumes 指向一个假设。",
            en: "Write cites: article; what the text leaves open rests on an assumption (assumes).")
        )
      }
  }
}
