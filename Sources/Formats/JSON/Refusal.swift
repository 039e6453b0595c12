import Core

/// What is refused though a tokenizer would let it pass.
enum Refusal {
  case duplicate(String)
  case depth
  case encoding
  case size
  case surrogate

  func diagnostic(at range: SourceRange?, _ headings: [String]) -> Diagnostic {
    Diagnostic(
      code, at: range, message: message, advice: advice,
      headings: headings.filter { !$0.isEmpty })
  }

  private var code: String {
    switch self {
    case .encoding: "JSON002"
    case .duplicate: "JSON003"
    case .depth: "JSON005"
    case .size: "JSON007"
    case .surrogate: "JSON008"
    }
  }

  private var message: Bilingual {
    let megabytes = JSON.largestText / 1024 / 1024
    return switch self {
    case .encoding:
      Bilingual(zh: "从这里起不是 UTF-8 文字", en: "from here on the bytes are not UTF-8 text")
    case .duplicate(let name):
      Bilingual(zh: "名称“\(name)”写了两次", en: "the name \"\(name)\" stands twice")
    case .depth:
      Bilingual(
        zh: "嵌套超过 \(JSON.deepestNesting) 层",
        en: "nested more than \(JSON.deepestNesting) levels deep")
    case .size:
      Bilingual(zh: "文件超过 \(megabytes) MB", en: "the file is larger than \(megabytes) MB")
    case .surrogate:
      Bilingual(zh: "这个转义只是半个字符", en: "this escape is half of a character only")
    }
  }

  private var advice: Bilingual {
    switch self {
    case .encoding:
      Bilingual(zh: "请以 UTF-8 编码另存后再试。", en: "Save the file in the encoding UTF-8 and try again.")
    case .duplicate:
      Bilingual(zh: "删去一处，或改成另一个名称。", en: "Remove one of the two, or give it another name.")
    case .depth:
      Bilingual(
        zh: "检查是否多写了括号，或程序出错而反复嵌套。",
        en: "Look for stray brackets, or for a program that nests without end.")
    case .size:
      Bilingual(zh: "请分成几个文件。", en: "Split it into several files.")
    case .surrogate:
      Bilingual(
        zh: "写上成对的两个 \\u 转义，或直接写这个字符。",
        en: "Write both \\u escapes of the pair, or the character itself.")
    }
  }
}
