import Core
package import LocalValues
import Store

extension Registry {
  /// The local values that the registry holds.
  ///
  /// - Parameter known: as of when.
  /// - Returns: in the order of their numbers.
  /// - Throws: `StoreError`.
  package func localValues(_ known: KnownAt = .latest) throws -> [LocalValue] {
    try database.read { connection in
      let change = try reader(known, connection).change
      return try connection.all(
        """
        SELECT v."number", v."document", v."name", v."region", v."first", v."last", v."value",
          v."reason_zh", v."reason_en", v."by", v."cites", c."moment"
        FROM "_local_value" AS v JOIN "_change" AS c ON c."number" = v."_from"
        WHERE v."_from" <= \(change) AND (v."_to" IS NULL OR v."_to" > \(change))
        ORDER BY v."number"
        """
      ) { row in
        LocalValue(
          document: row.text(1), name: row.text(2), region: row.text(3), from: row.day(4),
          to: row.day(5),
          text: row.text(6), reason: Bilingual(zh: row.text(7), en: row.text(8)), by: row.text(9),
          cites: row.textIfAny(10),
          origin: .registry(number: row.integer(0), since: Change.day(of: row.integer(11))))
      }
    }
  }
}

extension Recorder {
  /// Puts a local value. One of the same figure, region and first day is corrected.
  ///
  /// - Parameter value: fits the documents; whether it does is for them to say.
  /// - Returns: what that did.
  /// - Throws: `RegistryProblem.overlappingValue`, with nothing done; `StoreError`.
  package mutating func put(_ value: LocalValue) throws -> Verdict {
    let known = try knownValues(like: value)
    if known.contains(where: { $0.value.says(what: value) }) { return .unchanged }
    let replaced = known.first { $0.value.from == value.from }
    if let other = known.first(where: {
      $0.number != replaced?.number && $0.value.overlaps(value)
    }) {
      throw RegistryProblem.overlappingValue(name: value.name, number: other.number)
    }
    if let replaced {
      guard replaced.from < change.number else {
        throw RegistryProblem.overlappingValue(name: value.name, number: replaced.number)
      }
      try close(replaced.number)
    }
    try statements.run(
      """
      INSERT INTO "_local_value" ("document", "name", "region", "first", "last", "value",
        "reason_zh", "reason_en", "by", "cites", "_from")
      VALUES (\(value.document), \(value.name), \(value.region),
        \(value.from.map { Int64($0.dayNumber) }), \(value.to.map { Int64($0.dayNumber) }),
        \(value.text), \(value.reason.zh), \(value.reason.en), \(value.by), \(value.cites),
        \(change.number))
      """)
    isEmpty = false
    return replaced == nil ? .added : .corrected
  }

  /// Says that a local value no longer holds; it stays to be seen in states before this change.
  ///
  /// - Parameter number: of the value.
  /// - Throws: `RegistryProblem.unknownValue`, with nothing done; `StoreError`.
  package mutating func withdraw(localValue number: Int64) throws {
    let isKnown = try statements.prepare(
      "SELECT 1 FROM \"_local_value\" WHERE \"number\" = \(.null) AND \"_to\" IS NULL"
    ).first([.integer(number)]) { _ in true }
    guard isKnown == true else { throw RegistryProblem.unknownValue(number: number) }
    try close(number)
    isEmpty = false
  }

  private func close(_ number: Int64) throws {
    try statements.run(
      "UPDATE \"_local_value\" SET \"_to\" = \(change.number) WHERE \"number\" = \(number)")
  }

  private struct KnownValue {
    let number: Int64
    let from: Int64
    let value: LocalValue
  }

  /// The values of the same figure in the same region.
  private func knownValues(like value: LocalValue) throws -> [KnownValue] {
    var known: [KnownValue] = []
    let find = try statements.prepare(
      """
      SELECT "number", "_from", "first", "last", "value", "reason_zh", "reason_en", "by", "cites"
      FROM "_local_value" WHERE "document" = \(.null) AND "name" = \(.null)
        AND "region" = \(.null) AND "_to" IS NULL ORDER BY "number"
      """)
    try find.forEach([.text(value.document), .text(value.name), .text(value.region)]) { row in
      known.append(
        KnownValue(
          number: row.integer(0), from: row.integer(1),
          value: LocalValue(
            document: value.document, name: value.name, region: value.region, from: row.day(2),
            to: row.day(3), text: row.text(4), reason: Bilingual(zh: row.text(5), en: row.text(6)),
            by: row.text(7), cites: row.textIfAny(8), origin: value.origin)))
    }
    return known
  }
}

extension LocalValue {
  /// Whether both say the same, wherever they were said.
  fileprivate func says(what other: LocalValue) -> Bool {
    (from, to, text, reason, by, cites)
      == (other.from, other.to, other.text, other.reason, other.by, other.cites)
  }
}

extension Row {
  /// A day; `nil` for none.
  fileprivate func day(_ column: Int) -> CivilDate? {
    integerIfAny(column).map { CivilDate(dayNumber: Int($0)) }
  }
}
