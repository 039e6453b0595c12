import Core
import FEEL

/// Why a model gives null where FEEL itself has no reason.
extension NullReason {
  static let noLogic = NullReason(
    "DMN-N01", Bilingual(zh: "这个节点没有逻辑", en: "this node has no logic"))
  static let foreignFunction = NullReason(
    "DMN-N02",
    Bilingual(zh: "不运行 FEEL 以外的函数", en: "functions in other languages than FEEL are not run"))
  static let severalHits = NullReason(
    "DMN-N04", Bilingual(zh: "决策表有几行同时符合", en: "several rules of the decision table hit"))
  static let disagreement = NullReason(
    "DMN-N05", Bilingual(zh: "符合的几行结果不同", en: "the rules that hit give different results"))
  static let noHit = NullReason(
    "DMN-N06", Bilingual(zh: "决策表没有一行符合", en: "no rule of the decision table hits"))
  static let notAFunction = NullReason(
    "DMN-N08", Bilingual(zh: "被调用的不是函数", en: "what is invoked is no function"))
  static let tooDeep = NullReason(
    "DMN-N09",
    Bilingual(zh: "函数调用嵌套过深，或次数过多", en: "functions are invoked too deeply, or too often"))

  static func noItem(_ position: Decimal128, count: Int) -> NullReason {
    NullReason(
      "DMN-N12",
      Bilingual(
        zh: "列表有 \(count) 项，没有第 \(position) 项", en: "a list of \(count) has no item \(position)"))
  }

  static func noParameter(_ name: String) -> NullReason {
    NullReason(
      "DMN-N13",
      Bilingual(
        zh: "被调用的函数没有参数“\(name)”", en: "the function that is invoked has no parameter “\(name)”"))
  }

  static func notGiven(_ name: String) -> NullReason {
    NullReason(
      "DMN-N15", Bilingual(zh: "没有给出输入“\(name)”", en: "the input “\(name)” is not given"))
  }

  static func noType(_ name: String) -> NullReason {
    NullReason(
      "DMN-N16",
      Bilingual(
        zh: "没有名为“\(name)”的类型，按任意值对待", en: "no type is named “\(name)”; any value is taken"))
  }

  static func noNode(_ id: String) -> NullReason {
    NullReason(
      "DMN-N17",
      Bilingual(zh: "所依赖的“\(id)”不在模型里", en: "“\(id)”, which is required, is not in the model"))
  }

  static func missing(_ part: String) -> NullReason {
    NullReason(
      "DMN-N14", Bilingual(zh: "缺少表达式：\(part)", en: "an expression is missing: \(part)"))
  }

  static func notBoolean(_ part: String) -> NullReason {
    NullReason(
      "DMN-N11", Bilingual(zh: "\(part) 的值不是真假值", en: "the value of \(part) is no Boolean"))
  }

  static func unsupported(_ what: String) -> NullReason {
    NullReason("DMN-N03", Bilingual(zh: "不支持：\(what)", en: "not supported: \(what)"))
  }

  static func unreadable(_ error: DiagnosticsError) -> NullReason {
    let first = error.diagnostics.first
    return NullReason(
      "DMN-N07",
      Bilingual(
        zh: "无法读懂公式“\(error.source.text)”：\(first?.message.zh ?? "")",
        en: "the formula “\(error.source.text)” cannot be read: \(first?.message.en ?? "")"),
      at: first?.range)
  }

  static func wrongType(_ name: String, _ type: ModelType) -> NullReason {
    NullReason(
      "DMN-N10",
      Bilingual(
        zh: "“\(name)”的值不是\(type.name.zh)，或不在允许的取值内",
        en: "the value of “\(name)” is no \(type.name.en), or not among the allowed ones"))
  }
}
