import Core
import Determination
import Registry
import Store

extension DeterminationStore {
  /// What is stored of a party: what its own records give rise to, whoever receives it, and what it
  /// receives for records of others.
  ///
  /// - Parameters:
  ///   - party: its id.
  ///   - asOf: the run.
  /// - Returns: by benefit and subject; empty when there is nothing, or no run was finished.
  /// - Throws: `StoreError`.
  package func stored(
    of party: String, asOf: AsOf = .latest
  ) throws -> [StoredDetermination] {
    try registry.database.read { connection in
      guard let run = try number(asOf, connection) else { return [] }
      let own = try connection.all(
        """
        \(Self.rows) WHERE d."owner" = (SELECT "key" FROM "_party" WHERE "id" = \(party))
          AND \(Self.isKnown(run))
        """, Self.determination)
      let received = try connection.all(
        "\(Self.rows) WHERE d.\"receiver\" = \(party) AND \(Self.isKnown(run))",
        Self.determination)
      return (own + received.filter { $0.owner != party }).sorted(by: Self.precedes)
    }
  }

  /// Goes through what is stored, in the order of the owners' keys.
  ///
  /// - Parameters:
  ///   - benefit: only this one; `nil` for all.
  ///   - asOf: the run.
  ///   - body: called for each; what it throws ends the walk.
  /// - Returns: the run whose state it was; ask for what differs from it. `nil` before the first.
  /// - Throws: `StoreError`, and what `body` throws.
  @discardableResult
  package func each(
    benefit: String? = nil, asOf: AsOf = .latest, _ body: (StoredDetermination) throws -> Void
  ) throws -> DeterminationRun? {
    try registry.database.read { connection in
      guard let run = try number(asOf, connection) else { return nil }
      let only: SQL = benefit.map { "AND b.\"id\" = \($0)" } ?? ""
      try connection.forEach(
        """
        \(Self.rows) WHERE \(Self.isKnown(run)) \(only)
        ORDER BY d."owner", d."benefit", d."subject"
        """
      ) { try body(Self.determination($0)) }
      return try connection.first("\(Self.selection) WHERE \"number\" = \(run)", Self.run)
    }
  }

  /// A stored determination, whether or not it still holds.
  ///
  /// - Parameter number: see `StoredDetermination.number`.
  /// - Returns: `nil` when there is none of this number, or its run was not finished.
  /// - Throws: `StoreError`.
  package func stored(number: Int64) throws -> StoredAnswer? {
    try registry.database.read { connection in
      let found = try connection.first(
        "\(Self.rows) WHERE d.\"_row\" = \(number)", Self.determination)
      guard let found else { return nil }
      let run = try connection.first(
        "\(Self.selection) WHERE \"number\" = \(found.run) AND \"finished\" IS NOT NULL", Self.run)
      return run.map { StoredAnswer(found, of: $0) }
    }
  }

  static func precedes(_ left: StoredDetermination, _ right: StoredDetermination) -> Bool {
    (left.benefit, left.owner, left.subject ?? "") < (
      right.benefit, right.owner, right.subject ?? ""
    )
  }

  static let rows: SQL = "\(columns) \(source)"

  static let columns: SQL = """
    SELECT b."id", p."id", d."receiver", d."subject", d."outcome", d."gross", d."amount",
      d."granted", d."months", d."until", l."hash", d."_from", d."score",
      d."_row"
    """

  static let source: SQL = """
    FROM "_determination" AS d JOIN "_benefit" AS b ON b."number" = d."benefit"
    JOIN "_party" AS p ON p."key" = d."owner" JOIN "_plan" AS l ON l."number" = d."plan"
    """

  static func determination(_ row: borrowing Row) throws -> StoredDetermination {
    func money(_ column: Int) -> Money? { row.integerIfAny(column).map { Money(fen: $0) } }
    var monthly: Monthly?
    if let text = row.textIfAny(8) {
      guard let months = MonthText.monthly(text) else {
        throw StoreError.defect("months of a determination: \(text)")
      }
      monthly = months
    }
    var score: Determination.Score?
    if let text = row.textIfAny(12) {
      guard let points = ScoreText.score(text) else {
        throw StoreError.defect("points of a determination: \(text)")
      }
      score = points
    }
    let owner = row.text(1)
    return StoredDetermination(
      number: row.integer(13), benefit: row.text(0), owner: owner, party: row.textIfAny(2) ?? owner,
      subject: row.textIfAny(3), outcome: Outcome(stored: row.integer(4)), gross: money(5),
      amount: money(6), granted: money(7), monthly: monthly, score: score,
      until: row.integerIfAny(9).map { CivilDate(dayNumber: Int($0)) }, plan: row.text(10),
      run: row.integer(11))
  }
}

extension Outcome {
  /// The number that stands for it in the store.
  var stored: Int64 {
    switch self {
    case .notEntitled: 0
    case .entitled: 1
    case .undetermined: 2
    }
  }

  /// The outcome a number stands for; the table takes no other numbers.
  init(stored: Int64) {
    self =
      switch stored {
      case 0: .notEntitled
      case 1: .entitled
      default: .undetermined
      }
  }
}
