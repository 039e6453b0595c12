import Core

/// What can be wrong with the file of texts.
enum MessageTextProblem {
  case empty, notAList, notText
  case notAMapping([String])
  case unknownKey(String, [String])
  case missing([String])
  case noSuchPlace(String, [String])
  case undeclared(String)
  case unused(String, Language)
  case loneBrace(String)
  case noLetter(String, [String])
  case letterNeedsCase(String)

  /// Stable.
  var code: String {
    switch self {
    case .empty, .notAMapping, .notAList, .notText: "MSG001"
    case .unknownKey: "MSG002"
    case .missing: "MSG003"
    case .noSuchPlace: "MSG004"
    case .undeclared: "MSG005"
    case .unused: "MSG006"
    case .loneBrace: "MSG007"
    case .noLetter, .letterNeedsCase: "MSG008"
    }
  }

  var message: Bilingual {
    switch self {
    case .empty: Bilingual(zh: "文件里没有消息文本", en: "the file holds no texts")
    case .notAMapping: Bilingual(zh: "此处应当是一组“键: 值”", en: "this should be pairs of key and value")
    case .notAList: Bilingual(zh: "places 应当是一个列表", en: "places takes a list")
    case .notText: Bilingual(zh: "此处应当是文字，不能空着", en: "text belongs here, and not nothing")
    case .unknownKey(let key, _):
      Bilingual(zh: "此处没有“\(key)”这个键", en: "there is no key “\(key)” here")
    case .missing(let keys):
      Bilingual(
        zh: "缺少 \(keys.joined(separator: "、"))", en: "\(keys.joined(separator: ", ")) missing")
    case .noSuchPlace(let name, _):
      Bilingual(zh: "此处不能有 {\(name)}", en: "{\(name)} cannot stand here")
    case .undeclared(let name):
      Bilingual(zh: "{\(name)} 没有在 places 里声明", en: "{\(name)} is not declared under places")
    case .unused(let name, let language):
      Bilingual(
        zh: "places 声明了 \(name)，\(language == .zh ? "中文" : "英文")里却没有",
        en: "places declares \(name), which the \(language == .zh ? "Chinese" : "English") lacks")
    case .loneBrace(let brace):
      Bilingual(zh: "多了一个“\(brace)”", en: "a “\(brace)” stands alone")
    case .noLetter(let name, _):
      Bilingual(zh: "没有名为“\(name)”的通知", en: "there is no letter “\(name)”")
    case .letterNeedsCase(let name):
      Bilingual(
        zh: "通知“\(name)”里有办件号，这条消息却没有 case",
        en: "the letter “\(name)” names a case, and this message has none")
    }
  }

  var advice: Bilingual {
    switch self {
    case .empty:
      Bilingual(zh: "请写 letters 和 messages 两部分。", en: "Write the parts letters and messages.")
    case .notAMapping(let keys):
      keys.isEmpty
        ? Bilingual(zh: "请在下面写至少一项。", en: "Write at least one entry below.")
        : Self.list(keys)
    case .notAList:
      Bilingual(zh: "请写成 [case, benefit]。", en: "Write it as [case, benefit].")
    case .notText:
      Bilingual(zh: "请写文字；以花括号开头的请加引号。", en: "Write text; in quotes where it begins with a brace.")
    case .unknownKey(let key, let known), .noSuchPlace(let key, let known):
      Suggestion.nearest(to: key, among: known).map {
        Bilingual(zh: "是不是想写 \($0)？", en: "Did you mean \($0)?")
      } ?? Self.list(known)
    case .missing: Bilingual(zh: "请在此处补上。", en: "Add it here.")
    case .undeclared(let name):
      Bilingual(
        zh: "请把 \(name) 写进 places，或从文字中删去。",
        en: "Add \(name) to places, or take it out of the text.")
    case .unused:
      Bilingual(
        zh: "请在文字中用上，或从 places 中删去。", en: "Use it in the text, or take it out of places.")
    case .loneBrace:
      Bilingual(
        zh: "花括号只用来标出位置，如 {case}。", en: "Braces only mark places, as in {case}.")
    case .noLetter(_, let known):
      known.isEmpty
        ? Bilingual(zh: "请先在 letters 下写好它。", en: "Write it under letters first.")
        : Self.list(known)
    case .letterNeedsCase:
      Bilingual(
        zh: "请在 places 里写上 case，或换一种通知。", en: "Add case to places, or choose another letter.")
    }
  }

  private static func list(_ names: [String]) -> Bilingual {
    Bilingual(
      zh: "可用：\(names.joined(separator: "、"))。", en: "There are: \(names.joined(separator: ", ")).")
  }
}

extension MessageTextReader {
  mutating func refuse(_ problem: MessageTextProblem, _ range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        problem.code, at: range, message: problem.message, advice: problem.advice, headings: path))
  }
}
