package import Registry

/// What an import did, or would have done.
package struct ImportReport: Sendable {
  /// Rows that were read.
  package internal(set) var rows = 0
  /// Verdicts on the good rows.
  package internal(set) var tally = Tally()
  /// How many rows were taken out of the registry, where that is what the file is for.
  package internal(set) var withdrawn = 0
  /// How many rows were refused.
  package internal(set) var refusedRows = 0
  /// What is wrong with them, up to `mostFaults`.
  package internal(set) var faults: [RowFault] = []
  /// How many things are wrong with them, all told.
  package internal(set) var faultCount = 0
  /// The refused rows as a CSV file in UTF-8, to be corrected and imported again; `nil` without any.
  package internal(set) var refused: [UInt8]?
  /// What became known; `nil` when nothing did.
  package internal(set) var change: Change?

  package static let mostFaults = 1000

  mutating func refuse(_ found: [RowFault]) {
    refusedRows += 1
    faultCount += found.count
    faults += found.prefix(max(0, ImportReport.mostFaults - faults.count))
  }
}

/// What the rows of a file are for.
package enum ImportAction: Sendable, Equatable {
  /// They become known.
  case put
  /// What they name is no longer so. The note says who found that, and why.
  case withdraw(note: String?)
}

/// What happens when some rows are wrong.
package enum ImportMode: Sendable {
  /// Nothing is imported while one row is wrong.
  case allOrNothing
  /// The good rows are imported.
  case keepGood
}

/// How far an import is.
package struct ImportProgress: Sendable, Equatable {
  package let rows: Int
  /// 0 … 1, in thousandths: how much of the file was read.
  package let permille: Int
  package let elapsed: Duration

  /// How long the rest will take at the speed so far; `nil` while there is too little to go by.
  package var remaining: Duration? {
    permille >= 5 ? elapsed / permille * (1000 - permille) : nil
  }
}
