import Core
import PolicyPlan
import Vocabulary

/// A text of a benefit, as it was issued or as later documents changed it, and for which subjects it
/// holds.
struct BenefitText {
  /// Position in `Plan.versions`; `nil` for the text as it was issued.
  let version: Int?
  /// The plan of the text, and the benefit's position in it.
  let plan: Plan
  let benefit: Int
  /// Whether the benefit is no more: subjects have their entry and nothing else.
  let isRepealed: Bool
  /// The days of the subjects for which it holds; `nil` for all subjects. Where they have days, the
  /// text as it was issued is looked at also for those without one: which text holds is open then.
  let spans: [Span]?

  struct Span {
    /// Numbers of days: the first, and the first after it; `nil` without a bound.
    let from: Int32?
    let to: Int32?
  }

  /// 0 for the text as it was issued, else one more than the version.
  var number: Int { version.map { $0 + 1 } ?? 0 }
}

extension BenefitText {
  /// The texts of a benefit that hold for any subject, that as it was issued first.
  ///
  /// - Parameters:
  ///   - benefit: its position.
  ///   - plan: of the document.
  ///   - day: of the determination.
  /// - Returns: at least one.
  /// - Throws: where the texts differ in what subjects and payments are.
  static func all(
    of benefit: Int, _ plan: Plan, on day: CivilDate
  ) throws(OffColumns) -> [BenefitText] {
    let choice = TextChoice(plan, benefit, on: day)
    let hasDays = choice.isByEvent
    if !hasDays {
      let text = choice.text(of: day, spans: nil)
      try check([text], plan.benefits[benefit])
      return [text]
    }
    var spans: [Int?: [Span]] = [:]
    let days = choice.days
    for place in 0...days.count {
      let from = place == 0 ? nil : days[place - 1]
      let chosen = choice.version(of: from ?? CivilDate(dayNumber: Int(Int32.none) + 1))
      spans[chosen, default: []].append(
        Span(
          from: from.map { Int32(clamping: $0.dayNumber) },
          to: place < days.count ? Int32(clamping: days[place].dayNumber) : nil))
    }
    let issued = choice.issued(spans[nil] ?? [])
    let later = spans.keys.compactMap { $0 }.sorted().map { choice.text($0, spans: spans[$0]) }
    try check([issued] + later, plan.benefits[benefit])
    return [issued] + later
  }

  private static func check(
    _ texts: [BenefitText], _ issued: BenefitPlan
  ) throws(OffColumns) {
    let kind = texts.first { !$0.isRepealed }.map { $0.plan.benefits[$0.benefit].payment.kind }
    for text in texts {
      let own = text.plan.benefits[text.benefit]
      let isAlike =
        own.subject == issued.subject && own.party == issued.party
        && own.receiver == issued.receiver && own.event == issued.event
        && own.recorded == issued.recorded && (text.isRepealed || own.payment.kind == kind)
      // Points are told of those too for whom the benefit is no more.
      let isChanged = texts.count > 1 || text.isRepealed
      if case .score = own.payment, isChanged { throw .versions }
      if !isAlike { throw .versions }
    }
  }
}

/// Which text of a benefit holds on which day.
private struct TextChoice {
  private let plan: Plan
  private let benefit: Int
  private let on: CivilDate

  init(_ plan: Plan, _ benefit: Int, on: CivilDate) {
    self.plan = plan
    self.benefit = benefit
    self.on = on
  }

  private var own: BenefitPlan { plan.benefits[benefit] }

  /// Whether it is found by the subject's own day.
  var isByEvent: Bool {
    own.event == .ofSubject && plan.vocabulary.types[own.subject].eventField != nil
      && plan.versions.contains { $0.eventsFrom != nil }
  }

  /// Days from which another text may hold.
  var days: [CivilDate] {
    let versions = plan.versions.filter { $0.holds(event: $0.eventsFrom ?? on, on: on) }
    return Set(versions.compactMap(\.eventsFrom)).sorted()
  }

  /// The version that counts; `nil` where the text as it was issued does.
  func version(of day: CivilDate) -> Int? {
    guard let last = plan.versions.lastIndex(where: { $0.holds(event: day, on: on) }) else {
      return nil
    }
    let version = plan.versions[last]
    return version.repeal(of: own) == nil && version.plan.position(of: own) == nil ? nil : last
  }

  func text(of day: CivilDate, spans: [BenefitText.Span]?) -> BenefitText {
    version(of: day).map { text($0, spans: spans) } ?? issued(spans)
  }

  func issued(_ spans: [BenefitText.Span]?) -> BenefitText {
    BenefitText(version: nil, plan: plan, benefit: benefit, isRepealed: false, spans: spans)
  }

  func text(_ index: Int, spans: [BenefitText.Span]?) -> BenefitText {
    let version = plan.versions[index]
    guard version.repeal(of: own) == nil, let position = version.plan.position(of: own) else {
      // Who would have had it has an entry by the text as it was issued.
      return BenefitText(
        version: nil, plan: plan, benefit: benefit, isRepealed: true, spans: spans)
    }
    return BenefitText(
      version: index, plan: version.plan, benefit: position, isRepealed: false, spans: spans)
  }
}

extension BenefitPlan.Payment {
  /// Which of the ways to pay it is.
  fileprivate var kind: Int {
    switch self {
    case .once: 0
    case .monthly: 1
    case .inKind: 2
    case .score: 3
    }
  }
}
