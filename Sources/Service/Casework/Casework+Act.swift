package import Office
import Procedures
package import Store

extension Casework {
  /// What came of an act.
  package enum Outcome: Sendable, Equatable {
    case moved(CaseRecord)
    /// So many more signatures are needed.
    case signed(CaseRecord, missing: Int)

    package var record: CaseRecord {
      switch self {
      case .moved(let record), .signed(let record, _): record
      }
    }
  }

  /// Makes a transition: the machine says whether it may be made, and what belongs to it happens in
  /// the same transaction.
  ///
  /// - Parameters:
  ///   - transition: its id.
  ///   - number: of the case.
  ///   - reason: why; may be empty where the transition asks for none.
  ///   - signer: who acts, in which role.
  ///   - connection: the transaction.
  /// - Returns: what came of it.
  /// - Throws: `CaseRefusal` by the machine, `CaseworkProblem.takenByOther` and `.notTaken` where an
  ///   official has not taken the case; what `effects` throws; `StoreError`.
  package func act(
    _ transition: String, on number: String, reason: String = "", by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> Outcome {
    let (record, key) = try CaseTable.find(number, connection)
    let procedure = try shelf.procedure(of: record)
    let standing = try standing(record, key, connection)
    let step = try CaseMachine.step(
      transition, standing, procedure, by: signer,
      given: given(record, key, reason: reason, connection))
    guard let made = procedure.transition(transition) else {
      throw CaseRefusal.unknownTransition(transition)
    }
    if made.stage != nil { try checkTaken(record, by: signer) }
    var event = CaseEvents.Draft(
      signer: signer, act: transition, stage: made.stage, from: record.state, note: reason)
    let now = office.clock.now()
    switch step {
    case .signed(let department, let missing):
      event.isSignature = true
      event.department = department
      try CaseEvents.append(event, to: key, at: now, connection)
      // The next signature is another person's.
      try CaseTable.assign(nil, key: key, connection)
      var signed = record
      signed.assigned = nil
      try trail(
        signer, "case.sign", record, detail: ["step": transition, "missing": "\(missing)"],
        connection)
      return .signed(signed, missing: missing)
    case .moved(let next, let effects):
      event.to = next.id
      var moved = record
      moved.state = next.id
      moved.entered = now
      moved.due = due(next, now.day)
      moved.assigned = nil
      try CaseTable.move(
        record, from: procedure.state(record.state)?.turn ?? .nobody, to: moved, turn: next.turn,
        key: key, connection)
      try CaseEvents.append(event, to: key, at: now, connection)
      for effect in effects {
        try perform(effect, moved, key, reason: reason, by: signer, connection)
      }
      try trail(
        signer, "case.\(transition)", moved, detail: ["from": record.state, "to": next.id],
        connection)
      if let template = made.tells {
        try self.effects.tell(
          moved, template: template, reason: reason,
          key: "\(number)/\(transition)/\(now.microseconds)", connection)
      }
      return .moved(moved)
    }
  }

  /// The same, in a transaction of its own, once for a key.
  package func act(
    _ transition: String, on number: String, reason: String = "", key: String, by signer: Signer
  ) throws -> CaseRecord {
    try office.write { connection in
      _ = try office.once(key, by: signer, connection) { connection in
        try act(transition, on: number, reason: reason, by: signer, connection).record.state
      }
      return try CaseTable.find(number, connection).record
    }
  }

  /// What the machine must know of a case.
  func standing(
    _ record: CaseRecord, _ key: Int64, _ connection: borrowing Connection
  ) throws -> CaseStanding {
    let (hands, signatures) = try CaseEvents.hands(of: key, connection)
    return CaseStanding(
      state: record.state, party: record.entitlement.party,
      concerned: [record.entitlement.owner, record.entitlement.party], region: record.region,
      amount: record.amount, hands: hands, signatures: signatures)
  }

  /// What is there of the things that transitions may need.
  private func given(
    _ record: CaseRecord, _ key: Int64, reason: String, _ connection: borrowing Connection
  ) throws -> Set<Requirement> {
    var given: Set<Requirement> = []
    if reason.contains(where: { !$0.isWhitespace }) { given.insert(.reason) }
    if try fileCount(key, connection) > 0 { given.insert(.evidence) }
    if try hasAccount(key, connection) { given.insert(.account) }
    for (side, requirement) in [(ScoreSide.own, Requirement.selfScores), (.review, .reviewScores)]
    where try isScored(side, key, connection) { given.insert(requirement) }
    return given
  }

  /// An official works on what they have taken, so that two do not do the same work.
  func checkTaken(_ record: CaseRecord, by signer: Signer) throws(CaseworkProblem) {
    guard let assigned = record.assigned else { throw .notTaken(record.number) }
    guard assigned == signer.actor.user else { throw .takenByOther(record.number) }
  }

  private func perform(
    _ effect: Effect, _ record: CaseRecord, _ key: Int64, reason: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    switch effect {
    case .announce:
      // A case stands in a notice before it moves: `announce(_:)` puts it there.
      guard try isAnnounced(key, connection) else {
        throw CaseworkProblem.notInNotice(record.number)
      }
    case .commit: try effects.commit(record, by: signer, connection)
    case .release: try effects.release(record, by: signer, connection)
    case .demand:
      try effects.demand(record, instalments(key, connection), by: signer, connection)
    case .dismissObjections:
      try settle(.dismissed, key, answer: reason, by: signer, connection)
    case .upholdObjections:
      try settle(.upheld, key, answer: reason, by: signer, connection)
    case .claim: try post(.claim, record, key, connection)
    case .unclaim: try post(.unclaim, record, key, connection)
    case .select: try post(.selection, record, key, connection)
    }
  }
}
