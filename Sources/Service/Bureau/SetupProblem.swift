package import Core
import Office

/// What can be wrong between the files of the folder `Procedures`.
package enum SetupProblem: WordedProblem, Sendable, Equatable {
  case untold(procedure: String, transition: String, template: String)

  /// Stable.
  package var code: String { "BUR001" }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .untold(let procedure, let transition, let template):
      Bilingual(
        zh: "\(procedure) 的 \(transition) 要发消息 \(template)，messages.yaml 里没有",
        en: "\(transition) of \(procedure) tells \(template), which messages.yaml does not have")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    Bilingual(zh: "请在 messages.yaml 里写上它，或改 tells。", en: "Write it there, or change tells.")
  }
}

/// What can be wrong within `benefits.yaml` and `funding.yaml`.
enum SetupFileProblem {
  case notAMapping(String), notAList(String), notText(String)
  case unknownProcedure(String, [String])
  case noDefault
  case twice(String)
  case unknownKey(String, [String])

  /// Stable.
  var code: String {
    switch self {
    case .notAMapping, .notAList, .notText: "BUR002"
    case .unknownProcedure: "BUR003"
    case .noDefault: "BUR004"
    case .twice: "BUR005"
    case .unknownKey: "BUR006"
    }
  }

  var message: Bilingual {
    switch self {
    case .notAMapping(let name):
      Bilingual(zh: "\(name) 应当是一组“键: 值”", en: "\(name) should be pairs of key and value")
    case .notAList(let name):
      Bilingual(zh: "\(name) 应当是一列待遇", en: "\(name) should be a list of benefits")
    case .notText(let name): Bilingual(zh: "\(name) 应当是文字", en: "\(name) should be a text")
    case .unknownProcedure(let name, _):
      Bilingual(zh: "没有办事流程“\(name)”", en: "there is no procedure “\(name)”")
    case .noDefault: Bilingual(zh: "没有写 default", en: "default is missing")
    case .twice(let benefit):
      Bilingual(zh: "\(benefit) 写了两次", en: "\(benefit) stands twice")
    case .unknownKey(let key, _):
      Bilingual(zh: "没有“\(key)”这一项", en: "there is no key “\(key)”")
    }
  }

  var advice: Bilingual {
    switch self {
    case .notAMapping, .notAList, .notText:
      Bilingual(
        zh: "写法见 Documentation/office.md。", en: "Documentation/office.md shows how it is written.")
    case .unknownProcedure(let name, let known), .unknownKey(let name, let known):
      Suggestion.nearest(to: name, among: known).map {
        Bilingual(zh: "是不是想写 \($0)？", en: "Did you mean \($0)?")
      }
        ?? Bilingual(
          zh: "可用：\(known.joined(separator: "、"))。",
          en: "There are: \(known.joined(separator: ", ")).")
    case .noDefault:
      Bilingual(
        zh: "请写明没有列出的待遇走哪种流程。", en: "Say which way benefits go that are not listed.")
    case .twice: Bilingual(zh: "请删去一处。", en: "Remove one of the two.")
    }
  }
}
