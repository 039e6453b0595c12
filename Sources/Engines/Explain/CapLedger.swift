import Core

/// What cases have used up of a cap, key by key, certainly or possibly. Sums are kept by the text of
/// the key, so that a party with thousands of records takes no quadratic time.
struct CapLedger {
  /// What one case, or the part of it that falls into a period, uses up.
  struct Entry {
    let key: StackingGroupKey
    /// 分; `nil` while it may be any sum.
    let fen: Int64?
    let subject: String
    /// Why it is not certain that it counts; `nil` when it is.
    let unknown: Unknown?
  }

  /// What is used up under a key.
  struct Use {
    /// 分 and cases that count for certain.
    private(set) var least: Int64 = 0
    private(set) var sureCount = 0
    /// 分 and cases that may count besides, and how many of them may be any sum.
    private var more: Int64 = 0
    private(set) var doubtfulCount = 0
    private var openCount = 0
    private(set) var sure: [String] = []
    private(set) var doubtful: [String] = []
    private(set) var unknown = Unknown()

    /// 分 at most; `nil` when that may be any sum.
    var most: Int64? { openCount > 0 ? nil : least.saturating(adding: more) }
    /// A few names are enough to look into.
    private static let namesKept = 20

    fileprivate mutating func add(_ entry: Entry) {
      guard let missing = entry.unknown else {
        least = least.saturating(adding: entry.fen ?? 0)
        sureCount += 1
        if sure.count < Use.namesKept { sure.append(entry.subject) }
        return
      }
      doubtfulCount += 1
      if let fen = entry.fen { more = more.saturating(adding: fen) } else { openCount += 1 }
      if doubtful.count < Use.namesKept { doubtful.append(entry.subject) }
      unknown.formUnion(missing)
    }

    /// Counts what another key uses up; nothing of it for certain where `doubt` is given.
    fileprivate mutating func add(_ other: Use, doubt: Unknown? = nil) {
      if let doubt {
        more = more.saturating(adding: other.least)
        doubtfulCount += other.sureCount
        doubtful += other.sure
        if other.sureCount > 0 { unknown.formUnion(doubt) }
      } else {
        least = least.saturating(adding: other.least)
        sureCount += other.sureCount
        sure += other.sure
      }
      more = more.saturating(adding: other.more)
      doubtfulCount += other.doubtfulCount
      openCount += other.openCount
      doubtful += other.doubtful
      unknown.formUnion(other.unknown)
      if other.doubtfulCount > 0 { unknown.formUnion(doubt) }
    }

    /// Without a case that was counted as doubtful.
    fileprivate mutating func remove(_ entry: Entry) {
      doubtfulCount -= 1
      if let fen = entry.fen { more -= fen } else { openCount -= 1 }
      if let index = doubtful.firstIndex(of: entry.subject) { doubtful.remove(at: index) }
    }
  }

  private var exact: [String: (key: StackingGroupKey, use: Use)] = [:]
  /// By keys of which a part is unknown.
  private var vague: [String: (key: StackingGroupKey, use: Use)] = [:]

  mutating func add(_ entry: Entry) {
    let text = entry.key.text
    if entry.key.unknown == nil {
      var use = exact[text]?.use ?? Use()
      use.add(entry)
      exact[text] = (entry.key, use)
    } else {
      var use = vague[text]?.use ?? Use()
      use.add(entry)
      vague[text] = (entry.key, use)
    }
  }

  /// What counts, or may count, under a key.
  ///
  /// - Parameters:
  ///   - key: asked about.
  ///   - doubt: why nobody knows whether any of these cases come first; `nil` when they do.
  /// - Returns: joined over all keys that may be the same.
  func use(of key: StackingGroupKey, doubt: Unknown? = nil) -> Use {
    var found = Use()
    if let missing = key.unknown {
      for (_, bucket) in exact.sorted(by: { $0.key < $1.key }) where bucket.key.mayEqual(key) {
        found.add(bucket.use, doubt: missing.union(doubt))
      }
    } else if let bucket = exact[key.text] {
      found.add(bucket.use, doubt: doubt)
    }
    for (_, bucket) in vague.sorted(by: { $0.key < $1.key }) where bucket.key.mayEqual(key) {
      let missing = bucket.key.unknown ?? Unknown()
      found.add(bucket.use, doubt: missing.union(key.unknown).union(doubt))
    }
    return found
  }

  /// What counts under a key here and, without any certainty, among others.
  ///
  /// - Parameters:
  ///   - key: asked about.
  ///   - doubt: why nobody knows whether those here come first; `nil` when they do.
  ///   - others: of whom nobody knows whether they come first.
  ///   - own: what the case that asks has among the others.
  /// - Returns: joined.
  func use(
    of key: StackingGroupKey, doubt: Unknown? = nil, with others: CapLedger?, besides own: Entry?
  ) -> Use {
    var found = use(of: key, doubt: doubt)
    guard let others else { return found }
    var more = others.use(of: key)
    if let own { more.remove(own) }
    found.add(more)
    return found
  }
}

extension Int64 {
  /// The sum, at most the greatest number.
  func saturating(adding other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
