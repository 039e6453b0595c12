import Core

/// A worker's life so far: everything else about the worker is made to agree with it.
struct Life {
  /// A stretch of work. `to` is `nil` while it lasts. Days since 1970-01-01.
  struct Job {
    let employer: Int
    let from: Int
    let to: Int?
  }

  /// A certificate of the chain that led to the worker's level, lowest first.
  struct Step {
    let level: Int
    let day: Int
  }

  let index: Int
  let employer: Organisation
  let isMale: Bool
  let birth: CivilDate
  /// 1 … 5, or 6 for none.
  let level: Int
  let occupation: String
  /// Day of the first work.
  let start: Int
  private(set) var steps: [Step] = []
  /// The last one is with `employer`.
  private(set) var jobs: [Job] = []

  var id: String { Life.id(index) }
  static func id(_ index: Int) -> String { "W" + Numbers.padded(index + 1, 7) }
  /// Stands in the ids of the worker's records.
  var number: Int { index + 1 }

  static let uncertified = 6
  /// How many of 10,000 workers hold each level: a little more than the 34 % at level 3 or above that
  /// their records shall show, for of some certificates the level, kind or date is missing.
  private static let levels = Choice([
    (1, 155), (2, 560), (3, 2750), (4, 2190), (5, 1990), (uncertified, 2355),
  ])
  /// By level, from 1: the least age in the year that `Town.until` lies in …
  private static let leastAges = [37, 33, 29, 26, 24, 20]
  /// … and the least days of work before the certificate; both leave room for each other.
  private static let leastDays = [5110, 3650, 2190, 1095, 365, 0]
  private static let oldest = 59

  init(_ index: Int, of town: Town) {
    var draw = town.draw(.life, index)
    let until = Town.until.dayNumber
    self.index = index
    employer = town.employer(ofWorker: index)
    level = draw.pick(Life.levels)
    isMale = draw.chance(6400)
    occupation = draw.pick(Trades.occupations)

    let least = Life.leastAges[level - 1]
    let age = least + draw.low(Life.oldest - least + 1)
    let newYear = Life.newYear(Town.until.year - age)
    birth = CivilDate(dayNumber: newYear + Numbers.birthday(ofWorker: index))
    // Into work at 18 to 22, and never in the last year.
    let beginning = 18 + draw.below(min(5, age - 18))
    start = birth.adding(months: beginning * 12).dayNumber + draw.below(180)

    climb(&draw, until)
    work(&draw, town, until)
  }

  private static func newYear(_ year: Int) -> Int {
    CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? 0
  }

  /// Whether a job covers the day and nobody knows of its end by then.
  func isEmployed(on day: Int) -> Bool {
    jobs.contains { $0.from <= day && ($0.to ?? day) >= day }
  }

  private mutating func climb(_ draw: inout Draw, _ until: Int) {
    guard level < Life.uncertified else { return }
    var day = until - draw.low(max(1, until - start - Life.leastDays[level - 1]))
    var step = level
    while true {
      steps.append(Step(level: step, day: day))
      guard step < 5, draw.chance(4000) else { break }
      step += 1
      day -= draw.among(700...1600)
      guard day >= start + Life.leastDays[step - 1] else { break }
    }
    steps.reverse()
  }

  private static let earlierJobs = Choice([(0, 54), (1, 32), (2, 14)])

  private mutating func work(_ draw: inout Draw, _ town: Town, _ until: Int) {
    // Of three in a hundred nobody has told where they work.
    if draw.chance(300) { return }
    let span = until - 40 - start
    var begins = [start]
    for _ in 0..<draw.pick(Life.earlierJobs) { begins.append(until - 40 - draw.low(span)) }
    begins.sort()
    for (begin, next) in zip(begins, begins.dropFirst()) where next - begin > 120 {
      let other = town.employers[draw.below(town.employers.count)]
      jobs.append(Job(employer: other, from: begin, to: next - 1 - draw.low(90)))
    }
    let begin = begins[begins.count - 1]
    let hasLeft = draw.chance(500)
    let end = min(until - 1, begin + 30 + draw.below(max(1, until - begin - 30)))
    jobs.append(Job(employer: employer.index, from: begin, to: hasLeft ? end : nil))
  }
}
