package import Core
import FEEL
package import JSONText

extension Report {
  /// The report as one JSON object, in the fixed order of `Documentation/output.md`; compact it is
  /// the canonical form that replay compares.
  package func json(indented: Bool = false) -> String {
    var writer = JSONWriter(indented ? .indented : .compact)
    writer.object { writer in
      writer.member("on", on.description)
      writer.key("determinations")
      writer.array { writer in
        for determination in determinations { writer.write(determination) }
      }
    }
    return writer.text
  }
}

extension JSONWriter {
  /// A determination as reports have it.
  package mutating func write(_ determination: Determination) {
    object { writer in
      writer.member("benefit", determination.benefit)
      writer.member(bilingual: "label", determination.label)
      writer.member("party", determination.party)
      writer.member("subject", determination.subject)
      writer.member("outcome", determination.outcome.rawValue)
      writer.member("amount", determination.amount?.description)
      writer.key("monthly")
      writer.write(determination.monthly)
      writer.member("gross", determination.gross?.description)
      writer.member("granted", determination.granted?.description)
      writer.member("payable", determination.payable?.description)
      writer.key("inKind")
      writer.write(determination.inKind)
      writer.member("score", determination.score?.total?.description)
      writer.key("items")
      writer.write(determination.score?.items)
      writer.key("needs")
      writer.strings(determination.needs.map(\.id))
      if !determination.needs.isEmpty {
        writer.key("missing")
        writer.array { writer in
          for need in determination.needs { writer.write(need) }
        }
      }
      writer.key("because")
      writer.array { writer in
        for reason in determination.because { writer.write(reason) }
      }
      writer.key("cites")
      writer.array { writer in
        for citation in determination.cites {
          writer.object { writer in
            writer.members(of: citation)
            writer.member("issued", citation.issued?.description)
          }
        }
      }
      if let steps = determination.steps {
        writer.key("steps")
        writer.array { writer in
          for step in steps { writer.object { $0.members(of: step) } }
        }
      }
    }
  }

  fileprivate mutating func write(_ need: MissingFact) {
    object { writer in
      writer.member("id", need.id)
      writer.member(bilingual: "label", need.label)
      writer.member(bilingual: "question", need.question)
      writer.member(bilingual: "source", need.source)
    }
  }

  /// A member with a text in both languages, or null.
  package mutating func member(bilingual name: String, _ text: Bilingual?) {
    key(name)
    write(text)
  }

  /// A text in both languages, or null.
  package mutating func write(_ text: Bilingual?) {
    guard let text else { return null() }
    object { writer in
      writer.member("zh", text.zh)
      writer.member("en", text.en)
    }
  }

  private mutating func strings(_ texts: [String]) {
    array { writer in for text in texts { writer.string(text) } }
  }

  private mutating func write(_ monthly: Monthly?) {
    guard let monthly else { return null() }
    object { writer in
      writer.member("rate", monthly.rate?.description)
      writer.key("months")
      writer.integer(monthly.months)
      writer.member("from", monthly.from?.monthText)
      writer.member("to", monthly.to?.monthText)
      writer.key("spans")
      writer.array { writer in
        for span in monthly.spans {
          writer.object { writer in
            writer.member("from", span.from.monthText)
            writer.member("to", span.to.monthText)
            writer.member("rate", span.rate.description)
          }
        }
      }
    }
  }

  private mutating func write(_ given: [Determination.InKind]) {
    if given.isEmpty { return null() }
    object { writer in
      for item in given {
        writer.key(item.key)
        writer.write(item.value)
      }
    }
  }

  private mutating func write(_ items: [Determination.Score.Item]?) {
    guard let items else { return null() }
    object { writer in
      for item in items { writer.member(item.id, item.points?.description) }
    }
  }

  private mutating func write(_ reason: Reason) {
    object { writer in
      writer.member("kind", reason.kind.rawValue)
      writer.member("id", reason.id)
      writer.member(bilingual: "label", reason.label)
      writer.key("value")
      writer.write(reason.value)
      writer.member(bilingual: "needed", reason.needed)
      writer.member("verdict", reason.verdict.rawValue)
      writer.member(bilingual: "note", reason.note)
      writer.key("facts")
      writer.array { writer in for fact in reason.facts { writer.write(fact) } }
      writer.key("parts")
      writer.array { writer in for part in reason.parts { writer.write(part) } }
      writer.key("others")
      writer.strings(reason.others)
      if let left = reason.left { writer.member("left", left.description) }
      if let local = reason.local {
        writer.key("local")
        writer.write(local)
      }
      writer.members(of: reason.citation)
    }
  }

  /// What a region has set, and the document's own value.
  private mutating func write(_ local: LocalUse) {
    object { writer in
      writer.key("original")
      writer.write(local.original)
      writer.member("region", local.region)
      writer.member("from", local.from?.description)
      writer.member("to", local.to?.description)
      writer.key("reason")
      writer.write(local.reason)
      writer.member("by", local.by)
      writer.member("cites", local.cites)
      writer.member("since", local.since?.description)
    }
  }

  /// A value as data with its wording beside it, or null.
  package mutating func write(_ shown: Shown?) {
    guard let shown else { return null() }
    object { writer in
      writer.key("is")
      writer.write(shown.value)
      writer.member("zh", shown.text.zh)
      writer.member("en", shown.text.en)
    }
  }

  private mutating func write(_ value: Value) {
    switch value {
    case .null: null()
    case .boolean(let truth): boolean(truth)
    case .number(let number): self.number(number)
    case .list(let items): array { writer in for item in items { writer.write(item) } }
    default: string(value.text)
    }
  }

  private mutating func write(_ fact: FactUse) {
    object { writer in
      writer.member("type", fact.type)
      writer.member("record", fact.record)
      writer.member("field", fact.field)
      writer.key("known")
      writer.boolean(fact.isKnown)
      writer.key("value")
      writer.write(fact.isKnown ? fact.value : nil)
      writer.key("label")
      writer.write(
        Bilingual(
          zh: fact.typeLabel.zh + "·" + fact.fieldLabel.zh,
          en: fact.typeLabel.en + " · " + fact.fieldLabel.en))
    }
  }

  /// The members that say where a reason stands.
  package mutating func members(of citation: Citation) {
    member("document", citation.document)
    member("number", citation.number)
    key("article")
    write(citation.article)
    key("place")
    object { writer in
      writer.member("anchor", citation.anchor)
      writer.key("line")
      writer.integer(citation.line)
    }
  }
}
