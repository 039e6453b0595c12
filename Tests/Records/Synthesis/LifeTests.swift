import Core
import Synthesis
import TestSupport
import Testing

@testable import Synthesis

@Suite struct LifeTests {
  private let lives: [Life]
  private let until = Town.until.dayNumber

  init() throws {
    let town = try Town(3000, seed: 9)
    lives = (0..<town.workers).map { Life($0, of: town) }
  }

  @Test("nobody works or is certified before 18, or after the last day") func ages() {
    for life in lives {
      let grown = life.birth.adding(months: 18 * 12).dayNumber
      #expect(life.start >= grown)
      for step in life.steps { #expect(step.day > life.start && step.day <= until) }
      for job in life.jobs {
        #expect(job.from >= life.start && job.from < until)
        #expect(job.to.map { $0 >= job.from && $0 < until } ?? true)
      }
      #expect(Town.until.year - life.birth.year <= 59)
    }
  }

  @Test("certificates rise, a year and more apart, to the worker's level") func ladder() {
    for life in lives {
      #expect(life.steps.last?.level ?? Life.uncertified == life.level)
      for (lower, upper) in zip(life.steps, life.steps.dropFirst()) {
        #expect(lower.level == upper.level + 1)
        #expect(upper.day - lower.day >= 365)
      }
    }
  }

  @Test("jobs follow one another, the last with the employer whose worker it is") func jobs() {
    for life in lives where !life.jobs.isEmpty {
      for (before, after) in zip(life.jobs, life.jobs.dropFirst()) {
        #expect(before.to.map { $0 < after.from } ?? false)
      }
      #expect(life.jobs.last?.employer == life.employer.index)
      #expect(life.employer.workers.contains(life.index))
    }
  }

  @Test("a higher level takes longer: the least age grows with it") func experience() {
    for (level, years) in [(1, 14), (2, 10), (3, 6), (4, 3)] {
      for life in lives where life.level == level {
        let days = (life.steps.last?.day ?? 0) - life.start
        #expect(days >= years * 365)
      }
    }
  }
}
