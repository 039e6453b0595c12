import Core
import Determination
import JSONText

/// The next best steps as a list for people, and as JSON.
struct StepList {
  let steps: [NextStep]

  func text(_ language: Language) -> String {
    if steps.isEmpty {
      return Bilingual(
        zh: "没有只差一两步的待遇：要么已经享受，要么差的不止两项，要么还有事实不知道。\n",
        en:
          "Nothing is a step or two away: it is due already, or more things are missing, or facts are "
          + "not known.\n")[language]
    }
    return steps.enumerated().map { place, step in
      "\(place + 1). " + step.lines(language).joined(separator: "\n   ") + "\n"
    }.joined()
  }

  /// `{"steps": [ … ]}`; values as people read them, in both languages.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("steps")
      writer.array { writer in
        for step in steps { writer.write(step) }
      }
    }
    return writer.text
  }
}

extension NextStep {
  fileprivate func lines(_ language: Language) -> [String] {
    let name = [label[language], subject].compactMap { $0 }.joined(separator: " ")
    return [
      "\(gained[language])\(Bilingual(zh: "：", en: ": ")[language])\(name)", what[language],
      Bilingual(zh: "依据：", en: "by: ")[language] + why[language],
    ]
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ step: NextStep) {
    object { writer in
      writer.member("benefit", step.benefit)
      writer.member("label", step.label)
      writer.member("party", step.owner)
      writer.member("subject", step.subject)
      writer.member("outcome", step.outcome.rawValue)
      writer.member("before", step.before?.description)
      writer.members(of: step)
    }
  }
}
