import Core
package import JSONText

extension JSONWriter {
  /// What a step brings and what it takes; without whose case it is about.
  package mutating func members(of step: NextStep) {
    member("amount", step.amount?.description)
    member("gain", step.gain?.description)
    member("on", step.on.description)
    write(step.change, step.goingOn)
    member(bilingual: "reason", step.reason)
    key("also")
    guard let also = step.also else { return null() }
    object { writer in
      writer.write(also.change, also.goingOn)
      writer.member(bilingual: "reason", also.reason)
    }
  }

  private mutating func write(_ change: NextStep.Change?, _ goingOn: FactUse?) {
    key("change")
    if let change { write(change.fact, needed: change.value.text) } else { null() }
    key("goingOn")
    if let goingOn { write(goingOn, needed: nil) } else { null() }
  }

  private mutating func write(_ fact: FactUse, needed: Bilingual?) {
    object { writer in
      writer.member("fact", "\(fact.type).\(fact.field)")
      writer.member("record", fact.record)
      writer.member(bilingual: "found", fact.value.text)
      if let needed { writer.member(bilingual: "needed", needed) }
    }
  }
}
