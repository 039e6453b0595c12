import Core
import Determination
import JSONText

extension StoredAnswer {
  /// The canonical form: one JSON object without blanks, the members of every object in the order of
  /// their names, sums and points as decimal strings, days and months as ISO 8601 has them, numbers
  /// without sign, fraction or exponent. Two answers are the same when their bytes are.
  package var canonicalJSON: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("answer")
      writer.writeAnswer(determination)
      writer.key("basis")
      writer.object { writer in
        writer.key("change")
        writer.integer(Int(change))
        writer.key("engine")
        if let program { writer.integer(program.engine) } else { writer.null() }
        writer.member("on", on.description)
        writer.member("plan", determination.plan)
        writer.member("version", program?.version)
      }
    }
    return writer.text
  }

  /// The answer alone, in the same form.
  package var answerJSON: String {
    var writer = JSONWriter()
    writer.writeAnswer(determination)
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func writeAnswer(_ one: StoredDetermination) {
    object { writer in
      writer.member("amount", one.amount?.description)
      writer.member("benefit", one.benefit)
      writer.member("granted", one.granted?.description)
      writer.member("gross", one.gross?.description)
      writer.key("items")
      writer.writeItems(one.score?.items)
      writer.key("monthly")
      writer.writeMonthly(one.monthly)
      writer.member("outcome", one.outcome.rawValue)
      writer.member("owner", one.owner)
      writer.member("party", one.party)
      writer.member("payable", one.payable?.description)
      writer.member("score", one.score?.total?.description)
      writer.member("subject", one.subject)
      writer.member("until", one.until?.description)
    }
  }

  private mutating func writeItems(_ items: [Determination.Score.Item]?) {
    guard let items else { return null() }
    object { writer in
      for item in items.sorted(by: { $0.id < $1.id }) {
        writer.member(item.id, item.points?.description)
      }
    }
  }

  private mutating func writeMonthly(_ monthly: Monthly?) {
    guard let monthly else { return null() }
    object { writer in
      writer.key("months")
      writer.integer(monthly.months)
      writer.key("spans")
      writer.array { writer in
        for span in monthly.spans {
          writer.object { writer in
            writer.member("from", span.from.monthText)
            writer.member("rate", span.rate.description)
            writer.member("to", span.to.monthText)
          }
        }
      }
    }
  }
}
