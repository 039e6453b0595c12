import Core
import Facts

extension Town {
  /// Awards in 10,000 workers by level, from 1; about one in twenty in all.
  private static let awardChances = [3000, 2000, 800, 350, 150, 50]

  func addHonours(of life: Life, _ draw: inout Draw, to facts: inout [Record]) {
    let until = Town.until.dayNumber
    let begins = max(life.start + 365, 17_532)  // 2018-01-01
    if begins < until, draw.chance(Town.awardChances[life.level - 1]) {
      facts.append(award("a", life, day: begins + draw.below(until - begins), &draw))
      // Who won once is likelier to win again.
      if draw.chance(800) {
        facts.append(award("b", life, day: begins + draw.below(until - begins), &draw))
      }
    }
    addGrade(of: life, &draw, to: &facts)
    addTitle(of: life, &draw, to: &facts)
  }

  private static let contests: Choice<(class: String, level: String, ranks: Int)> = Choice([
    (("city", "city", 3), 560), (("provincial-2", "province", 3), 210),
    (("provincial-1", "province", 5), 120), (("national-2", "nation", 5), 70),
    (("national-1", "nation", 8), 35), (("worldskills", "world", 3), 5),
  ])

  private func award(
    _ mark: String, _ life: Life, day: Int, _ draw: inout Draw
  ) -> Record {
    let id = "R\(life.number)-\(mark)"
    if draw.chance(7500) {
      let contest = draw.pick(Town.contests)
      let rank = draw.among(1...contest.ranks + 1)
      return shapes.award.record(
        id, of: life.id,
        [
          .text("contest"), .text(contest.class), draw.chance(150) ? .missing : .number(rank),
          .missing, .text(contest.level), .day(day),
        ])
    }
    if draw.chance(4000) {
      let talent = draw.pick(Trades.talents)
      return shapes.award.record(
        id, of: life.id,
        [
          .text("leading-talent"), .missing, .missing, .text(talent.name), .text(talent.level),
          .day(day),
        ])
    }
    let level = draw.chance(8000) ? "district" : "city"
    return shapes.award.record(
      id, of: life.id,
      [.text("title"), .missing, .missing, .text("技术能手"), .text(level), .day(day)])
  }

  private func addGrade(of life: Life, _ draw: inout Draw, to facts: inout [Record]) {
    guard let step = life.steps.last, let job = life.jobs.last else { return }
    let until = Town.until.dayNumber
    if draw.chance(350) {
      let isAbove = step.level == 1 && draw.chance(2000)
      facts.append(
        shapes.grade.record(
          "G\(life.number)", of: life.id,
          [
            .text(life.occupation), .text(isAbove ? "special" : String(step.level)),
            .day(step.day + draw.below(until - step.day + 1)), .text(Organisation.id(job.employer)),
          ]))
    }
    // Stars go to technicians of Taizhou, from 2021 on.
    guard life.employer.region.hasPrefix("3310"), step.level <= 3, draw.chance(800) else { return }
    let year = draw.among(2021...Town.until.year)
    let day = CivilDate(year: year, month: 11, day: 15)?.dayNumber ?? until
    guard step.day <= day else { return }
    facts.append(
      shapes.rating.record(
        "B\(life.number)", of: life.id,
        [
          .text("台州技师"), .number(max(1, 6 - step.level - draw.below(3))), .number(year),
          .day(day),
        ]))
  }

  private func addTitle(of life: Life, _ draw: inout Draw, to facts: inout [Record]) {
    // Level 3 opens the way to assistant engineer, 2 to engineer, 1 to senior engineer.
    guard let step = life.steps.last, step.level <= 3 else { return }
    let day = step.day + draw.among(100...1500)
    guard day <= Town.until.dayNumber, draw.chance(1100) else { return }
    let grade = ["senior", "intermediate", "junior"][step.level - 1]
    facts.append(
      shapes.title.record(
        "D\(life.number)", of: life.id, [.text(grade), .text("工程"), .day(day)]))
  }

  /// Who came from elsewhere for the present job, and who settled down here.
  func addArrival(of life: Life, _ draw: inout Draw, to facts: inout [Record]) {
    guard let job = life.jobs.last, job.from >= 17_532 else { return }
    let until = Town.until.dayNumber
    // Who is brought in mostly comes with the certificate.
    let isCertified = life.level <= 2 && life.steps.last.map { $0.day <= job.from } ?? false
    let isBrought = draw.chance(isCertified ? 2500 : life.level <= 3 ? 200 : 40)
    if isBrought {
      let talent: FactValue =
        draw.chance(9000) ? .missing : .text(draw.pick(["D", "D", "D", "C", "C", "B"]))
      facts.append(
        shapes.relocation.record(
          "M\(life.number)", of: life.id,
          [
            .text(life.employer.id), .text(draw.pick(Places.elsewhere)), .day(job.from),
            .number(draw.among(1...6) * 6), .flag(draw.chance(9500)),
            draw.chance(500) ? .missing : .flag(draw.chance(9300)), talent,
          ]))
    }
    guard draw.chance(isBrought ? 5000 : 80) else { return }
    let kind = draw.pick(["settle-in", "house-purchase", "rent"])
    let day = min(until, job.from + draw.below(500))
    let price: FactValue =
      switch kind {
      case "house-purchase": .money(fen: draw.among(60...250) * 1_000_000)
      case "rent": .money(fen: draw.among(8...30) * 10_000)
      default: .missing
      }
    facts.append(
      shapes.settlement.record(
        "S\(life.number)", of: life.id,
        [
          .text(kind), .day(day), price, kind == "rent" ? .number(draw.among(6...36)) : .missing,
        ]))
  }
}
