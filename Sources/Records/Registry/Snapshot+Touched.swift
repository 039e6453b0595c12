import Facts
import Store
import Vocabulary

extension Snapshot {
  /// What changed between an earlier change and this state.
  package struct Touched: Sendable {
    /// Keys of the parties of which facts were added, corrected or withdrawn.
    package var parties: Set<Int64> = []
    /// Ids of the catalogues that got or lost rows.
    package var catalogues: Set<String> = []
  }

  /// What was touched after an earlier change, up to this state.
  ///
  /// - Parameter earlier: the number of that change.
  /// - Returns: parties and catalogues.
  /// - Throws: `StoreError`.
  package func touched(after earlier: Int64) throws -> Touched {
    try registry.database.read { connection in
      var touched = Touched()
      try connection.forEach(
        """
        SELECT DISTINCT "party" FROM "_touched"
        WHERE "change" > \(earlier) AND "change" <= \(change)
        """
      ) { touched.parties.insert($0.integer(0)) }
      try connection.forEach(
        """
        SELECT DISTINCT "catalogue" FROM "_touched_catalogue"
        WHERE "change" > \(earlier) AND "change" <= \(change)
        """
      ) { touched.catalogues.insert($0.text(0)) }
      return touched
    }
  }

  /// The parties whose records refer to parties of which something changed that others see: their
  /// attributes, or records that come along with a neighbour.
  ///
  /// - Parameters:
  ///   - touched: keys of the parties that changed.
  ///   - earlier: the change after which they did.
  ///   - selection: what comes along, and over how many references.
  /// - Returns: keys; of those touched only the ones that refer to another.
  /// - Throws: `StoreError`.
  package func referrers(
    to touched: Set<Int64>, changedAfter earlier: Int64, _ selection: Selection
  ) throws -> Set<Int64> {
    guard !touched.isEmpty else { return [] }
    return try registry.database.read { connection in
      var found: Set<Int64> = []
      var targets = try visiblyChanged(touched, after: earlier, selection, connection)
      for _ in 0...selection.steps where !targets.isEmpty {
        let (referrers, next) = try referrers(to: targets, selection, connection)
        found.formUnion(referrers)
        targets = next
      }
      return found
    }
  }

  /// Ids of those of the parties whose attributes or neighbour records changed.
  private func visiblyChanged(
    _ touched: Set<Int64>, after earlier: Int64, _ selection: Selection,
    _ connection: borrowing Connection
  ) throws -> Set<String> {
    var keys: Set<Int64> = []
    for (index, table) in registry.layout.types.enumerated()
    where table.kind == .party || selection.neighbourTypes.contains(index) {
      try connection.forEach(
        """
        SELECT DISTINCT "_party" FROM \(name: table.name)
        WHERE (("_from" > \(earlier) AND "_from" <= \(change))
          OR ("_to" > \(earlier) AND "_to" <= \(change)))
          \(Snapshot.narrowed(to: touched, "_party"))
        """
      ) { keys.insert($0.integer(0)) }
    }
    try connection.forEach(
      """
      SELECT "party" FROM "_complete"
      WHERE (("_from" > \(earlier) AND "_from" <= \(change))
        OR ("_to" > \(earlier) AND "_to" <= \(change)))
        \(Snapshot.narrowed(to: touched, "party"))
      """
    ) { keys.insert($0.integer(0)) }
    var ids: Set<String> = []
    let known = try connection.prepare("SELECT \"id\" FROM \"_party\" WHERE \"key\" = \(.null)")
    for key in keys.intersection(touched) {
      if let id = try known.first([.integer(key)], { $0.text(0) }) { ids.insert(id) }
    }
    return ids
  }

  /// Owners of records that name one of the targets, and the ids of those owners whose record is of
  /// a type that comes along with a neighbour: what they see, their own referrers see through them.
  private func referrers(
    to targets: Set<String>, _ selection: Selection, _ connection: borrowing Connection
  ) throws -> (keys: Set<Int64>, next: Set<String>) {
    var keys: Set<Int64> = []
    var next: Set<String> = []
    for (index, table) in registry.layout.types.enumerated() where table.kind == .record {
      if let types = selection.types, !types.contains(index) { continue }
      let comesAlong = selection.neighbourTypes.contains(index)
      for field in registry.vocabulary.types[index].fields {
        guard case .reference(let types) = field.type,
          types.contains(where: registry.partyTypes.contains)
        else { continue }
        try connection.forEach(
          """
          SELECT t."_party", t.\(name: field.id), p."id" FROM \(name: table.name) AS t
          JOIN "_party" AS p ON p."key" = t."_party"
          WHERE t."_from" <= \(change) AND (t."_to" IS NULL OR t."_to" > \(change))
            AND t.\(name: field.id) IS NOT NULL
            \(Snapshot.narrowed(to: targets, name: field.id))
          """
        ) { row in
          guard targets.contains(row.text(1)) else { return }
          keys.insert(row.integer(0))
          if comesAlong { next.insert(row.text(2)) }
        }
      }
    }
    return (keys, next)
  }

  /// A few parties are left to the database to find, too.
  private static func narrowed(to parties: Set<Int64>, _ column: String) -> SQL {
    guard parties.count <= PartyKeys.most else { return "" }
    return "AND \(PartyKeys.list(parties.sorted()).hold(column))"
  }

  /// A few targets are left to the database to find; among many it is quicker to look at every row.
  private static func narrowed(to targets: Set<String>, name: String) -> SQL {
    guard targets.count <= 200 else { return "" }
    let list = SQL.joined(targets.sorted().map { "\($0)" as SQL })
    return "AND t.\(name: name) IN (\(list))"
  }
}
