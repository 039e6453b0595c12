import Bureau
import Casework
import Core
import FEEL
import Facts
import Office
import Registry
import Vocabulary

extension Stage {
  /// Certificates of workers who were paid turn out to be of another level, so that most of them were
  /// paid too much; what that comes to becomes claw-backs, and one difference is left to be decided on.
  mutating func correct() throws {
    let paid = plays.filter { play in
      play.course.goal == "paid" && play.opens == Season.Opening.first
    }
    for (index, play) in paid.enumerated() {
      guard case .found(let owner, _) = play.beginning else { continue }
      try correct(owner, by: index == 0 ? -1 : 1)
      clock.advance(seconds: 60)
      _ = try bureau.compare(owner, on: clock.office.today)
    }
    let clerk = try cast.signer(.clerk)
    let found = try bureau.office.read { connection in
      try bureau.casework.differences(for: clerk, connection)
    }.filter { $0.amount < 0 }
    guard found.count > Course.ClawBack.all.count else {
      throw DemonstrationProblem.townTooSmall(
        Bilingual(zh: "可以更正的证书", en: "certificates that can be corrected"))
    }
    for (difference, course) in zip(found, Course.ClawBack.all) {
      guard let old = plays.first(where: { $0.number == difference.number }) else { continue }
      plays.append(Play(course, party: old.party, .difference(key: difference.key)))
    }
  }

  /// Puts a worker's certificates into the registry anew, each so many levels lower: 5 is the lowest.
  private func correct(_ owner: String, by levels: Int) throws {
    try putAnew("certificate", "level", of: [owner]) { level in
      let changed = level + levels
      return (1...5).contains(changed) ? changed : nil
    }
  }

  /// Enterprises have handed in their figures for the year in which they are scored: those of the
  /// year before.
  func handIn() throws {
    let year = Season.first.year
    try putAnew("indicator", "year", of: choice.candidates) { $0 == year - 1 ? year : nil }
  }

  /// Puts records of a type into the registry with another whole number in one field.
  private func putAnew(
    _ type: String, _ field: String, of parties: [String], _ changed: (Int) -> Int?
  ) throws {
    let registry = bureau.registry
    guard let index = registry.vocabulary.typeIndex(type),
      let field = registry.vocabulary.types[index].fieldIndex(field)
    else { return }
    let facts = try registry.files(of: parties, types: [type], on: clock.office.today)
    let records = parties.flatMap { facts.positions(of: index, party: $0) }.compactMap {
      position -> Record? in
      var record = facts.records[position]
      guard case .known(.number(let number)) = record.values[field],
        let whole = number.units(scale: 0), let new = changed(Int(clamping: whole))
      else { return nil }
      record.values[field] = .known(.number(Decimal128(new)))
      return record
    }
    _ = try registry.change(source: Stage.source) { recorder in
      for record in records { _ = try recorder.put(record: record) }
    }
  }

  func follow(_ play: Play) throws {
    guard case .difference(let key) = play.beginning else { return }
    let clerk = try cast.signer(.clerk)
    play.number = try bureau.office.write { connection in
      try bureau.casework.follow(key, reason: "按更正后的证书重新核定", by: clerk, connection).number
    }
  }

  /// Three parts, a month between them.
  func agree(_ play: Play) throws {
    let (number, approver) = (try number(play), try cast.signer(.approver))
    let first = clock.office.today.adding(months: 1)
    try bureau.office.write { connection in
      let amount = try bureau.casework.take(number, by: approver, connection).amount
      try bureau.casework.set(
        Casework.parts(of: amount, count: 3, from: first), of: number, by: approver, connection)
    }
  }

  func recover(_ play: Play) throws {
    let (number, cashier) = (try number(play), try cast.signer(.finance))
    try bureau.office.write { connection in
      let amount = try bureau.casework.record(number, connection).amount
      try bureau.recover(amount, of: number, key: "S28", by: cashier, connection)
    }
  }
}
