import Core
import Facts

extension Town {
  /// A worker and everything on record about the worker.
  func add(_ life: Life, to facts: inout [Record]) {
    var draw = draw(.workerRecords, life.index)
    facts.append(person(life, &draw))
    addCertificates(of: life, &draw, to: &facts)
    addJobs(of: life, &draw, to: &facts)
    addInsurance(of: life, &draw, to: &facts)
    addPay(of: life, &draw, to: &facts)
    addTraining(of: life, &draw, to: &facts)
    addHonours(of: life, &draw, to: &facts)
    addArrival(of: life, &draw, to: &facts)
  }

  private static let education = Choice([
    ("secondary", 55), ("senior-worker-class", 8), ("technician-class", 3),
    ("junior-college", 20), ("bachelor", 8), ("master", 1), ("other", 5),
  ])

  private func person(_ life: Life, _ draw: inout Draw) -> Record {
    let (year, month, day) = life.birth.parts
    let home = draw.chance(8500) ? life.employer.place : draw.pick(Places.choice)
    let registered = draw.chance(6500) ? home : draw.pick(Places.choice)
    let isFromElsewhere = draw.chance(1500)
    return shapes.person.party(
      life.id,
      [
        .text(Names.person(&draw)),
        .text(
          Numbers.identity(
            life.index, birth: year * 10_000 + month * 100 + day, isMale: life.isMale)),
        .text(life.isMale ? "male" : "female"), .day(life.birth.dayNumber),
        draw.chance(200) ? .missing : .text(draw.pick(Town.education)),
        draw.chance(400) ? .missing : .flag(draw.chance(7000)),
        draw.chance(50) ? .missing : .text(Places.all[home].code),
        draw.chance(100)
          ? .missing
          : .text(isFromElsewhere ? draw.pick(Places.elsewhere) : Places.all[registered].code),
        draw.chance(300) ? .missing : .text(Numbers.phone(life.index)),
      ])
  }

  private func addCertificates(
    of life: Life, _ draw: inout Draw, to facts: inout [Record]
  ) {
    for (position, step) in life.steps.enumerated() {
      let id = "C\(life.number)-\(position)"
      // The qualifications gave way to skill levels from 2019 on.
      let isNew = draw.chance(step.day >= 17_897 ? 9000 : 1000)
      facts.append(
        certificate(
          id, of: life, draw.chance(30) ? .missing : .number(step.level),
          draw.chance(50) ? .missing : .text(isNew ? "skill-level" : "qualification"),
          occupation: life.occupation, day: step.day, position, &draw))
      addClaim(of: life, certificate: id, step, &draw, to: &facts)
    }
    let day = life.start + 200 + draw.below(max(1, Town.until.dayNumber - life.start - 200))
    if draw.chance(550) {
      let isSpecial = draw.chance(2500)
      facts.append(
        certificate(
          "C\(life.number)-x", of: life,
          isSpecial || life.level == Life.uncertified ? FactValue.none : .number(5),
          .text(isSpecial || life.level == Life.uncertified ? "special-ability" : "skill-level"),
          occupation: draw.pick(Trades.occupations), day: min(day, Town.until.dayNumber), 9, &draw))
    }
  }

  private func certificate(
    _ id: String, of life: Life, _ level: FactValue, _ kind: FactValue, occupation: String,
    day: Int, _ position: Int, _ draw: inout Draw
  ) -> Record {
    let number = "S\(Numbers.marker)00" + Numbers.padded(life.index, 8) + String(position)
    return shapes.certificate.record(
      id, of: life.id,
      [
        draw.chance(20) ? .missing : .text(occupation), level, kind,
        draw.chance(40) ? .missing : .day(day),
        .text("虚构评价机构\(life.employer.place)"), .text(number),
      ])
  }

  /// Some were paid for a certificate already: those of level 5 to 3, in the year after it.
  private func addClaim(
    of life: Life, certificate: String, _ step: Life.Step, _ draw: inout Draw,
    to facts: inout [Record]
  ) {
    // Both documents that pay once for a certificate apply from 2018 and 2021.
    let isWenzhou = life.employer.region.hasPrefix("3303")
    let since = isWenzhou ? 17_532 : 18_628
    let amounts = isWenzhou ? [0, 0, 2000, 1500, 1000] : [0, 1900, 1400, 1100, 800]
    let amount = amounts[step.level - 1]
    let day = step.day + draw.among(30...300)
    guard step.day >= since, day <= Town.until.dayNumber, amount > 0, draw.chance(2500),
      !life.employer.region.hasPrefix("3305")
    else { return }
    facts.append(
      shapes.claim.record(
        "P" + certificate, of: life.id,
        [
          .text(isWenzhou ? "wenzhou-2018-242/skill-upgrade" : "taizhou/skill-allowance"),
          .text(certificate), .day(day), .money(fen: amount * 100),
        ]))
    guard step.level == life.level else { return }
    facts.append(
      shapes.account.record(
        "A\(life.number)", of: life.id,
        [.text("虚构银行"), .text(Numbers.account(life.index)), .missing, .day(day - 30)]))
  }
}
