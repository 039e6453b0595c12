import Core
import Determinations
import JSONText
import Statistics

/// The statistics as data. What must not be shown is the text `suppressed`, what nobody can know
/// `null`; means, ratios and shares are texts, so that no program makes binary fractions of them.
struct StatsJSON {
  let figures: TownFigures
  let regions: [RegionFigures]
  let benefits: [BenefitFigures]
  let run: DeterminationRun?

  var text: String {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.member("on", figures.on.description)
      writer.key("wageYear")
      writer.integer(figures.wageYear)
      writer.key("facts")
      writer.integer(Int(figures.change))
      writer.key("undecided")
      writer.integer(figures.undecided)
      writer.key("regions")
      writer.array { writer in for region in regions { write(region, to: &writer) } }
      writer.key("determinedOn")
      write(run?.on.description, to: &writer)
      writer.key("benefits")
      writer.array { writer in for benefit in benefits { write(benefit, to: &writer) } }
    }
    return writer.text
  }

  private func write(_ region: RegionFigures, to writer: inout JSONWriter) {
    writer.object { writer in
      let (scope, code): (String, String?) =
        switch region.scope {
        case .whole: ("whole", nil)
        case .prefecture(let code): ("prefecture", code)
        case .county(let code): ("county", code)
        case .unknown: ("unknown", nil)
        }
      writer.member("scope", scope)
      writer.key("region")
      write(code, to: &writer)
      writer.key("workers")
      write(region.workers, to: &writer)
      writer.key("levels")
      writer.object { writer in
        for level in LevelClass.allCases {
          writer.key(StatsJSON.name(of: level))
          write(region.levels[level] ?? .hidden, to: &writer)
        }
      }
      writer.key("highSkilled")
      write(region.highSkilled, to: &writer)
      writer.key("highSkilledShare")
      write(region.highSkilledShare?.text(scale: 4), to: &writer)
      writer.key("wages")
      writer.object { writer in
        for level in LevelClass.allCases {
          guard let wage = region.wages[level] else { continue }
          writer.key(StatsJSON.name(of: level))
          write(wage, to: &writer)
        }
        writer.key("all")
        write(region.wage, to: &writer)
      }
    }
  }

  private func write(_ wage: WageFigure, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("people")
      write(wage.people, to: &writer)
      writer.key("mean")
      write(wage.mean?.description, to: &writer)
      writer.key("ratio")
      write(wage.ratio?.text(scale: 2), to: &writer)
    }
  }

  private func write(_ benefit: BenefitFigures, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("benefit", benefit.benefit)
      for (name, count) in [
        ("entitled", benefit.entitled), ("notEntitled", benefit.notEntitled),
        ("undetermined", benefit.undetermined), ("receivers", benefit.receivers),
      ] {
        writer.key(name)
        write(count, to: &writer)
      }
      writer.key("amount")
      write(benefit.amount?.description, to: &writer)
      writer.key("granted")
      write(benefit.granted?.description, to: &writer)
    }
  }

  private func write(_ count: Count, to writer: inout JSONWriter) {
    if let value = count.value { writer.integer(value) } else { writer.string("suppressed") }
  }

  private func write(_ text: String?, to writer: inout JSONWriter) {
    if let text { writer.string(text) } else { writer.null() }
  }

  private static func name(of level: LevelClass) -> String {
    switch level {
    case .one, .two, .three, .four, .five: String(level.rawValue)
    case .uncertified: "uncertified"
    case .unknown: "unknown"
    }
  }
}
