import Core

extension DocumentProblem {
  /// Words for problems of the front matter and of YAML blocks.
  var yamlWords: Words? {
    switch self {
    case .frontMatterMissing:
      return Words(
        "文件开头没有说明文件身份的 YAML 块", "the file does not open with its YAML front matter",
        do: "第一行写 ---，接着写 id、title、dates、region，再以一行 --- 结束。",
        "Write --- on the first line, then id, title, dates and region, then --- again.")
    case .frontMatterOpen:
      return Words(
        "文件开头的 YAML 块没有结束", "the front matter is not closed",
        do: "在 YAML 块之后单独写一行 ---。", "Write a line --- behind it.")
    case .unknownKey(let key, let allowed):
      let near = Suggestion.nearest(to: key, among: allowed)
      return Words(
        "不认识键“\(key)”", "unknown key “\(key)”",
        do: near.map { "是否要写“\($0)”？" } ?? "可用的键：\(allowed.joined(separator: "、"))。",
        near.map { "Did you mean “\($0)”?" } ?? "Known here: \(allowed.joined(separator: ", ")).")
    case .missingKey(let key):
      return Words(
        "缺少键“\(key)”", "the key “\(key)” is missing",
        do: "补上“\(key): …”。", "Add “\(key): …”.")
    case .wrongValue(let key, let found, let expected):
      let place = key.isEmpty ? Bilingual(zh: "这里", en: "this place") : Bilingual("“\(key)”")
      return Words(
        "\(place.zh)的值\(found.isEmpty ? "形式不对" : "“\(found)”形式不对")",
        "\(place.en) has a value of the wrong form\(found.isEmpty ? "" : ": “\(found)”")",
        do: "应为：\(expected.name.zh)。", "Expected: \(expected.name.en).")
    case .expressionInYAML(let value):
      return Words(
        "YAML 块里不能写表达式“\(value)”", "an expression stands in a YAML block: “\(value)”",
        do: "把表达式移到规则表的反引号里，YAML 只写普通的值；是文字就加引号。",
        "Move it into a code span of the rule table; YAML takes plain values. Quote it if it is text."
      )
    case .booleanKey(let key):
      return Words(
        "键“\(key)”会被很多 YAML 工具读成真假值", "many YAML tools read the key “\(key)” as true or false",
        do: "换一个名称。", "Use another name.")
    case .unknownBlock(let info):
      return Words(
        "不认识 YAML 块“\(info)”", "unknown kind of YAML block: “\(info)”",
        do: "写成 ```yaml benefit 或 ```yaml stacking。",
        "Write ```yaml benefit or ```yaml stacking.")
    case .blockOpen:
      return Words(
        "代码块没有结束，后面的全文都被算在里面",
        "the block is not closed, and all that follows counts as part of it",
        do: "在块之后单独写一行 ```。", "Write a line ``` behind the block.")
    default: return nil
    }
  }
}
