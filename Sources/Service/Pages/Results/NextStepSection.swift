import Core
package import Determination

/// What would change a result for the better: the highest gain first, then the nearest. Where nothing is
/// one step away it says so; where nothing was determined there is nothing to say.
///
/// - Parameters:
///   - outlook: the result, and the steps from there.
///   - context: what determinations are shown with.
/// - Returns: a section with the id `next-steps`.
package func nextStepSection(_ outlook: Outlook, _ context: ResultContext) -> HTML {
  let determinations = outlook.report.determinations
  if determinations.isEmpty { return .empty }
  return nextStepSection(outlook.steps, context) { step in
    determinations.first { $0.benefit == step.benefit && $0.subject == step.subject }
      .flatMap { context.subject($0) }
  }
}

/// The same where the determinations are not at hand.
///
/// - Parameters:
///   - steps: the best first.
///   - context: what determinations are shown with.
///   - subject: what a step's case is about.
/// - Returns: a section with the id `next-steps`.
func nextStepSection(
  _ steps: [NextStep]?, _ context: ResultContext, subject: (NextStep) -> Bilingual?
) -> HTML {
  let place = context.place
  return Tag.section(.labelled(by: "next-steps"), .class("next-steps")) {
    Tag.h2(.id("next-steps")) {
      place("怎样可以更多", "What would change it") + " "
      if let steps { Tag.span(.class("count")) { "\(steps.count)" } }
    }
    if steps?.isEmpty ?? true {
      Tag.p(.class("soft")) { place(steps == nil ? tooMany : nothingNear) }
    } else if let steps {
      Tag.p(.class("soft")) {
        place(
          "每一条都按规则算过：别的不变，只差这一步。多得的在前，近的在前。",
          "Each has been worked out by the rules: all else as it is, with this one step. The highest "
            + "gain comes first, then the nearest.")
      }
      list(steps.prefix(atOnce), context, subject)
      if steps.count > atOnce {
        Tag.details {
          Tag.summary { place("其余 \(steps.count - atOnce) 条", "\(steps.count - atOnce) more") }
          list(steps.dropFirst(atOnce), context, subject)
        }
      }
    }
  }
}

private let atOnce = 5

private let nothingNear = Bilingual(
  zh: "没有只差一两步的待遇：要么已经可以享受，要么差的更多，要么还有事实不知道。",
  en:
    "Nothing is a step or two away: it is due already, or more is missing, or facts are not known.")

private let tooMany = Bilingual(
  zh: "记录太多，这里没有逐条试算。请用命令行 gongjiang next。",
  en: "There are too many records to try everything out here. Use the command line, gongjiang next."
)

private func list(
  _ steps: ArraySlice<NextStep>, _ context: ResultContext, _ subject: (NextStep) -> Bilingual?
) -> HTML {
  Tag.ol(.class("outcomes")) { for step in steps { item(step, subject(step), context) } }
}

private func item(_ step: NextStep, _ subject: Bilingual?, _ context: ResultContext) -> HTML {
  let place = context.place
  return Tag.li {
    Tag.div {
      Tag.h3 { place(step.label.capitalised) }
      if let subject { Tag.p(.class("soft")) { place(subject) } }
      Tag.p { place(step.what.capitalised) }
      Tag.p(.class("small soft")) {
        place("依据：", "Rule: ")
        rule(step.reason, step.citation, context)
        if let also = step.also, (also.reason, also.citation) != (step.reason, step.citation) {
          place("；", "; ")
          rule(also.reason, also.citation, context)
        }
      }
    }
    Tag.p(.class("number")) {
      Tag.strong { gained(step, place) }
      if let amount = step.amount {
        Tag.span(.class("why")) {
          place("到时 ", "then ") + amount.words(place.language)
        }
      }
    }
  }
}

private func rule(_ reason: Bilingual, _ citation: Citation, _ context: ResultContext) -> HTML {
  HTML(context.place(reason) + " ")
    + Tag.a(.href(context.link(to: citation))) { context.name(of: citation) }
}

private func gained(_ step: NextStep, _ place: PageLocation) -> String {
  guard let gain = step.gain else { return place(step.gained.capitalised) }
  return place("多得 \(gain.words(.zh))", "\(gain.words(.en)) more")
}
