import Core
import Facts

extension Town {
  private static let posts = Choice([
    ("technical-worker", 905), ("engineer", 70), ("manager", 8), ("other", 7),
  ])

  func addJobs(of life: Life, _ draw: inout Draw, to facts: inout [Record]) {
    for (position, job) in life.jobs.enumerated() {
      let post: FactValue = draw.chance(100) ? .missing : .text(draw.pick(Town.posts))
      let years = draw.among(1...5)
      let contractEnd = job.from + years * 365 - 1
      let renewals = max(0, Town.until.dayNumber - contractEnd) / (years * 365) + 1
      facts.append(
        shapes.employment.record(
          "J\(life.number)-\(position)", of: life.id,
          [
            .text(Organisation.id(job.employer)), .day(job.from),
            job.to.map(FactValue.day) ?? .missing, post,
            draw.chance(500) ? .missing : .flag(draw.chance(8000)), .day(job.from),
            draw.chance(1500)
              ? .missing
              : .day(job.to ?? contractEnd + renewals * years * 365), .flag(draw.chance(9700)),
          ]))
    }
  }

  /// Contributions follow the jobs: through from the first to the last, or broken off between two.
  func addInsurance(of life: Life, _ draw: inout Draw, to facts: inout [Record]) {
    guard let first = life.jobs.first, let last = life.jobs.last else { return }
    for scheme in ["unemployment", "pension"] {
      // Of one in twelve nothing is known of this scheme.
      if draw.chance(800) { continue }
      // The first year or two of a long life of work often went without.
      let begin = first.from + (last.from > first.from + 800 ? draw.low(700) : draw.low(40))
      var start = begin
      if life.jobs.count > 1, begin < last.from, draw.chance(3000) {
        let end = min(life.jobs[life.jobs.count - 2].to ?? begin, last.from - 1)
        if end > begin {
          facts.append(spell(scheme, life, from: begin, to: end))
          start = last.from + draw.below(60)
        }
      }
      guard start <= last.to ?? Town.until.dayNumber else { continue }
      facts.append(spell(scheme, life, from: start, to: last.to))
    }
    guard draw.chance(500) else { return }
    facts.append(
      spell(draw.chance(5000) ? "medical" : "injury", life, from: last.from, to: last.to))
  }

  private func spell(_ scheme: String, _ life: Life, from: Int, to: Int?) -> Record {
    shapes.insurance.record(
      nil, of: life.id,
      [
        .text(scheme), .month(from), to.map(FactValue.month) ?? .missing,
        .text(life.employer.region),
      ])
  }

  /// Yuan a month by level, from 1.
  private static let allowances = [800, 500, 300, 150, 100, 0]

  /// The wage of the last whole year, and of some the year before: about the mean of the level.
  func addPay(of life: Life, _ draw: inout Draw, to facts: inout [Record]) {
    guard let job = life.jobs.last, job.to == nil else { return }
    let lastYear = Town.until.year
    for year in [lastYear, lastYear - 1] {
      let begins = Town.until.adding(months: -12 * (lastYear - year + 1)).dayNumber + 1
      guard job.from <= begins else { return }
      if year < lastYear, !draw.chance(1500) { return }
      if draw.chance(250) { continue }
      // 45 % up or down at most, about 18 % by standard deviation.
      let permyriad = 10_000 + draw.swing(4500)
      let fen = Pay.means[life.level - 1] * permyriad / 100 * (year == lastYear ? 100 : 94) / 100
      let allowance = Town.allowances[life.level - 1]
      facts.append(
        shapes.wage.record(
          nil, of: life.id,
          [
            .text(life.employer.id), .number(year), .money(fen: fen),
            draw.chance(4000) ? .missing : .money(fen: allowance * 100),
          ]))
    }
  }

  private static let trainingKinds = Choice([
    ("skill", 70), ("pre-job", 20), ("home-service", 6), ("start-up", 4),
  ])

  func addTraining(of life: Life, _ draw: inout Draw, to facts: inout [Record]) {
    guard let job = life.jobs.last else { return }
    let until = Town.until.dayNumber
    let begins = max(job.from, until - 2800)
    if draw.chance(1500) {
      let kind = draw.pick(Town.trainingKinds)
      let from = kind == "pre-job" ? begins + draw.below(30) : begins + draw.below(until - begins)
      let to = min(until, from + draw.among(5...60))
      facts.append(
        shapes.training.record(
          "T\(life.number)", of: life.id,
          [
            .text(institution(&draw)), draw.chance(8000) ? .text(life.employer.id) : .missing,
            .text(draw.pick(Trades.courses)), .text(kind), .day(from), .day(to),
            draw.chance(300) ? .missing : .number(draw.among(4...30) * 4),
            draw.chance(1000) ? .missing : .money(fen: draw.among(3...40) * 10_000),
          ]))
    }
    // Apprentices are young, and join in autumn; each year of it is a record of its own.
    guard job.from > until - 2200, job.from - life.birth.dayNumber < 30 * 365, draw.chance(700)
    else { return }
    let school = institution(&draw)
    for year in 1...draw.among(1...2) {
      let from = job.from + (year - 1) * 365
      guard from <= until else { return }
      facts.append(
        shapes.apprenticeship.record(
          "L\(life.number)-\(year)", of: life.id,
          [
            .text(life.employer.id), .text(school), .day(from), .day(from + 364),
            draw.chance(300) ? .missing : .money(fen: draw.among(30...120) * 10_000),
            .number(year), .text(draw.chance(8000) ? "new-hire" : "transferred"),
          ]))
    }
  }

  private func institution(_ draw: inout Draw) -> String {
    Organisation.id(institutions[draw.below(institutions.count)])
  }
}
