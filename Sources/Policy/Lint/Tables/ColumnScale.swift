import Core

/// The positions of one column: its values cut at every place where a cell begins or ends, so that
/// within a position no cell tells two values apart.
struct ColumnScale {
  let column: BandTable.Column
  /// Places between the positions of a scale, from the start to the end.
  private let cuts: [Cut]
  /// The texts that cells name; behind them one position stands for all others.
  private let words: [String]
  private let hasOthers: Bool
  /// Whether cells tell null apart: then it is the last position.
  private let hasNull: Bool

  init(_ column: BandTable.Column, _ cells: [Admission], _ domains: [ValueSet]) {
    self.column = column
    hasNull = cells.contains(where: \.mentionsNull)
    let sets = cells.flatMap { [$0.sure, $0.possible] } + domains
    guard column.measure.grid != nil else {
      cuts = []
      var seen: Set<String> = []
      words = sets.flatMap { $0.texts?.words.sorted() ?? [] }.filter { seen.insert($0).inserted }
      hasOthers = column.measure == .text
      return
    }
    words = []
    hasOthers = false
    var all: [Cut] = [.start, .end]
    for set in sets {
      for interval in set.intervals?.intervals ?? [] { all += [interval.from, interval.to] }
    }
    all.sort()
    cuts = all.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// The number of positions.
  var size: Int32 { Int32(values + (hasNull ? 1 : 0)) }

  private var values: Int {
    cuts.isEmpty ? words.count + (hasOthers ? 1 : 0) : cuts.count - 1
  }

  /// The positions of a set, with that of null where it is in.
  func spans(_ set: ValueSet, null: Bool) -> [BoxSet.Span] {
    var spans: [BoxSet.Span] = []
    switch set {
    case .scale(let set):
      spans = set.intervals.map { BoxSet.Span(index(of: $0.from), index(of: $0.to)) }
    case .words(let set):
      var flags = words.map(set.contains)
      if hasOthers { flags.append(set.isComplement) }
      for (index, isIn) in flags.enumerated() where isIn {
        spans.append(BoxSet.Span(Int32(index), Int32(index + 1)))
      }
    }
    if null, hasNull { spans.append(BoxSet.Span(Int32(values), Int32(values + 1))) }
    return spans.reduce(into: []) { merged, span in
      if let last = merged.last, last.high == span.low {
        merged[merged.count - 1] = BoxSet.Span(last.low, span.high)
      } else {
        merged.append(span)
      }
    }
  }

  /// Every position that is not of the set: what cannot be a case, null among it.
  func spans(outside set: ValueSet) -> [BoxSet.Span] {
    let inside = spans(set, null: false)
    var rest: [BoxSet.Span] = []
    var position: Int32 = 0
    for span in inside {
      if position < span.low { rest.append(BoxSet.Span(position, span.low)) }
      position = span.high
    }
    if position < size { rest.append(BoxSet.Span(position, size)) }
    return rest
  }

  /// The binary search for a cut that is there.
  private func index(of cut: Cut) -> Int32 {
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] < cut { low = middle + 1 } else { high = middle }
    }
    return Int32(low)
  }

  /// The values of some positions that follow each other.
  func part(_ low: Int32, _ high: Int32) -> Part {
    if high > values { return low == Int32(values) ? .null : part(low, Int32(values)) }
    if cuts.isEmpty {
      let named = words[min(Int(low), words.count)..<min(Int(high), words.count)]
      return .words(Array(named), others: Int(high) > words.count ? words : nil)
    }
    return .interval(from: cuts[Int(low)], to: cuts[Int(high)])
  }

  /// A piece of a column, for words and examples.
  enum Part {
    case interval(from: Cut, to: Cut)
    /// Some texts and, where `others` is given, all but those.
    case words([String], others: [String]?)
    case null
  }
}
