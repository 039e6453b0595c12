import Core
import Facts

extension Town {
  /// An organisation and everything on record about it.
  func add(_ organisation: Organisation, to facts: inout [Record]) {
    var draw = draw(.organisationRecords, organisation.index)
    let isEnterprise = organisation.kind == .enterprise
    let place = Places.all[organisation.place]
    facts.append(
      shapes.organisation.party(
        organisation.id,
        [
          .text(
            Names.organisation(
              organisation.number, place: place.name,
              trade: isEnterprise ? organisation.industry : "", kind: organisation.kind.suffix)),
          .text(Numbers.credit(organisation.index)), .text(organisation.kind.rawValue),
          draw.chance(50) ? .missing : .text(place.code),
          isEnterprise ? .text(organisation.industry) : .missing,
          isEnterprise ? .flag(organisation.workers.count >= 30) : .missing,
        ]))
    addFacilities(of: organisation, &draw, to: &facts)
    addEvents(of: organisation, &draw, to: &facts)
    guard isEnterprise else { return }
    addHires(of: organisation, &draw, to: &facts)
    addSelection(of: organisation, &draw, to: &facts)
  }

  private static let baseLevels = Choice([("district", 30), ("city", 55), ("province", 15)])

  /// Studios and training bases, and what their yearly evaluations gave.
  private func addFacilities(
    of organisation: Organisation, _ draw: inout Draw, to facts: inout [Record]
  ) {
    let id = organisation.id
    if let studio = studio(of: organisation) {
      facts.append(
        shapes.studio.record(
          "K\(organisation.number)", of: id,
          [.text(Life.id(studio.leader)), .text(studio.level), .day(studio.founded)]))
      addEvaluations("K", studio.level, studio.founded, organisation, &draw, to: &facts)
    }
    let mayTeach = organisation.kind == .school || organisation.workers.count > 100
    if mayTeach, draw.chance(2500) {
      let level = draw.pick(Town.baseLevels)
      let founded = draw.among(17_167...Town.until.dayNumber)
      facts.append(
        shapes.base.record(
          "F\(organisation.number)", of: id,
          [
            .text(level), .text(organisation.industry), .day(founded), .flag(draw.chance(8000)),
          ]))
      addEvaluations("F", level, founded, organisation, &draw, to: &facts)
    }
  }

  private func addEvaluations(
    _ mark: String, _ level: String, _ founded: Int, _ organisation: Organisation,
    _ draw: inout Draw, to facts: inout [Record]
  ) {
    guard level == "city" else { return }
    let since = max(2019, CivilDate(dayNumber: founded).year)
    for year in since...Town.until.year {
      // One score in fifty has not come in.
      let score: FactValue =
        draw.chance(200) ? .missing : .number(draw.among(110...199) * 5, scale: 1)
      facts.append(
        shapes.evaluation.record(
          "V\(mark)\(organisation.number)-\(year)", of: organisation.id,
          [.text("\(mark)\(organisation.number)"), .number(year), score]))
    }
  }

  /// Contests, seminars, teams, standards, demonstrations and equity plans: each for a few.
  private func addEvents(
    of organisation: Organisation, _ draw: inout Draw, to facts: inout [Record]
  ) {
    let id = organisation.id
    let index = organisation.number
    let until = Town.until.dayNumber
    func day(_ draw: inout Draw) -> FactValue { .day(draw.among(17_532...until)) }
    if draw.chance(organisation.kind == .enterprise ? 150 : 1500) {
      let kind = draw.chance(8000) ? "city" : draw.chance(6000) ? "provincial-2" : "provincial-1"
      facts.append(
        shapes.contest.record(
          "N\(index)", of: id,
          [.text(kind), day(&draw), .money(fen: draw.among(15...140) * 100_000)]))
    }
    if draw.chance(120) {
      facts.append(
        shapes.delegation.record(
          "Q\(index)", of: id,
          [
            .text(draw.chance(7000) ? "provincial-1" : "national-2"), day(&draw),
            .money(fen: draw.among(10...80) * 100_000), .money(fen: draw.among(2...20) * 100_000),
          ]))
    }
    if draw.chance(150) {
      let isClass = draw.chance(5000)
      facts.append(
        shapes.seminar.record(
          "X\(index)", of: id,
          [
            .text(isClass ? "leading-school-class" : "advanced-seminar"), day(&draw),
            .number(draw.among(15...70)), .money(fen: draw.among(30...250) * 100_000),
            isClass ? .missing : .text(draw.pick(["province", "country", "abroad"])),
            draw.chance(500) ? .missing : .flag(draw.chance(8500)),
          ]))
    }
    guard organisation.kind == .enterprise else { return }
    if draw.chance(250) {
      let level = draw.chance(2000) ? "province" : "city"
      facts.append(
        shapes.demonstration.record("Y\(index)", of: id, [.text(level), day(&draw)]))
    }
    if draw.chance(50) {
      let status = draw.pick(["listed", "drafted", "published"])
      facts.append(shapes.standard.record("Z\(index)", of: id, [.text(status), day(&draw)]))
    }
    if draw.chance(80) {
      facts.append(
        shapes.equityPlan.record(
          "U\(index)", of: id,
          [
            .text("员工持股"), day(&draw), .number(draw.among(3...60)),
            .number(draw.among(1...15), scale: 2),
          ]))
    }
  }

  /// Who joined since 2018 and is on the list of the newly hired: one in five.
  private func addHires(
    of organisation: Organisation, _ draw: inout Draw, to facts: inout [Record]
  ) {
    for worker in organisation.workers {
      guard draw.chance(2000) else { continue }
      let life = Life(worker, of: self)
      guard let job = life.jobs.last, job.from >= 17_532 else { continue }
      facts.append(
        shapes.hire.record(
          "I\(life.number)", of: organisation.id,
          [
            .text(life.id), .day(job.from),
            draw.chance(300) ? .missing : .number(draw.among(4...20) * 4),
          ]))
    }
  }
}
