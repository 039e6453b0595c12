import Core
import Determination
import Store

/// The total of one benefit while rows come in, owner by owner.
struct RunningTotal {
  private var counts: [Outcome: Int] = [:]
  private var amount = Money.zero
  private var granted = Money.zero
  /// Owners that receive for themselves.
  private(set) var ownerCount = 0
  private var lastOwner: Int64?
  /// Ids of the parties that receive for records of others.
  private(set) var others: Set<String> = []

  mutating func add(
    _ outcome: Outcome, owner: Int64, receiver: String?, amount: Int64?, granted: Int64?
  ) throws {
    counts[outcome, default: 0] += 1
    self.amount = try self.amount.exactly(adding: amount)
    self.granted = try self.granted.exactly(adding: granted)
    guard outcome == .entitled else { return }
    if let receiver {
      others.insert(receiver)
    } else if lastOwner != owner {
      lastOwner = owner
      ownerCount += 1
    }
  }

  func total(_ benefit: String) -> BenefitTotal {
    var total = BenefitTotal(benefit: benefit)
    total.entitled = counts[.entitled] ?? 0
    total.notEntitled = counts[.notEntitled] ?? 0
    total.undetermined = counts[.undetermined] ?? 0
    total.amount = amount
    total.granted = granted
    return total
  }
}

extension Money {
  fileprivate func exactly(adding fen: Int64?) throws -> Money {
    guard let sum = adding(Money(fen: fen ?? 0)) else {
      throw StoreError.defect("a total exceeds 64 bits of fen")
    }
    return sum
  }
}
