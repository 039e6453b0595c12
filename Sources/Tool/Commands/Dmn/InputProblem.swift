import Core

/// What can be wrong with the inputs of a model, in words.
enum InputProblem {
  case noObject
  case unknown(String, near: String?)
  case unreadable(String, Bilingual)
  case wrongType(Bilingual)

  /// The problem at a place of the file; the path there stands as its heading.
  func diagnostic(at range: SourceRange, _ path: [String]) -> Diagnostic {
    let (code, message, advice) = words
    let place = path.joined(separator: ".").replacing(".[", with: "[")
    return Diagnostic(
      code, at: range, message: message, advice: advice, headings: place.isEmpty ? [] : [place])
  }

  private var words: (code: String, message: Bilingual, advice: Bilingual) {
    switch self {
    case .noObject:
      (
        "DMN008", Bilingual(zh: "输入应是一个 JSON 对象", en: "the inputs should be a JSON object"),
        Bilingual(zh: "请写成 {\"输入名\": 值, …}。", en: "Write {\"name of an input\": value, …}.")
      )
    case .unknown(let name, let near):
      (
        "DMN006", Bilingual(zh: "模型没有名为“\(name)”的输入", en: "the model has no input “\(name)”"),
        near.map { Bilingual(zh: "您要写的是“\($0)”吗？", en: "Did you mean “\($0)”?") }
          ?? Bilingual(zh: "请删去它，或改成模型里的名称。", en: "Remove it, or use a name of the model.")
      )
    case .unreadable(let text, let type):
      (
        "DMN007", Bilingual(zh: "“\(text)”不是\(type.zh)", en: "“\(text)” is no \(type.en)"),
        Bilingual(
          zh: "日期如 2020-06-30，时刻如 08:30:00，时长如 P1Y6M 或 PT8H。",
          en: "A date is like 2020-06-30, a time like 08:30:00, a duration like P1Y6M or PT8H.")
      )
    case .wrongType(let type):
      (
        "DMN008",
        Bilingual(
          zh: "这个值不是\(type.zh)，或不在允许的取值内",
          en: "this value is no \(type.en), or not among the allowed ones"),
        Bilingual(zh: "请按模型中该输入的类型填写。", en: "Give a value of the input's type in the model.")
      )
    }
  }
}
