import Bureau
import Casework
import Core
import Determination
import Office

extension Stage {
  /// How many more are found, for whom nobody has done anything yet.
  private static let waiting = 60

  /// Gives every worker who takes part an account and a course.
  mutating func planWorkers() throws {
    let payment = Course.Payment.self
    // Two stay differences that somebody has to decide on.
    let corrected = Course.ClawBack.all.count + 2
    let courses =
      payment.first + Array(repeating: payment.paid, count: corrected) + payment.second
      + payment.third
    guard choice.workers.count >= courses.count else {
      throw DemonstrationProblem.townTooSmall(
        Bilingual(zh: "有一项待遇的劳动者", en: "workers with one benefit"))
    }
    for (owner, course) in zip(choice.workers, courses) { try cast(owner, course) }
    try cast(choice.large, payment.large)
    plays.append(
      Play(
        payment.worker, party: try cast.signer(.worker),
        .found(owner: choice.several, place: 0)))
  }

  private mutating func cast(_ owner: String, _ course: Course) throws {
    let name = try bureau.names(of: [owner])[owner] ?? owner
    try cast.admit(owner, name: name)
    plays.append(Play(course, party: try cast.worker(owner), .found(owner: owner, place: 0)))
  }

  /// Gives the organisations that apply their courses.
  mutating func planOrganisations() throws {
    let agent = try cast.signer(.enterprise)
    let organisations = choice.enterprises.prefix(3)
    var free = try organisations.flatMap { organisation in
      try bureau.openings(for: organisation).filter { $0.isFree(by: Choice.application) }
        .map { _ in organisation }
    }
    for course in Course.Application.all {
      guard !free.isEmpty else {
        throw DemonstrationProblem.townTooSmall(
          Bilingual(zh: "学徒补贴的申请", en: "apprentices to apply for"))
      }
      plays.append(
        Play(
          course, party: agent,
          .applied(organisation: free.removeFirst(), procedure: Choice.application)))
    }
    let institution = try cast.signer(.institution)
    plays.append(
      Play(
        Course.Application.institution, party: institution,
        .applied(organisation: choice.institution, procedure: Choice.application)))
    let candidates = try cast.signer(.candidates)
    guard choice.candidates.count >= Course.Selection.all.count else {
      throw DemonstrationProblem.townTooSmall(
        Bilingual(zh: "可以参加遴选的企业", en: "enterprises with a score sheet"))
    }
    for (candidate, course) in zip(choice.candidates, Course.Selection.all) {
      plays.append(
        Play(
          course, party: candidates,
          .applied(organisation: candidate, procedure: Choice.selection)))
    }
  }

  /// Opens what is found for those whose first act lies ahead of the next opening, and for some who
  /// do nothing.
  mutating func open(on day: Int) throws {
    let owners = Set(
      plays.compactMap { play -> String? in
        guard case .found(let owner, _) = play.beginning, play.opens == day else { return nil }
        return owner
      })
    var all = owners
    if day == Season.Opening.third || day == Season.Opening.fourth {
      let taken = Set(choice.workers.prefix(plays.count)).union([choice.several])
      let more = choice.others.filter { !taken.contains($0) }
      let half = Stage.waiting / 2
      all.formUnion(
        day == Season.Opening.third ? more.prefix(half) : more.dropFirst(half).prefix(half))
    }
    guard !all.isEmpty else { return }
    _ = try bureau.openFound(among: all)
    for play in plays {
      guard case .found(let owner, let place) = play.beginning, owners.contains(owner) else {
        continue
      }
      let cases = try bureau.office.read { connection in
        try bureau.casework.cases(of: owner, limit: 20, connection).cases
      }.sorted { $0.number < $1.number }
      play.number = cases.indices.contains(place) ? cases[place].number : nil
    }
  }
}

extension Play {
  /// The opening in which a case must be found: the last before its party first acts.
  var opens: Int? {
    guard case .found = beginning else { return nil }
    let first = course.steps.map(\.day).min() ?? 2
    let openings = [
      Season.Opening.first, Season.Opening.second, Season.Opening.third, Season.Opening.fourth,
    ]
    return openings.last { $0 < first }
  }
}

extension Opening {
  /// Whether it can be begun, goes by a procedure, and is money where that procedure ends in money.
  func isFree(by procedure: String) -> Bool {
    standing == .free && self.procedure == procedure
      && (procedure == Choice.selection || (determination.payable ?? .zero) > .zero)
  }
}
