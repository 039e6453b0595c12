import Core
import Determination
package import JSONText

extension JSONWriter {
  /// A pair as one object, with the keys of `Documentation/output.md`.
  package mutating func write(_ pair: ComparedPair) {
    object { writer in
      writer.member("benefit", pair.benefit)
      writer.member(bilingual: "label", pair.label)
      writer.key("same")
      writer.boolean(pair.isSame)
      writer.key("left")
      writer.answer(pair.left)
      writer.key("right")
      writer.answer(pair.right)
      writer.members(ofDifference: pair)
    }
  }

  /// The members that say what differs, which rule makes the difference, and which facts.
  package mutating func members(ofDifference pair: ComparedPair) {
    key("differs")
    array { writer in
      for answer in pair.answers {
        writer.object { writer in
          writer.member("what", answer.what.rawValue)
          writer.member(bilingual: "left", answer.left)
          writer.member(bilingual: "right", answer.right)
        }
      }
    }
    key("rule")
    if let deciding = pair.deciding { rule(deciding) } else { null() }
    key("also")
    array { writer in for reason in pair.alsoDiffering { writer.rule(reason) } }
    key("facts")
    array { writer in
      for fact in pair.facts {
        writer.object { writer in
          writer.member("type", fact.type)
          writer.member("field", fact.field)
          writer.member(bilingual: "label", fact.label)
          for (name, side) in [("left", fact.left), ("right", fact.right)] {
            writer.key(name)
            if let side {
              writer.object { writer in
                writer.member("record", side.record)
                writer.key("value")
                writer.write(side.value)
              }
            } else {
              writer.null()
            }
          }
        }
      }
    }
  }

  /// What a side comes to, without the reasons.
  private mutating func answer(_ determination: Determination?) {
    guard let determination else { return null() }
    object { writer in
      writer.member("party", determination.party)
      writer.member("subject", determination.subject)
      writer.member("outcome", determination.outcome.rawValue)
      writer.member("amount", determination.amount?.description)
    }
  }

  private mutating func rule(_ difference: ReasonDifference) {
    object { writer in
      writer.member("kind", difference.kind.rawValue)
      writer.member("id", difference.id)
      writer.member(bilingual: "label", difference.label)
      writer.key("part")
      if let part = difference.part { writer.integer(part) } else { writer.null() }
      writer.key("aspects")
      writer.array { writer in
        for aspect in difference.aspects { writer.string(aspect.rawValue) }
      }
      for (name, reason) in [("left", difference.left), ("right", difference.right)] {
        writer.key(name)
        writer.told(reason)
      }
      writer.members(of: difference.citation)
    }
  }

  private mutating func told(_ reason: Reason?) {
    guard let reason else { return null() }
    object { writer in
      writer.member("verdict", reason.verdict.rawValue)
      writer.key("value")
      writer.write(reason.value)
      writer.member(bilingual: "needed", reason.needed)
      writer.member(bilingual: "note", reason.note)
    }
  }
}
