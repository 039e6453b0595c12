/// Whose account, where: the payer of a file, or one of its payees.
package struct BankAccount: Sendable, Hashable {
  /// The holder, as the bank knows them.
  package var name: String
  package var number: String
  /// The bank and branch in words; where it is empty the code says it.
  package var bank: String
  /// The bank's twelve digits in CNAPS, the clearing system of the People's Bank of China.
  package var bankCode: String?

  package init(name: String, number: String, bank: String, bankCode: String? = nil) {
    self.name = name
    self.number = number
    self.bank = bank
    self.bankCode = bankCode
  }
}
