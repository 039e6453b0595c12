import Core
import Office
import Store

/// Which cases a list shows; what is `nil` does not narrow it.
package struct QueueFilter: Sendable, Equatable {
  /// Whose turn it is, as procedures write it; `nil` for open and ended cases alike.
  package var turn: String?
  package var state: String?
  package var procedure: String?
  package var benefit: String?
  /// A region, with all that lies in it.
  package var region: String?
  package var assigned: Assignment?
  /// Only those whose last day is over.
  package var isOverdue = false
  /// The party or the owner.
  package var party: String?
  /// What the number begins with.
  package var number: String?

  package enum Assignment: Sendable, Equatable {
    case nobody
    case user(Int64)
  }

  package init() {}

  /// Narrows to what an official may see in a role: their regions.
  ///
  /// - Parameters:
  ///   - signer: who looks.
  ///   - today: the number of the day.
  ///   - way: which index the database is to go by: the columns of the others are hidden from it.
  /// - Returns: conditions on `case_record` that all must hold.
  func conditions(for signer: Signer, today: Int64, _ way: QueueWay) -> [SQL] {
    var conditions: [SQL] = []
    if let turn { conditions += ["\"is_open\" = 1", "\(way.turn) = \(turn)"] }
    if let state { conditions.append("\(way.state) = \(state)") }
    if let procedure { conditions.append("\"procedure\" = \(procedure)") }
    if let benefit { conditions.append("\"benefit\" = \(benefit)") }
    if let region { conditions.append(QueueFilter.within(region, way.region)) }
    switch assigned {
    case nil: break
    case .nobody?: conditions.append("\"assigned\" IS NULL")
    case .user(let user)?: conditions.append("\"assigned\" = \(user)")
    }
    // Where there is a last day, it is the urgency.
    if isOverdue { conditions += ["\"is_open\" = 1", "\(way.urgency) < \(today)"] }
    if let party { conditions.append("(\"party\" = \(party) OR \"owner\" = \(party))") }
    if let number {
      conditions += ["\"number\" >= \(number)", "\"number\" < \(number + "\u{10FFFF}")"]
    }
    conditions.append(QueueFilter.scope(of: signer, way.region))
    return conditions
  }

  /// The same on `case_count`, as far as that tells cases apart.
  ///
  /// - Parameters:
  ///   - signer: who looks.
  ///   - withTurn: whether by turn and state too.
  /// - Returns: conditions that all must hold.
  func countConditions(for signer: Signer, withTurn: Bool) -> [SQL] {
    var conditions: [SQL] = []
    if withTurn, let turn { conditions.append("\"turn\" = \(turn)") }
    if withTurn, let state { conditions.append("\"state\" = \(state)") }
    if let procedure { conditions.append("\"procedure\" = \(procedure)") }
    if let benefit { conditions.append("\"benefit\" = \(benefit)") }
    if let region { conditions.append(QueueFilter.within(region, "\"region\"")) }
    conditions.append(QueueFilter.scope(of: signer, "\"region\""))
    return conditions
  }

  /// The regions of all grants of the role in which somebody looks.
  static func scope(of signer: Signer, _ column: SQL = "\"region\"") -> SQL {
    let grants = signer.actor.grants.filter { $0.role == signer.role }
    if signer == .system || grants.contains(where: { $0.region == nil }) { return "1 = 1" }
    let regions = grants.compactMap(\.region).map { within($0, column) }
    return regions.isEmpty ? "1 = 0" : "(\(SQL.joined(regions, by: " OR ")))"
  }

  private static func within(_ region: String, _ column: SQL) -> SQL {
    let prefix = String(region.regionPrefix)
    return "(\(column) >= \(prefix) AND \(column) < \(prefix + ":"))"
  }
}
