import Core
import Determination
import FEEL
import PolicyPlan

/// Settings of a rule that depend on assumptions; a region may have set those otherwise.
extension Stacking {
  /// Whether an assumption is true for a candidate.
  func truth(ofAssumption index: Int, for candidate: Candidate) -> Result<Bool, Locality.Open> {
    candidate.locality.value(
      of: .assumption(index), plan, on: world.on, determined: world.on
    ).map { $0?.equals(.boolean(true)) ?? false }
  }

  /// What holds for a candidate.
  ///
  /// - Parameters:
  ///   - setting: of a rule.
  ///   - candidate: the case.
  /// - Returns: the value; what is missing while nobody can say which holds.
  func value<Value>(
    _ setting: Setting<Value>, for candidate: Candidate
  ) -> Result<Value, Locality.Open> {
    guard let index = setting.assumption else { return .success(setting.value(where: true)) }
    return truth(ofAssumption: index, for: candidate).map { setting.value(where: $0) }
  }

  /// Notes when settings change by themselves for cases that are read as of the day.
  mutating func noteSettings(_ rule: StackingRule, _ candidates: [Candidate]) {
    let benefits = Set(rule.over)
    for index in rule.kind.settings where !plan.assumptions[index].locals.isEmpty {
      guard
        candidates.contains(where: { candidate in
          guard benefits.contains(candidate.benefitID) else { return false }
          if case .running = candidate.locality.day { return true }
          return false
        })
      else { continue }
      var clock = Clock()
      clock.note(plan.assumptions[index].locals.change(after: world.on))
      note(clock, rule)
    }
  }

  /// How awards are set against each other for a candidate.
  func terms(_ highest: Highest, for candidate: Candidate) -> Result<Highest.Terms, Locality.Open> {
    value(highest.sameSeries, for: candidate).flatMap { same in
      value(highest.years, for: candidate).flatMap { years in
        value(highest.pay, for: candidate).map { pay in
          Highest.Terms(sameSeries: same, years: years, pay: pay)
        }
      }
    }
  }
}

extension Highest {
  /// The settings as they hold for one award.
  struct Terms {
    let sameSeries: Set<Int>
    let years: Years
    let pay: Pay
  }
}
