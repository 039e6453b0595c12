import Core

/// What can be wrong with the file of a procedure.
enum ProcedureProblem {
  case notAMapping(String), notAList(String), notText(String), notACount(String), notAFlag(String)
  case unknownWord(String, String, [String])
  case missing(String, [String])
  case badSignatures
  case unreachable(Bilingual), deadEnd(Bilingual), endWithLimit(Bilingual)
  case noStage, needlessStage
  case oneHand(Bilingual)

  /// Stable.
  var code: String {
    switch self {
    case .notAMapping, .notAList, .notText, .notACount, .notAFlag: "PRC001"
    case .unknownWord: "PRC002"
    case .missing: "PRC003"
    case .badSignatures: "PRC004"
    case .unreachable: "PRC005"
    case .deadEnd: "PRC006"
    case .endWithLimit: "PRC007"
    case .noStage, .needlessStage: "PRC008"
    case .oneHand: "PRC009"
    }
  }

  var message: Bilingual {
    switch self {
    case .notAMapping(let name):
      Bilingual(zh: "\(name) 应当是一组“键: 值”", en: "\(name) should be pairs of key and value")
    case .notAList(let name):
      Bilingual(zh: "\(name) 应当是一列词", en: "\(name) should be a list of words")
    case .notText(let name): Bilingual(zh: "\(name) 应当是文字", en: "\(name) should be a text")
    case .notACount(let name):
      Bilingual(
        zh: "\(name) 应当是 1 到 1000 的整数", en: "\(name) should be a whole number from 1 to 1000")
    case .notAFlag(let name):
      Bilingual(zh: "\(name) 应当是 true 或 false", en: "\(name) should be true or false")
    case .unknownWord(let key, let word, _):
      Bilingual(zh: "\(key) 里没有“\(word)”", en: "“\(word)” is nothing that \(key) may say")
    case .missing(let name, let keys):
      Bilingual(
        zh: "\(name) 缺少 \(keys.joined(separator: "、"))",
        en: "\(name) lacks \(keys.joined(separator: ", "))")
    case .badSignatures:
      Bilingual(zh: "signatures 写得不对", en: "signatures is not written as it should be")
    case .unreachable(let state):
      Bilingual(zh: "没有办法走到“\(state.zh)”", en: "“\(state.en)” can never be reached")
    case .deadEnd(let state):
      Bilingual(zh: "“\(state.zh)”没有出路", en: "nothing leads out of “\(state.en)”")
    case .endWithLimit(let state):
      Bilingual(
        zh: "“\(state.zh)”已经办结，不应有期限", en: "“\(state.en)” is an end and can have no time limit")
    case .noStage:
      Bilingual(zh: "由公务人员办理的步骤没有写 stage", en: "a step of an official has no stage")
    case .needlessStage:
      Bilingual(zh: "不由公务人员办理的步骤写了 stage", en: "a step that no official makes has a stage")
    case .oneHand(let step):
      Bilingual(
        zh: "“\(step.zh)”可能只经一个人的手就动用资金",
        en: "“\(step.en)” could set money aside with a single person's hand")
    }
  }

  var advice: Bilingual {
    switch self {
    case .notAMapping, .notAList, .notText, .notACount, .notAFlag:
      Bilingual(
        zh: "写法见 Documentation/procedures.md。",
        en: "Documentation/procedures.md shows how it is written.")
    case .unknownWord(_, let word, let known):
      Suggestion.nearest(to: word, among: known).map {
        Bilingual(zh: "是不是想写 \($0)？", en: "Did you mean \($0)?")
      }
        ?? (known.isEmpty
          ? Bilingual(zh: "这里没有可写的。", en: "Nothing can stand here.")
          : Bilingual(
            zh: "可用：\(known.joined(separator: "、"))。",
            en: "There are: \(known.joined(separator: ", "))."))
    case .missing: Bilingual(zh: "请补上。", en: "Add it.")
    case .badSignatures:
      Bilingual(
        zh: "写 [{ from: 元, count: 人数（至少 2） }]，或 { departments: [单位, …] }。",
        en: "Write [{ from: YUAN, count: 2 or more }], or { departments: [ORGANISATION, …] }.")
    case .unreachable, .deadEnd:
      Bilingual(zh: "请补上通往或离开它的步骤，或删去它。", en: "Add a step to or from it, or remove it.")
    case .endWithLimit: Bilingual(zh: "请删去 within。", en: "Remove within.")
    case .noStage:
      Bilingual(
        zh: "请写 stage：一个人只能办一件事的一个环节。",
        en: "Give it a stage: one person takes part in one stage of a case only.")
    case .needlessStage: Bilingual(zh: "请删去 stage。", en: "Remove stage.")
    case .oneHand:
      Bilingual(
        zh: "动用资金的步骤应属于 approval，之前每条路上都要有另一环节的人办理。",
        en:
          "It belongs to the stage approval, and on every way to it there must be an official step of another stage."
      )
    }
  }
}
