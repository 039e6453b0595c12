import Core
import Determinations
import JSONText
import PolicyPlan
import Registry

/// What everybody came to as of a past state of the registry.
struct PastSummary {
  private let parties: Int
  private let on: CivilDate
  private let known: Change
  private let totals: TotalList

  init(_ report: PastTotals.Report, on: CivilDate, known: Change, _ plans: [Plan]) {
    parties = report.parties
    self.on = on
    self.known = known
    totals = TotalList(report.totals, plans)
  }

  func print(_ session: Session) {
    let change = "\(known.number)"
    session.output.line(
      Bilingual(
        zh: "按 \(on)、变更 \(change)（\(known.clock)）之后所知核定了 \(parties.grouped) 个当事人；什么都没有存",
        en: "determined \(parties.grouped) parties as of \(on), as known after change \(change) "
          + "(\(known.clock)); nothing was stored")[session.language])
    totals.print(session)
  }

  /// One object: the day, the change, and the totals by benefit.
  var json: String {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.member("on", on.description)
      for (name, number) in [("facts", Int(known.number)), ("parties", parties)] {
        writer.key(name)
        writer.integer(number)
      }
      totals.write(to: &writer)
    }
    return writer.text
  }
}
