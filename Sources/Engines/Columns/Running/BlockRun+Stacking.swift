import Core
import PolicyPlan

/// Stacking rules, party by party.
extension BlockRun {
  mutating func stack(_ index: Int, _ parties: Range<Int>) {
    var taken: StackingRun?
    swap(&taken, &stacking[index])
    guard var run = taken.take() else { return }
    defer { stacking[index] = run }
    if !note(run, parties) { return }
    for place in openAbroad(run, parties) { asked[index][place] = true }
    for party in parties {
      let count = cases[party - parties.lowerBound]
      // Most have no case, or one; what was granted counts beside a single one too.
      if count < run.fewestCases && (count == 0 || store.parties.hasClaims[party] == 0) { continue }
      if asked[index][party - parties.lowerBound] { continue }
      // What was granted without a record counts, and is for the explain engine.
      if store.parties.hasClaims[party] != 0, claims(run, party) {
        asked[index][party - parties.lowerBound] = true
        continue
      }
      if count < run.fewestCases { continue }
      run.clear()
      for member in run.members { gather(member, party, &run) }
      run.apply()
      if run.isOpen {
        asked[index][party - parties.lowerBound] = true
      } else {
        for one in run.cases { write(one, run) }
      }
    }
  }

  /// Counts the cases of each party that rules may cut.
  ///
  /// - Returns: whether there are any.
  private mutating func note(_ run: StackingRun, _ parties: Range<Int>) -> Bool {
    var isAny = false
    for member in run.members {
      let block = blocks[member.program][member.place]
      if !block.has(.entitled) { continue }
      if !isAny {
        cases.removeAll(keepingCapacity: true)
        cases.append(contentsOf: repeatElement(0, count: parties.count))
        isAny = true
      }
      var counts = cases.mutableSpan
      let answers = block.answers.span
      let owners = member.owners.span.extracting(
        block.firstRow..<block.firstRow + answers.count)
      for place in answers.indices {
        let own = Int(owners[place]) - parties.lowerBound
        counts[own] = counts[own] &+ Kernels.pick(answers[place] == .entitled, 1, 0)
      }
    }
    return isAny
  }

  /// Of whom cases of other documents count that this engine cannot settle: places in the block.
  private func openAbroad(_ run: StackingRun, _ parties: Range<Int>) -> [Int] {
    run.steps.foreign.compactMap { componentOf[$0.plan][$0.benefit] }.flatMap { index in
      asked[index].indices.filter { place in
        asked[index][place] && hasCase(run, parties.lowerBound + place)
      }
    }
  }

  /// Whether a party has a case of the document's own that may be cut.
  private func hasCase(_ run: StackingRun, _ party: Int) -> Bool {
    run.members.contains { member in
      if member.isForeign { return false }
      let block = blocks[member.program][member.place]
      return (Int(member.offsets[party])..<Int(member.offsets[party + 1])).contains {
        block.answers[$0 - block.firstRow] == .entitled
      }
    }
  }

  /// Whether a party was granted one of the benefits.
  private func claims(_ run: StackingRun, _ party: Int) -> Bool {
    run.isAbout(store.claims(of: party))
  }

  private func gather(_ member: StackingRun.Member, _ party: Int, _ run: inout StackingRun) {
    let first = blocks[member.program][member.place].firstRow
    for row in Int(member.offsets[party])..<Int(member.offsets[party + 1]) {
      let lane = row - first
      guard blocks[member.program][member.place].answers[lane] == .entitled else { continue }
      var months = 0..<0
      if !blocks[member.program][member.place].spans.isEmpty {
        let span = blocks[member.program][member.place].spans[lane]
        let first = run.months.count
        run.months.append(
          contentsOf: blocks[member.program][member.place].months[
            Int(span.lowerBound)..<Int(span.upperBound)])
        months = first..<run.months.count
      }
      run.cases.append(
        StackingCase(
          benefit: member.benefit, row: row, place: lane, event: member.events[row],
          locality: locality(member, lane, row, party),
          text: blocks[member.program][member.place].texts.isEmpty
            ? member.text : Int(blocks[member.program][member.place].texts[lane]),
          isForeign: member.isForeign,
          gross: blocks[member.program][member.place].gross[lane],
          amount: blocks[member.program][member.place].amounts[lane], months: months,
          definitions: blocks[member.program][member.place].definitions.map { $0[lane] }))
    }
  }

  private func locality(
    _ member: StackingRun.Member, _ lane: Int, _ row: Int, _ owner: Int
  ) -> StackingCase.Locality {
    let receivers = blocks[member.program][member.place].receivers
    let receiver = receivers.isEmpty ? Int32(owner) : receivers[lane]
    let event = member.isDated ? member.events[row] : .none
    return .init(
      place: receiver.isMark ? .unknown : store.parties.places[Int(receiver)],
      day: event == .none ? Int32(store.on.dayNumber) : event)
  }

  private mutating func write(_ one: StackingCase, _ run: StackingRun) {
    guard let member = run.members.first(where: { $0.benefit == one.benefit }), !member.isForeign
    else { return }
    let (program, place) = (member.program, member.place)
    if !one.isEntitled {
      blocks[program][place].answers[one.place] = .notEntitled
      return
    }
    blocks[program][place].amounts[one.place] = one.amount
    if blocks[program][place].spans.isEmpty { return }
    let first = Int32(blocks[program][place].months.count)
    blocks[program][place].months.append(contentsOf: run.months[one.months])
    blocks[program][place].spans[one.place] = first..<Int32(blocks[program][place].months.count)
  }
}
