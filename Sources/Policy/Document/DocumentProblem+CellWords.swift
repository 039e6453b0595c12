import Core

extension DocumentProblem {
  /// Words for problems of a single cell or name.
  var cellWords: Words? {
    switch self {
    case .notCode(let text):
      return Words(
        text.isEmpty ? "这一格是空的，应为反引号里的内容" : "“\(text)”不在反引号里",
        text.isEmpty ? "the cell is empty; it needs a code span" : "“\(text)” is not in backticks",
        do: "整格写在一对反引号里：`…`。", "Put the whole cell into one pair of backticks: `…`.")
    case .fullWidthSign(let sign, let half):
      return Words(
        "名称里有全角符号“\(sign)”", "the full-width sign “\(sign)” stands in a code span",
        do: "改成半角“\(half)”，或运行 gongjiang fmt。",
        "Write the half-width “\(half)”, or run gongjiang fmt.")
    case .badName(let name):
      return Words(
        "“\(name)”不能作名称", "“\(name)” cannot be a name",
        do: "名称由文字、数字和下划线组成，不以数字开头，不含空格和运算符号。",
        "A name has letters, digits and underscores, no blank and no operator sign, and does not "
          + "begin with a digit.")
    case .labelIncomplete:
      return Words(
        "说明缺少中文或英文", "the label lacks its Chinese or its English",
        do: "两种语言都要写：说明列写中文，Label 列写英文；同一格里写“中文 · English”。",
        "Give both: Chinese under 说明, English under Label; in one cell, “中文 · English”.")
    case .unknownWord(let word, let column, let allowed):
      let near = Suggestion.nearest(to: word, among: allowed)
      let list = Bilingual(
        zh: "可用：\(allowed.joined(separator: "、"))。",
        en: "Known here: \(allowed.joined(separator: ", ")).")
      return Words(
        "“\(column)”列不认识“\(word)”", "unknown word in the column “\(column)”: “\(word)”",
        do: near.map { "是否要写“\($0)”？" + list.zh } ?? list.zh,
        near.map { "Did you mean “\($0)”? " + list.en } ?? list.en)
    case .wrongCell(let column, let found, let expected):
      return Words(
        "“\(column)”列的“\(found)”形式不对", "wrong form in the column “\(column)”: “\(found)”",
        do: "应为：\(expected.name.zh)。", "Expected: \(expected.name.en).")
    case .emptyCell(let column):
      return Words(
        "“\(column)”列是空的", "the cell in the column “\(column)” is empty",
        do: "填写这一格。", "Fill it in.")
    default: return nil
    }
  }
}
