import Core
import PolicyPlan

/// Stacking rules, party by party.
extension BlockRun {
  mutating func stack(_ index: Int, _ parties: Range<Int>) {
    var taken: StackingRun?
    swap(&taken, &stacking[index])
    guard var run = taken.take() else { return }
    for place in openAbroad(run, parties) { asked[index][place] = true }
    let count = findCandidates(run, parties)
    for place in 0..<count {
      let own = Int(candidates[place])
      if asked[index][own] { continue }
      let party = parties.lowerBound + own
      // What was granted without a record counts, and is for the explain engine.
      if store.parties.hasClaims[party] != 0, claims(run, party) {
        asked[index][own] = true
        continue
      }
      run.clear()
      for member in run.members { gather(member, party, &run) }
      if run.cases.count < run.fewestCases { continue }
      run.apply()
      if run.isOpen {
        asked[index][own] = true
      } else {
        for one in run.cases { write(one, run) }
      }
    }
    stacking[index] = consume run
  }

  /// Finds the parties with as many cases as it takes for a rule to cut one, in their order. Most have no
  /// case, or one.
  ///
  /// - Returns: how many there are, from the first of `candidates` on; by their places in the block.
  private mutating func findCandidates(_ run: StackingRun, _ parties: Range<Int>) -> Int {
    let fewest = run.fewestCases
    if candidates.count <= parties.count {
      candidates = Array(repeating: 0, count: parties.count + 1)
    }
    if run.members.count == 1, !hasClaims {
      return findCandidates(of: run.members[0], Int32(fewest), parties)
    }
    if !countCases(run, parties) { return 0 }
    let numbers = cases
    let counts = numbers.span
    let claims = store.parties.hasClaims
    let claimed = claims.span
    var found = candidates.mutableSpan
    var end = 0
    for own in counts.indices {
      // What was granted counts beside a single case too.
      let least = claimed[parties.lowerBound + own] == 0 ? fewest : 1
      found[end] = Int32(truncatingIfNeeded: own)
      end += counts[own] >= least ? 1 : 0
    }
    return end
  }

  /// The same where there is one benefit: its cases stand in the order of the parties.
  private mutating func findCandidates(
    of member: StackingRun.Member, _ fewest: Int32, _ parties: Range<Int>
  ) -> Int {
    let block = blocks[member.program][member.place]
    let answers = block.answers.span
    let table = member.owners
    let owners = table.span.extracting(block.firstRow..<block.firstRow + answers.count)
    precondition(owners.count == answers.count)
    var found = candidates.mutableSpan
    var (last, cases): (Int32, Int32) = (-1, 0)
    var end = 0
    for place in answers.indices {
      let owner = owners[place]
      let isCase = Kernels.pick(answers[place] == .entitled, Int32(1), 0)
      cases = Kernels.pick(owner == last, cases, 0) &+ isCase
      last = owner
      found[end] = owner &- Int32(truncatingIfNeeded: parties.lowerBound)
      // Once, where the last that it takes is met.
      end += isCase == 1 && cases == fewest ? 1 : 0
    }
    return end
  }

  /// Counts the cases of each party that rules may cut.
  ///
  /// - Returns: whether there are any.
  private mutating func countCases(_ run: StackingRun, _ parties: Range<Int>) -> Bool {
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
      let table = member.owners
      let owners = table.span.extracting(block.firstRow..<block.firstRow + answers.count)
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
      let definitions = run.definitions.count
      for lanes in blocks[member.program][member.place].definitions {
        run.definitions.append(lanes[lane])
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
          definitions: definitions))
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
