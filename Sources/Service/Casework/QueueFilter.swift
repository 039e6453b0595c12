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
  func conditions(for signer: Signer, today: Int64) -> [SQL] {
    var conditions: [SQL] = []
    if let turn { conditions += ["\"is_open\" = 1", "\"turn\" = \(turn)"] }
    if let state { conditions.append("\"state\" = \(state)") }
    if let procedure { conditions.append("\"procedure\" = \(procedure)") }
    if let benefit { conditions.append("\"benefit\" = \(benefit)") }
    if let region { conditions.append(QueueFilter.within(region)) }
    switch assigned {
    case nil: break
    case .nobody?: conditions.append("\"assigned\" IS NULL")
    case .user(let user)?: conditions.append("\"assigned\" = \(user)")
    }
    if isOverdue { conditions += ["\"is_open\" = 1", "\"due\" < \(today)"] }
    if let party { conditions.append("(\"party\" = \(party) OR \"owner\" = \(party))") }
    if let number {
      conditions += ["\"number\" >= \(number)", "\"number\" < \(number + "\u{10FFFF}")"]
    }
    conditions.append(QueueFilter.scope(of: signer))
    return conditions
  }

  /// The regions of all grants of the role in which somebody looks.
  static func scope(of signer: Signer) -> SQL {
    let grants = signer.actor.grants.filter { $0.role == signer.role }
    if signer == .system || grants.contains(where: { $0.region == nil }) { return "1 = 1" }
    let regions = grants.compactMap(\.region).map(within)
    return regions.isEmpty ? "1 = 0" : "(\(SQL.joined(regions, by: " OR ")))"
  }

  private static func within(_ region: String) -> SQL {
    let prefix = String(region.regionPrefix)
    return "(\"region\" >= \(prefix) AND \"region\" < \(prefix + ":"))"
  }
}
