import Core
import XMLText

/// Takes a model apart into the parts of a document.
struct ModelImporter {
  private let root: XMLElement
  private let writing: DocumentWriting
  /// Parts by the article they stand under, in order.
  private var articles: [(title: String, parts: [String])] = []
  /// Rows of the parameter tables, by article.
  private var parameters: [String: [[String]]] = [:]
  private(set) var unsaid: [ExportedModel.Unsaid] = []

  init(_ root: XMLElement) {
    self.root = root
    writing = DocumentWriting(root)
  }

  mutating func run() {
    if root.ours("document") == nil {
      unsaid.append(
        .init(
          Bilingual(zh: "适用地区", en: "the region"),
          zh: "模型没有写；文件里先写了全国的代码 100000，请改成适用地区的",
          en: "the model states none; the document has 100000, the whole country, for you to change"
        ))
    }
    var written: Set<String> = []
    for element in root.all("decision") {
      guard let benefit = element.ours("benefit") else { continue }
      // A table sees the subject of the benefit that it stands behind.
      let tables = required(by: element).filter {
        $0.first("decisionTable") != nil && written.insert($0["id"] ?? "").inserted
      }
      let parts = [writing.benefit(element, benefit)] + writing.tables(tables)
      add(parts.joined(separator: "\n\n"), benefit)
    }
    for element in root.all("decision")
    where element.ours("benefit") == nil && !written.contains(element["id"] ?? "") {
      decision(element)
    }
    for element in root.all("businessKnowledgeModel") { knowledge(element) }
    for name in ["decisionService", "import"] {
      for element in root.all(name) { refuse(element, zh: "政策文件没有它", en: "a document has none") }
    }
  }

  /// The decisions that a decision requires, directly or by way of tables.
  private func required(by element: XMLElement) -> [XMLElement] {
    var found: [XMLElement] = []
    var open = [element]
    while let next = open.popLast() {
      let references = next.all("informationRequirement").compactMap {
        $0.first("requiredDecision")?["href"]
      }
      for decision in root.all("decision")
      where references.contains("#" + (decision["id"] ?? ""))
        && !found.contains(where: { $0["id"] == decision["id"] })
      {
        found.append(decision)
        if decision.first("decisionTable") != nil { open.append(decision) }
      }
    }
    return found
  }

  private mutating func add(_ part: String, _ place: XMLElement?) {
    let title = writing.article(place)
    if let index = articles.firstIndex(where: { $0.title == title }) {
      articles[index].parts.append(part)
    } else {
      articles.append((title, [part]))
    }
  }

  private mutating func refuse(_ element: XMLElement, zh: String, en: String) {
    let name = element["name"] ?? element["id"] ?? element.name
    unsaid.append(.init(Bilingual(zh: name, en: name), zh: zh, en: en))
  }

  private mutating func decision(_ element: XMLElement) {
    if element.ours("function") != nil { return }
    if element.first("decisionTable") != nil {
      for table in writing.tables([element]) { add(table, element.ours("table")) }
    } else if let text = element.first("literalExpression")?.first("text")?.text,
      let constant = writing.constant(text)
    {
      add(writing.assumption(element, constant), element.ours("assumption"))
    } else {
      refuse(
        element, zh: "它既不是决策表也不是常数；请写成待遇的规则",
        en: "it is neither a table nor a constant; write it as rules of a benefit")
    }
  }

  private mutating func knowledge(_ element: XMLElement) {
    if element.ours("function") != nil { return }
    guard let place = element.ours("parameter"),
      let table = element.first("encapsulatedLogic")?.first("decisionTable")
    else {
      refuse(element, zh: "政策文件不定义函数", en: "a document defines no functions")
      return
    }
    let title = writing.article(place)
    if !articles.contains(where: { $0.title == title }) { articles.append((title, [])) }
    parameters[title, default: []] += writing.parameterRows(element, place, table)
  }

  /// The whole document.
  var text: String {
    var parts = [writing.frontMatter, "# " + writing.title]
    for article in articles {
      parts.append("## " + article.title)
      parts += article.parts
      if let rows = parameters[article.title] {
        parts.append("#### 参数 · Parameters")
        parts.append(
          DocumentWriting.table(["参数", "说明 · Label", "自", "至", "值", "单位", "出处"], rows))
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension XMLElement {
  /// The extension element of ours with this name.
  func ours(_ name: String) -> XMLElement? {
    first("extensionElements")?.children.first {
      $0.name == name && $0.namespace == ModelWriter.namespace
    }
  }

  /// Both languages of one of our elements.
  func label(prefix: String = "") -> Bilingual? {
    guard let zh = self[prefix + "zh"], let en = self[prefix + "en"] else { return nil }
    return Bilingual(zh: zh, en: en)
  }
}
