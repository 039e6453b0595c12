import Core

/// What a node was expected to be.
enum Shape {
  static let mapping = Bilingual(zh: "“键: 值”的映射，且不为空", en: "a mapping of keys to values, not empty")
  static let text = Bilingual(zh: "文字", en: "text")
  static let list = Bilingual(zh: "列表，如 [a, b]，且不为空", en: "a list such as [a, b], not empty")
  static let spell = Bilingual(
    zh: "两个日期字段，如 [from, to]", en: "two dated fields such as [from, to]")
  static let range = Bilingual(
    zh: "两个数，小的在前，如 [0, 100]", en: "two numbers, the smaller first, such as [0, 100]")
  static let digits = Bilingual(zh: "0 到 18 的整数", en: "a whole number from 0 to 18")
  static let searchDepth = Bilingual(zh: "1 到 32 的整数", en: "a whole number from 1 to 32")
  static let label = Bilingual(
    zh: "范围之内的数及其名称", en: "names of numbers that lie in the range")
}

/// The words for everything that can be wrong with a declaration.
extension DeclarationReader {
  mutating func refuseMissing(_ keys: [String], _ range: SourceRange?) {
    let list = keys.joined(separator: ", ")
    complain(
      "VOC001", range, Bilingual(zh: "缺少 \(list)", en: "\(list) is missing"),
      Bilingual(zh: "在这里补上 \(list)。", en: "Add \(list) here."))
  }

  mutating func refuseKey(_ key: String, _ range: SourceRange, _ legal: [String]) {
    complain(
      "VOC002", range, Bilingual(zh: "此处没有“\(key)”这个键", en: "there is no key \"\(key)\" here"),
      choice(key, legal))
  }

  mutating func refuseShape(_ range: SourceRange, _ expected: Bilingual) {
    complain(
      "VOC003", range,
      Bilingual(zh: "此处的内容不合要求", en: "this is not what belongs here"),
      Bilingual(zh: "请写\(expected.zh)。", en: "Write \(expected.en)."))
  }

  mutating func refuseWord(_ word: String, _ range: SourceRange, _ legal: [String]) {
    complain(
      "VOC004", range, Bilingual(zh: "此处不能写“\(word)”", en: "\"\(word)\" cannot stand here"),
      choice(word, legal))
  }

  mutating func refuseName(_ id: String, _ name: Bilingual, _ range: SourceRange) {
    complain(
      "VOC005", range,
      Bilingual(
        zh: "“\(id)”或中文名“\(name.zh)”不合规则",
        en: "\"\(id)\" or its Chinese name \"\(name.zh)\" is not well made"),
      Bilingual(
        zh: "英文名只用英文字母、数字和连字符；中文名只用文字和数字，不含空格和标点。",
        en: "Ids hold letters, digits and hyphens; Chinese names letters and digits, no blanks."))
  }

  mutating func refuseDuplicate(_ name: String, _ range: SourceRange) {
    complain(
      "VOC006", range,
      Bilingual(zh: "名称“\(name)”在此范围内已被占用", en: "the name \"\(name)\" is taken in this scope"),
      Bilingual(zh: "换一个名称。", en: "Choose another name."))
  }

  mutating func refuseTarget(_ target: Target, _ legal: [String]) {
    let kind =
      target.mustBeParty
      ? Bilingual(zh: "当事人类型", en: "type of party") : Bilingual(zh: "类型", en: "type")
    let saved = path
    path = target.path
    complain(
      "VOC007", target.range,
      Bilingual(
        zh: "没有名为“\(target.name)”的\(kind.zh)", en: "there is no \(kind.en) \"\(target.name)\""),
      choice(target.name, legal))
    path = saved
  }

  private func choice(_ word: String, _ legal: [String]) -> Bilingual {
    if let near = Suggestion.nearest(to: word, among: legal) {
      return Bilingual(zh: "是不是想写“\(near)”？", en: "Did you mean \"\(near)\"?")
    }
    if legal.isEmpty {
      return Bilingual(
        zh: "这里还没有可选的名称：请先声明，或删去此处。",
        en: "There is nothing to choose from here: declare it first, or remove this.")
    }
    let list = legal.joined(separator: ", ")
    return Bilingual(zh: "可以写：\(list)。", en: "You can write: \(list).")
  }

  private mutating func complain(
    _ code: String, _ range: SourceRange?, _ message: Bilingual, _ advice: Bilingual
  ) {
    diagnostics.append(
      Diagnostic(code, at: range, message: message, advice: advice, headings: path))
  }
}
