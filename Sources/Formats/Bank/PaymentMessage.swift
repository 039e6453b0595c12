import Core
import XMLText

/// A customer's credit transfers as a message of ISO 20022, pain.001.
package enum PaymentMessage: String, Sendable, CaseIterable {
  /// pain.001.001.03, of 2009: what banks take most widely.
  case v3 = "pain.001.001.03"
  /// pain.001.001.09, of 2019.
  case v9 = "pain.001.001.09"

  /// Writes the file.
  ///
  /// The same order gives the same bytes: one block of payment information, for one payer and one
  /// day; sums and counts in the header and in the block.
  ///
  /// - Parameter order: what is to be paid.
  /// - Returns: XML in UTF-8.
  /// - Throws: the first of the order's `faults`.
  package func bytes(_ order: TransferOrder) throws(BankFileFault) -> [UInt8] {
    if let first = order.faults.first { throw first.fault }
    guard let total = order.total else { throw .tooLarge }
    let (count, sum) = (String(order.transfers.count), FenText.yuan(total))
    var xml = MarkupWriter()
    xml.element("Document", ["xmlns": "urn:iso:std:iso:20022:tech:xsd:\(rawValue)"]) { xml in
      xml.element("CstmrCdtTrfInitn") { xml in
        xml.element("GrpHdr") { xml in
          xml.leaf("MsgId", order.id)
          xml.leaf("CreDtTm", order.createdAt)
          xml.leaf("NbOfTxs", count)
          xml.leaf("CtrlSum", sum)
          xml.element("InitgPty") { $0.leaf("Nm", order.payer.name) }
        }
        xml.element("PmtInf") { xml in
          xml.leaf("PmtInfId", order.id)
          xml.leaf("PmtMtd", "TRF")
          xml.leaf("NbOfTxs", count)
          xml.leaf("CtrlSum", sum)
          day(order, &xml)
          party("Dbtr", order.payer, &xml)
          account("DbtrAcct", order.payer, &xml)
          agent("DbtrAgt", order.payer, &xml)
          for transfer in order.transfers { self.transfer(transfer, &xml) }
        }
      }
    }
    return xml.bytes
  }

  private func day(_ order: TransferOrder, _ xml: inout MarkupWriter) {
    let day = order.executionDay.description
    switch self {
    case .v3: xml.leaf("ReqdExctnDt", day)
    case .v9: xml.element("ReqdExctnDt") { $0.leaf("Dt", day) }
    }
  }

  private func transfer(_ transfer: Transfer, _ xml: inout MarkupWriter) {
    xml.element("CdtTrfTxInf") { xml in
      xml.element("PmtId") { xml in
        xml.leaf("InstrId", transfer.endToEndID)
        xml.leaf("EndToEndId", transfer.endToEndID)
      }
      xml.element("Amt") { $0.leaf("InstdAmt", FenText.yuan(transfer.fen), ["Ccy": "CNY"]) }
      agent("CdtrAgt", transfer.payee, &xml)
      party("Cdtr", transfer.payee, &xml)
      account("CdtrAcct", transfer.payee, &xml)
      if !transfer.purpose.isEmpty {
        xml.element("RmtInf") { $0.leaf("Ustrd", transfer.purpose) }
      }
    }
  }

  private func party(_ name: String, _ account: BankAccount, _ xml: inout MarkupWriter) {
    xml.element(name) { $0.leaf("Nm", account.name) }
  }

  private func account(_ name: String, _ account: BankAccount, _ xml: inout MarkupWriter) {
    xml.element(name) { xml in
      xml.element("Id") { xml in xml.element("Othr") { $0.leaf("Id", account.number) } }
    }
  }

  private func agent(_ name: String, _ account: BankAccount, _ xml: inout MarkupWriter) {
    xml.element(name) { xml in
      xml.element("FinInstnId") { xml in
        if let code = account.bankCode {
          xml.element("ClrSysMmbId") { xml in
            xml.element("ClrSysId") { $0.leaf("Cd", "CNAPS") }
            xml.leaf("MmbId", code)
          }
        }
        if !account.bank.isEmpty { xml.leaf("Nm", account.bank) }
      }
    }
  }
}
