import Columns
import Core
import Foundation

/// The same facts as plain arrays in the types that somebody who writes the rules by hand would
/// choose: what the hand-written loop and the other engines read.
struct PlainCity {
  var workers = 0
  /// By worker.
  var isLocal: [UInt8] = []
  /// By organisation.
  var isEnterprise: [UInt8] = []
  var isLocalEmployer: [UInt8] = []
  /// Owners are workers' numbers, in order; days since 1970; months since year 0, the last one of an
  /// open spell great.
  var jobOwners: [Int32] = []
  var jobEmployers: [Int32] = []
  var jobFrom: [Int32] = []
  var jobTo: [Int32] = []
  var spellOwners: [Int32] = []
  var spellFrom: [Int32] = []
  var spellTo: [Int32] = []
  var certificateOwners: [Int32] = []
  var occupations: [Int16] = []
  var levels: [Int8] = []
  /// Whether the certificate is of a kind that counts.
  var isGoodKind: [UInt8] = []
  var issued: [Int32] = []
  var awardOwners: [Int32] = []
  /// 0 … 4 as in `City`.
  var contests: [Int8] = []
  var ranks: [Int8] = []
  var granted: [Int32] = []
  var apprenticeOwners: [Int32] = []
  var apprenticeEmployers: [Int32] = []
  var apprenticeFrom: [Int32] = []
  var apprenticeYears: [Int8] = []
  var fees: [Int32] = []
  /// By year from 2010 and occupation.
  var shortage: [UInt8] = []

  static let endless = Int32(1 << 28)

  init(_ store: ColumnStore) {
    let inside = store.isInside("330300")
    let persons = store.values(ofType: "person")?.owners ?? []
    var numbers = [Int32](repeating: -1, count: inside.count)
    for (worker, party) in persons.enumerated() { numbers[Int(party)] = Int32(worker) }
    workers = persons.count
    isLocal = persons.map { inside[Int($0)] ? 1 : 0 }
    func column(_ values: ColumnValues?, _ field: String) -> [Int64] {
      values?.fields[field] ?? []
    }
    func owners(_ values: ColumnValues?) -> [Int32] {
      values?.owners.map { numbers[Int($0)] } ?? []
    }
    func narrow(_ values: [Int64], none: Int32 = 0) -> [Int32] {
      values.map { $0 <= ColumnValues.none ? none : Int32($0) }
    }
    let employers = store.values(ofType: "organisation")
    let enterprise = store.code(of: "enterprise")
    isEnterprise = column(employers, "kind").map { $0 == enterprise ? 1 : 0 }
    isLocalEmployer = employers?.owners.map { inside[Int($0)] ? 1 : 0 } ?? []
    let jobs = store.values(ofType: "employment")
    jobOwners = owners(jobs)
    jobEmployers = narrow(column(jobs, "employer"))
    jobFrom = narrow(column(jobs, "from"))
    jobTo = narrow(column(jobs, "to"), none: PlainCity.endless)
    let spells = store.values(ofType: "insurance")
    spellOwners = owners(spells)
    func month(_ day: Int64) -> Int32 {
      day <= ColumnValues.none
        ? PlainCity.endless : Int32(CivilDate(dayNumber: Int(day)).monthNumber)
    }
    spellFrom = column(spells, "from").map(month)
    spellTo = column(spells, "to").map(month)
    let certificates = store.values(ofType: "certificate")
    certificateOwners = owners(certificates)
    let places = Dictionary(
      uniqueKeysWithValues: City.occupations.enumerated().map {
        (store.code(of: $0.element), Int16($0.offset))
      })
    occupations = column(certificates, "occupation").map { places[$0] ?? 0 }
    levels = column(certificates, "level").map { Int8($0) }
    let kinds = ["qualification", "skill-level"].map { store.code(of: $0) }
    isGoodKind = column(certificates, "kind").map { kinds.contains($0) ? 1 : 0 }
    issued = narrow(column(certificates, "issuedOn"))
    let awards = store.values(ofType: "award")
    awardOwners = owners(awards)
    let contestCodes = ["national-1", "national-2", "provincial-1", "provincial-2", "city"].map {
      store.code(of: $0)
    }
    contests = column(awards, "contest").map { Int8(contestCodes.firstIndex(of: $0) ?? 4) }
    ranks = column(awards, "rank").map { Int8($0) }
    granted = narrow(column(awards, "grantedOn"))
    let apprentices = store.values(ofType: "apprenticeship")
    apprenticeOwners = owners(apprentices)
    apprenticeEmployers = narrow(column(apprentices, "employer"))
    apprenticeFrom = narrow(column(apprentices, "from"))
    apprenticeYears = column(apprentices, "year").map { Int8($0) }
    fees = column(apprentices, "feePaid").map { Int32($0 / 1_000_000) }
    shortage = [UInt8](repeating: 0, count: 12 * 200)
    for year in 2010...2021 {
      for place in 0..<30 { shortage[(year - 2010) * 200 + (place * 7 + year) % 200] = 1 }
    }
  }

  /// Every array as a file of its name in a folder, little-endian.
  func write(to folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    for child in Mirror(reflecting: self).children {
      guard let name = child.label else { continue }
      let data: Data
      switch child.value {
      case let values as [UInt8]: data = Data(values)
      case let values as [Int8]: data = Data(values.map { UInt8(bitPattern: $0) })
      case let values as [Int16]: data = PlainCity.bytes(values)
      case let values as [Int32]: data = PlainCity.bytes(values)
      default: continue
      }
      try data.write(to: URL(fileURLWithPath: folder + "/" + name))
    }
  }

  static func bytes<T: FixedWidthInteger>(_ values: [T]) -> Data {
    var data = Data(capacity: values.count * T.bitWidth / 8)
    for value in values {
      var rest = value.littleEndian
      for _ in 0..<(T.bitWidth / 8) {
        data.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
    }
    return data
  }
}
