import Core

/// A command line that cannot be understood, in words that say what is wrong with it.
enum UsageError: Error {
  case noCommand
  case unknownCommand(String, among: [Command])
  case unknownOption(String, among: [Option])
  case repeated(Option)
  case missing(Option)
  case valueMissing(Option)
  case valueUnexpected(Option)
  case notAChoice(String, [String], of: Bilingual)
  case operandMissing(Operand)
  case surplus(String)
  case notADate(String, Option)
  case notANumber(String, Option)
  case notAChange(String, Option)
  case notTheNumber(String, of: Bilingual)
  case together(Option, Option)
  /// The first means nothing without the second.
  case needs(Option, Option)
  /// The same with one of several.
  case needsOne(Option, of: [Option])
  case noneOf([Option])
  /// What goes by the last results that are stored cannot be asked as of a past state.
  case noPast(Option, instead: Option)
  /// An option of other commands that this one cannot have, and what to do.
  case notHere(String, Bilingual)
  case unknownType(String, among: [String])

  var message: Bilingual {
    switch self {
    case .noCommand:
      Bilingual(zh: "没有写命令", en: "no command was given")
    case .unknownCommand(let name, let commands):
      Bilingual(zh: "没有“\(name)”这个命令", en: "there is no command '\(name)'")
        .suggesting(Suggestion.nearest(to: name, among: commands.map(\.name)))
    case .unknownOption(let spelling, let options):
      Bilingual(zh: "没有 \(spelling) 这个选项", en: "there is no option \(spelling)")
        .suggesting(Suggestion.nearest(to: spelling, among: options.map(\.spelling)))
    case .repeated(let option):
      Bilingual(zh: "\(option.spelling) 只能写一次", en: "\(option.spelling) may be given only once")
    case .missing(let option):
      Bilingual(zh: "缺少 \(option.withValue.zh)", en: "\(option.withValue.en) is missing")
    case .valueMissing(let option):
      Bilingual(
        zh: "\(option.spelling) 后面缺少值：\(option.value?.placeholder.zh ?? "")",
        en: "\(option.spelling) needs a value: \(option.value?.placeholder.en ?? "")")
    case .valueUnexpected(let option):
      Bilingual(zh: "\(option.spelling) 后面不带值", en: "\(option.spelling) takes no value")
    case .notAChoice(let given, let choices, let name):
      Bilingual(
        zh: "\(name.zh)：只能是 \(choices.joined(separator: " 或 "))，不能是“\(given)”",
        en: "\(name.en) must be \(choices.joined(separator: " or ")), not '\(given)'"
      ).suggesting(Suggestion.nearest(to: given, among: choices))
    case .operandMissing(let operand):
      Bilingual(
        zh: "缺少参数：\(operand.value.placeholder.zh)", en: "\(operand.value.placeholder.en) is missing"
      )
    case .surplus(let word):
      Bilingual(zh: "“\(word)”是多余的", en: "'\(word)' is one argument too many")
    case .noneOf(let options):
      Bilingual(
        zh: "缺少 \(options.map(\.withValue.zh).joined(separator: "、")) 之一",
        en: "one of \(options.map(\.withValue.en).joined(separator: ", ")) is missing")
    case .unknownType(let name, let names):
      Bilingual(
        zh: "没有“\(name)”这种记录、当事人或目录",
        en: "there is no type of record, party or list called '\(name)'"
      ).suggesting(Suggestion.nearest(to: name, among: names))
    case .together(let one, let other):
      Bilingual(
        zh: "\(one.spelling) 和 \(other.spelling) 不能同时写",
        en: "\(one.spelling) and \(other.spelling) cannot be given together")
    case .notANumber(let text, let option):
      Bilingual(
        zh: "\(option.spelling) 应为整数，如 20000，而不是“\(text)”",
        en: "\(option.spelling) must be a whole number such as 20000, not '\(text)'")
    case .notAChange(let text, let option):
      Bilingual(
        zh: "\(option.spelling) 应为变更号或时间，如 12、2026-11-20 或 2026-11-20T18:02:11，而不是“\(text)”",
        en: "\(option.spelling) must be the number of a change or a moment, such as 12, 2026-11-20 "
          + "or 2026-11-20T18:02:11, not '\(text)'")
    case .needs(let one, let other):
      Bilingual(
        zh: "\(one.spelling) 只能和 \(other.spelling) 一起写",
        en: "\(one.spelling) can only be given together with \(other.spelling)")
    case .needsOne(let one, let others):
      Bilingual(
        zh: "\(one.spelling) 只能和 \(others.map(\.spelling).joined(separator: " 或 ")) 一起写",
        en: "\(one.spelling) can only be given together with "
          + others.map(\.spelling).joined(separator: " or "))
    case .noPast(let one, let other):
      Bilingual(
        zh: "\(one.spelling) 接着上次存下的结果核定，没有过去的状态；按那时所知请写 \(other.spelling) --known，什么都不存",
        en:
          "\(one.spelling) goes on from the results that were stored last and has no past state; for "
          + "what was known then write \(other.spelling) --known, which stores nothing")
    case .notHere(let spelling, let reason):
      Bilingual(
        zh: "这里不能写 \(spelling)：\(reason.zh)", en: "\(spelling) has no place here: \(reason.en)")
    case .notTheNumber(let text, let name):
      Bilingual(
        zh: "\(name.zh)应为正整数，而不是“\(text)”",
        en: "\(name.en) must be a positive number, not '\(text)'")
    case .notADate(let text, let option):
      Bilingual(
        zh: "\(option.spelling) 应为存在的日期，如 2020-06-30，而不是“\(text)”",
        en: "\(option.spelling) must be a date that exists, such as 2020-06-30, not '\(text)'")
    }
  }
}

extension Option {
  /// As it is written, with what follows it.
  fileprivate var withValue: Bilingual {
    guard let value else { return Bilingual(spelling) }
    return Bilingual(
      zh: "\(spelling) \(value.placeholder.zh)", en: "\(spelling) \(value.placeholder.en)")
  }
}

extension Bilingual {
  /// With "did you mean" where there is something near.
  fileprivate func suggesting(_ near: String?) -> Bilingual {
    guard let near else { return self }
    return Bilingual(zh: zh + "；您要写的是 \(near) 吗？", en: en + "; did you mean \(near)?")
  }
}
