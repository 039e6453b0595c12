package import BankFiles

/// How a batch goes to the bank.
package enum BankFormat: Sendable, Hashable {
  case message(PaymentMessage)
  case table(CounterTable)

  package static let all =
    PaymentMessage.allCases.map(BankFormat.message) + CounterTable.allCases.map(BankFormat.table)

  /// Stable: `pain.001.001.03`, `csv-utf8`.
  package var name: String {
    switch self {
    case .message(let version): version.rawValue
    case .table(let encoding): encoding.rawValue
    }
  }

  package init?(name: String) {
    guard let format = BankFormat.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  var suffix: String {
    switch self {
    case .message: ".xml"
    case .table: ".csv"
    }
  }

  func bytes(_ order: TransferOrder) throws(BankFileFault) -> [UInt8] {
    switch self {
    case .message(let version): try version.bytes(order)
    case .table(let encoding): try encoding.bytes(order)
    }
  }
}
