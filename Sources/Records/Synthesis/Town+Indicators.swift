import Core
import FEEL
import Facts

extension Town {
  /// The facts behind the score sheet of skill-oriented enterprises, and how the selection went:
  /// of every enterprise of Wuxing with ten workers or more, and of a few elsewhere.
  func addSelection(
    of organisation: Organisation, _ draw: inout Draw, to facts: inout [Record]
  ) {
    let isWuxing = organisation.region.hasPrefix("3305")
    guard organisation.workers.count >= 10, isWuxing || draw.chance(500) else { return }
    addIndicators(of: organisation, to: &facts)
    guard isWuxing, draw.chance(6000) else { return }
    let own = draw.among(50...98)
    let review: FactValue = draw.chance(300) ? .missing : .number(own - draw.below(12))
    let result = own >= 85 ? "excellent" : own >= 65 ? "selected" : "rejected"
    facts.append(
      shapes.selection.record(
        "O\(organisation.number)", of: organisation.id,
        [
          .text("技能型企业"), .number(Town.until.year), .number(own), review, .text(result),
        ]))
  }

  private func addIndicators(of organisation: Organisation, to facts: inout [Record]) {
    var draw = draw(.indicators, organisation.index)
    for (name, value) in indicators(of: organisation, &draw) {
      // A few of them nobody has handed in.
      if draw.chance(150) { continue }
      facts.append(
        shapes.indicator.record(
          nil, of: organisation.id, [.number(Town.until.year), .text(name), value]))
    }
  }

  private func indicators(
    of organisation: Organisation, _ draw: inout Draw
  ) -> [(String, FactValue)] {
    let workers = organisation.workers.prefix(300).map { Life($0, of: self) }
    let highSkilled = workers.filter { $0.level <= 3 }
    let flags: [(String, Int)] = [
      ("leadershipAttention", 90), ("hrUnit", 85), ("hrSpecialist", 70),
      ("selfCertRegistered", 60), ("selfCertOrderly", 50), ("schoolCooperation", 45),
      ("orderClasses", 20), ("selfCertCarriedOut", 45), ("selfCertSound", 40),
      ("eightGradePilot", 12), ("seniorSelfEvalPilot", 10), ("seniorSelfEvalDone", 6),
      ("collectiveBargaining", 55), ("craftsmanCulture", 60), ("institute", 12),
    ]
    let few = organisation.workers.count
    var values = flags.map { ($0.0, FactValue.flag(draw.chance($0.1 * 100))) }
    values += [
      ("trainingFunds", .text(draw.pick(["none", "arranged", "full", "full"]))),
      ("apprenticesTrained", .number(draw.low(few / 3 + 1))),
      ("selfCertCount", .number(draw.low(few / 2 + 1))),
      ("trainedShare", .number(draw.among(20...95), scale: 2)),
      ("technicalShare", .number(draw.among(25...80), scale: 2)),
      ("highSkilledShare", .number(highSkilled.count * 10_000 / workers.count, scale: 4)),
      ("skillAllowance", .money(fen: draw.among(0...12) * 5000)),
      ("wageGrowth", .number(draw.among(-10...90), scale: 3)),
      ("shareAbove90k", .number(draw.among(5...70), scale: 2)),
      ("shareAbove120k", .number(draw.low(45), scale: 2)),
      ("equityPersons", .number(draw.chance(1500) ? draw.among(1...30) : 0)),
      ("harmonyLevel", .text(draw.pick(Town.recognitions))),
      ("specialTitleLevel", .text(draw.pick(Town.recognitions))),
      ("baseLevel", .text(draw.pick(["none", "none", "none", "open", "district", "city"]))),
      ("arbitrationCases", .number(draw.chance(8000) ? 0 : draw.low(12))),
      ("seriousInjuries", .number(draw.chance(9500) ? 0 : 1)),
    ]
    return values + lists(of: organisation, highSkilled, &draw)
  }

  private static let recognitions = ["none", "none", "district", "city", "province"]

  /// The indicators that are lists of child records; mostly short, often empty.
  private func lists(
    of organisation: Organisation, _ highSkilled: [Life], _ draw: inout Draw
  ) -> [(String, FactValue)] {
    func some(
      _ most: Int, _ draw: inout Draw, _ item: (inout Draw) -> [(String, Value)]
    ) -> FactValue {
      let count = draw.chance(6000) ? 0 : draw.among(1...most)
      return .known(.list((0..<count).map { _ in .context(Context(item(&draw))) }))
    }
    let honoured = highSkilled.prefix(draw.below(3)).map { life in
      Value.context(
        Context([
          ("person", .string(life.id)), ("level", .string(draw.pick(["district", "city"]))),
        ]))
    }
    let studios = [studio(of: organisation)].compactMap { $0 }.map { studio in
      Value.context(
        Context([("leader", .string(Life.id(studio.leader))), ("level", .string(studio.level))]))
    }
    return [
      ("honours", .known(.list(honoured))), ("studios", .known(.list(studios))),
      (
        "prizes",
        some(3, &draw) {
          [
            ("level", .string($0.pick(["city", "province"]))),
            ("prize", .number(Decimal128($0.among(1...3)))),
          ]
        }
      ),
      ("innovations", some(4, &draw) { [("position", .number(Decimal128($0.among(1...4))))] }),
      (
        "scienceAwards",
        some(1, &draw) {
          [
            ("level", .string("province")), ("prize", .string($0.pick(["second", "third"]))),
            ("coWinner", .boolean($0.chance(4000))),
          ]
        }
      ),
      ("standards", some(1, &draw) { [("status", .string($0.pick(["listed", "drafted"])))] }),
      (
        "arrearsPetitions",
        some(1, &draw) {
          [("level", .string("district")), ("people", .number(Decimal128($0.among(1...8))))]
        }
      ),
    ]
  }
}
