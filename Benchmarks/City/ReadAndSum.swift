/// The other limit: every number that the hand-written loop reads, read once and added up.
struct ReadAndSum {
  let city: PlainCity

  /// How many bytes are read.
  var bytes: Int {
    var counter = Counter()
    each(&counter)
    return counter.bytes
  }

  func run(threads: Int) -> Int {
    Shares(of: threads, on: threads).run { share in
      var adder = Adder(share: share, of: threads)
      each(&adder)
      return adder.sum
    }.reduce(0, &+)
  }

  /// Calls a reader for every array that the loop reads.
  private func each(_ reader: inout some Reader) {
    for bytes in [
      city.isLocal, city.isEnterprise, city.isLocalEmployer, city.isGoodKind, city.isTitle,
      city.shortage,
    ] { reader.read(bytes) }
    for numbers in [
      city.levels, city.awards, city.ranks, city.awardLevels, city.achievements,
      city.apprenticeYears,
    ] { reader.read(numbers) }
    reader.read(city.occupations)
    for numbers in [
      city.jobStarts, city.jobEmployers, city.jobFrom, city.jobTo, city.spellStarts,
      city.spellFrom, city.spellTo, city.certificateStarts, city.issued, city.awardStarts,
      city.granted, city.apprenticeOwners, city.apprenticeEmployers, city.apprenticeFrom,
      city.fees,
    ] { reader.read(numbers) }
  }
}

private protocol Reader {
  mutating func read<T: FixedWidthInteger>(_ values: [T])
}

private struct Counter: Reader {
  var bytes = 0

  mutating func read<T: FixedWidthInteger>(_ values: [T]) {
    bytes += values.count * T.bitWidth / 8
  }
}

private struct Adder: Reader {
  let share: Int
  let of: Int
  var sum = 0

  init(share: Int, of shares: Int) {
    self.share = share
    of = shares
  }

  mutating func read<T: FixedWidthInteger>(_ values: [T]) {
    var own: T = 0
    for value in values[(values.count * share / of)..<(values.count * (share + 1) / of)] {
      own &+= value
    }
    sum &+= Int(own)
  }
}
