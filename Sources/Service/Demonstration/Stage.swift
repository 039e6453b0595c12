import Bureau
import Casework
import Core
import Office

/// The month under way.
struct Stage {
  let bureau: Bureau
  let clock: DemonstrationClock
  let choice: Choice
  var cast: Cast
  var plays: [Play] = []
  /// What happens to many cases at once is gathered while a day goes on.
  var gathered = Gathered()
  /// By the number of the case: the notice it stands in, and its row.
  var rows: [String: (notice: String, row: Int)] = [:]

  /// What corrections in the registry come from.
  static let source = "demonstration"

  init(_ bureau: Bureau, _ clock: DemonstrationClock, _ choice: Choice) throws {
    self.bureau = bureau
    self.clock = clock
    self.choice = choice
    cast = try Cast(bureau, clock)
    try handIn()
    try castParties()
    try planWorkers()
    try planOrganisations()
  }

  /// Everything of one working day.
  mutating func play(_ day: Int) throws {
    clock.set(Season.date(day), hour: 9)
    if let failure = bureau.round().failures.first { throw failure }
    try open(on: day)
    for play in plays {
      for step in play.course.steps(on: day) {
        clock.advance(seconds: 75)
        try perform(step, of: play)
      }
    }
    try gather(day)
    try money(day)
    if day == Season.correction { try correct() }
  }

  // MARK: Who they are

  private mutating func castParties() throws {
    func agents(_ organisations: ArraySlice<String>, _ role: Role) -> [Grant] {
      organisations.map { Grant(role, organisation: $0) }
    }
    try cast.open(.worker, [Grant(.worker)], party: choice.several)
    try cast.open(.enterprise, agents(choice.enterprises.prefix(3), .enterpriseAgent))
    try cast.open(.candidates, agents(choice.candidates[...], .enterpriseAgent))
    try cast.open(.institution, agents([choice.institution], .institutionAgent))
    try cast.propose(
      Grant(.reviewer, region: "330382"), to: .districtClerk, because: "乐清审核岗位轮换")
  }
}
