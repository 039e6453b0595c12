import Core

/// The words for what is legal YAML and still not read here.
extension TreeBuilder {
  mutating func refuseDuplicate(_ key: String, _ range: SourceRange) {
    refuse(
      "YAML002", range,
      Bilingual(zh: "键“\(key)”写了两次", en: "the key \"\(key)\" stands twice"),
      Bilingual(
        zh: "删去一处，或改成另一个键。", en: "Remove one of the two, or give it another name."))
  }

  mutating func refuseAnchor(_ name: String, _ range: SourceRange) {
    refuse(
      "YAML003", range,
      Bilingual(zh: "不支持锚点和引用“\(name)”", en: "anchors and aliases (\(name)) are not read"),
      Bilingual(
        zh: "把内容完整写出；若本意是文字，请加引号。",
        en: "Write the content out in full; if it is meant as text, put it in quotes."))
  }

  mutating func refuseTag(_ tag: String, _ range: SourceRange) {
    let core = "tag:yaml.org,2002:"
    let tag = tag.hasPrefix(core) ? "!!" + tag.dropFirst(core.count) : tag
    refuse(
      "YAML004", range,
      Bilingual(zh: "不支持类型标记“\(tag)”", en: "the tag \(tag) is not read"),
      Bilingual(
        zh: "删去标记；若本意是文字，请加引号。",
        en: "Remove the tag; if it is meant as text, put it in quotes."))
  }

  mutating func refuseDepth(_ range: SourceRange) {
    refuse(
      "YAML005", range,
      Bilingual(
        zh: "嵌套超过 \(YAML.deepestNesting) 层",
        en: "nested more than \(YAML.deepestNesting) levels deep"),
      Bilingual(
        zh: "检查是否多写了括号，或把结构写得平一些。",
        en: "Look for a stray bracket, or write the structure flatter."))
  }

  mutating func refuseKey(_ range: SourceRange) {
    refuse(
      "YAML006", range,
      Bilingual(zh: "键不是文字", en: "the key is not text"),
      Bilingual(
        zh: "在冒号前写一个名称；名称为 null 或 ~ 时请加引号。",
        en: "Write a name in front of the colon; put null or ~ in quotes where it is a name."))
  }

  mutating func refuseSecondDocument(_ range: SourceRange) {
    refuse(
      "YAML007", range,
      Bilingual(zh: "“---”后又开始了一个文档", en: "a second document begins at ---"),
      Bilingual(
        zh: "只写一个文档：删去这一行，或分成两个文件。",
        en: "Write one document: remove this line, or make two files."))
  }

  private mutating func refuse(
    _ code: String, _ range: SourceRange, _ message: Bilingual, _ advice: Bilingual
  ) {
    diagnostics.append(Diagnostic(code, at: range, message: message, advice: advice))
  }
}
