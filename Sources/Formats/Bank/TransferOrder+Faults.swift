extension BankAccount {
  /// All that keeps it out of a file.
  package var faults: [BankFileFault] {
    var faults = BankField.name.faults(in: name) + BankField.number.faults(in: number)
    if bankCode == nil || !bank.isEmpty { faults += BankField.bank.faults(in: bank) }
    if let bankCode, !bankCode.isBankCode { faults.append(.wrongBankCode) }
    return faults
  }
}

extension Transfer {
  /// All that keeps it out of a file.
  package var faults: [BankFileFault] {
    var faults = BankField.endToEndID.faults(in: endToEndID) + payee.faults
    if !purpose.isEmpty { faults += BankField.purpose.faults(in: purpose) }
    if fen <= 0 { faults.append(.notPositive) }
    return faults
  }
}

extension TransferOrder {
  /// What keeps the file from being written, each with the position of the transfer it is about, or
  /// `nil` for the whole.
  package var faults: [(transfer: Int?, fault: BankFileFault)] {
    var faults: [(transfer: Int?, fault: BankFileFault)] =
      (BankField.messageID.faults(in: id) + payer.faults).map { (nil, $0) }
    if transfers.isEmpty { faults.append((nil, .noTransfers)) }
    // 18 digits, two of them behind the point (ActiveOrHistoricCurrencyAndAmount).
    if total.map({ $0 > 999_999_999_999_999_999 }) ?? true { faults.append((nil, .tooLarge)) }
    var seen: Set<String> = []
    for (index, transfer) in transfers.enumerated() {
      faults += transfer.faults.map { (index, $0) }
      if !seen.insert(transfer.endToEndID).inserted {
        faults.append((index, .repeatedID(transfer.endToEndID)))
      }
    }
    return faults
  }
}

extension BankField {
  func faults(in text: String) -> [BankFileFault] {
    if text.allSatisfy(\.isWhitespace) { return [.empty(self)] }
    var faults: [BankFileFault] = []
    // The schema counts code points, not what a reader sees as one character.
    if text.unicodeScalars.count > limit { faults.append(.tooLong(self, limit: limit)) }
    switch self {
    case .messageID, .endToEndID, .number:
      if !text.isHandedOn { faults.append(.foreignCharacter(self)) }
    case .name, .bank, .purpose:
      if !text.unicodeScalars.allSatisfy(\.isPrintable) { faults.append(.unprintable(self)) }
    }
    return faults
  }
}

extension String {
  fileprivate var isBankCode: Bool {
    utf8.count == 12 && utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The characters that every clearing system hands on (ISO 20022, the restricted Latin set); a
  /// slash at either end, or two together, have a meaning of their own in older messages.
  fileprivate var isHandedOn: Bool {
    utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "/-?:().,'+ ".utf8.contains(byte)
      }
    } && !hasPrefix("/") && !hasSuffix("/") && !hasPrefix(" ") && !hasSuffix(" ")
      && !contains("//")
  }
}

extension Unicode.Scalar {
  /// Neither a control character, a line break, a mark that turns the direction of writing, nor
  /// anything that XML 1.0 (2.2) has no place for.
  fileprivate var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
      .privateUse:
      false
    default: true
    }
  }
}
