import Core
import Ledger
import Office
import OfficeSupport
import Store
import TestSupport

/// A ledger in a file of its own, and people who use it.
struct LedgerFixture {
  let folder: TemporaryFolder
  let office: OfficeStore
  let ledger: Ledger
  let clock: SetClock

  static let city = Budget(fund: "city", year: 2026)
  static let district = Budget(fund: "district", year: 2026)
  static let vouchers = Budget(
    fund: "city", year: 2026, unit: LedgerUnit("voucher:2026-welder"))

  init() throws {
    folder = try TemporaryFolder()
    clock = SetClock(CivilDate(dayNumber: 20_500))
    office = try folder.office([Ledger.room], clock: clock.clock)
    ledger = Ledger(clock: clock.clock)
  }

  @discardableResult
  func post(
    _ act: LedgerAct, key: String? = nil, _ role: Role = .financeOfficer, _ user: Int64 = 1
  ) throws -> LedgerEntry {
    let signer = try Signer.make(role, user)
    let key = try key ?? "key \(count())"
    return try office.write { try ledger.post(act, key: key, by: signer, $0) }
  }

  /// Proposed by one person and confirmed by another.
  func grant(_ amount: Int64, _ budget: Budget = city) throws {
    let proposal = try post(.propose(budget, change: amount)).number
    try post(.confirm(proposal: proposal), .approver, 2)
  }

  func position(_ budget: Budget = city) throws -> BudgetPosition? {
    try office.read { try ledger.position(of: budget, $0) }
  }

  func position(of subject: String) throws -> [SubjectPosition] {
    try office.read { try ledger.position(ofSubject: subject, $0) }
  }

  func demand(_ number: Int64) throws -> Demand? {
    try office.read { try ledger.demand(number, $0) }
  }

  @discardableResult
  func verify() throws -> LedgerReport { try office.read { try ledger.verify($0) } }

  private func count() throws -> Int64 {
    try office.read {
      try $0.first("SELECT COUNT(*) FROM \"ledger_entry\"") { $0.integer(0) } ?? 0
    }
  }
}

extension Budget {
  var next: Budget { inYear(year + 1) }
}
