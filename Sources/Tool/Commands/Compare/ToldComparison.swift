import Comparison
import Core
import Determination
import JSONText

/// A comparison for people and for programs.
struct ToldComparison {
  private let comparison: Comparison
  private let left: [(key: String, value: String?)]
  private let right: [(key: String, value: String?)]

  init(sides: ComparedSides, _ comparison: Comparison, days: (CivilDate, CivilDate)) {
    self.comparison = comparison
    left = sides.described(isRight: false, on: days.0)
    right = sides.described(isRight: true, on: days.1)
  }

  func text(_ language: Language) -> String {
    let heads = [
      Bilingual(zh: "左：", en: "left:  ")[language] + line(left, language),
      Bilingual(zh: "右：", en: "right: ")[language] + line(right, language),
    ]
    let differing = comparison.differing
    let blocks = differing.map { pair in
      ([pair.heading(language)] + pair.lines(language, indent: "  ")).joined(separator: "\n")
    }
    let count = comparison.pairs.count - differing.count
    let end =
      differing.isEmpty
      ? Bilingual(zh: "两边的 \(count) 项结论都相同", en: "all \(count) determinations are the same")
      : Bilingual(
        zh: "不同 \(differing.count) 项，相同 \(count) 项",
        en: "different: \(differing.count), the same: \(count)")
    return ([heads.joined(separator: "\n")] + blocks + [end[language]])
      .joined(separator: "\n\n") + "\n"
  }

  private static let words: [String: Bilingual] = [
    "facts": Bilingual(zh: "事实", en: "facts"), "party": Bilingual(zh: "当事人", en: "party"),
    "on": Bilingual(zh: "认定日", en: "as of"), "known": Bilingual(zh: "所知", en: "known by"),
    "policies": Bilingual(zh: "文件", en: "documents"),
    "parameters": Bilingual(zh: "地方取值", en: "local values"),
  ]

  private func line(_ side: [(key: String, value: String?)], _ language: Language) -> String {
    side.compactMap { key, value in
      value.map { (ToldComparison.words[key]?[language] ?? key) + " " + $0 }
    }.joined(separator: Bilingual(zh: "，", en: ", ")[language])
  }

  var json: String {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      for (name, side) in [("left", left), ("right", right)] {
        writer.key(name)
        writer.object { writer in for (key, value) in side { writer.member(key, value) } }
      }
      writer.key("different")
      writer.integer(comparison.differing.count)
      writer.key("determinations")
      writer.array { writer in for pair in comparison.pairs { writer.write(pair) } }
    }
    return writer.text
  }
}
