import Comparison
import Core
import Determination
import Determinations
import JSONText
import Registry

extension Replay {
  /// Everything as one object, with the keys of `Documentation/output.md`.
  ///
  /// - Parameter today: what holds now.
  /// - Returns: JSON, for people to read too.
  package func json(_ today: ReplayToday) -> String {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.member("number", number)
      writer.key("identical")
      writer.boolean(isIdentical)
      writer.key("sameAnswer")
      writer.boolean(hasSameAnswer)
      writer.key("engineChanged")
      writer.boolean(hasOtherEngine)
      writer.member("kept", keptJSON)
      writer.member("replayed", json)
      writer.key("basis")
      writer.basis(of: self)
      writer.key("determination")
      if let determination { writer.write(determination) } else { writer.null() }
      writer.key("today")
      writer.object { writer in
        writer.member("cause", today.cause.rawValue)
        writer.key("newRules")
        writer.boolean(today.hasNewRules)
        writer.key("newFacts")
        writer.boolean(today.hasNewFacts)
        writer.key("change")
        writer.integer(Int(today.change))
        for (name, pair) in [
          ("rules", today.rules), ("facts", today.facts), ("both", today.both),
        ] {
          writer.key(name)
          if let pair { writer.write(pair) } else { writer.null() }
        }
      }
    }
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func basis(of replay: Replay) {
    object { writer in
      writer.member("on", replay.subject.on.description)
      writer.key("change")
      writer.integer(Int(replay.change))
      writer.member("moment", replay.changed?.instant)
      writer.key("run")
      writer.integer(replay.run.map { Int($0.number) })
      writer.member("plan", replay.keptPlan)
      writer.member("planNow", replay.plan)
      writer.key("engine")
      writer.integer(replay.program?.engine)
      writer.member("version", replay.program?.version)
      writer.key("documents")
      writer.array { writer in
        for document in replay.documents {
          writer.object { writer in
            writer.member("document", document.id)
            writer.member("number", document.number)
            writer.member("issued", document.issued?.description)
          }
        }
      }
    }
  }

  private mutating func integer(_ number: Int?) {
    if let number { integer(number) } else { null() }
  }
}
