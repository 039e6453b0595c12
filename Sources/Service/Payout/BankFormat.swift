package import Core
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

  /// What people choose it by.
  package var label: Bilingual {
    switch self {
    case .message(let version):
      Bilingual(
        zh: "网银导入：ISO 20022 \(version.rawValue)",
        en: "online banking: ISO 20022 \(version.rawValue)")
    case .table(.utf8): Bilingual(zh: "柜台用的表格：CSV，UTF-8", en: "for the counter: CSV in UTF-8")
    case .table(.gb18030):
      Bilingual(zh: "柜台用的表格：CSV，GB18030", en: "for the counter: CSV in GB18030")
    }
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
