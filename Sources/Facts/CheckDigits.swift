import Core

/// The check characters of the national number standards.
package enum CheckDigits {
  /// Whether a citizen identity number is well made (GB 11643-1999): 17 digits, with a real
  /// calendar day in digits 7 to 14, and the check character of ISO 7064 MOD 11-2 (`X` for ten).
  package static func isIdentityNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 18, let digits = digits(bytes.prefix(17)) else { return false }
    let year = digits[6..<10].reduce(0) { $0 * 10 + $1 }
    let month = digits[10] * 10 + digits[11]
    let day = digits[12] * 10 + digits[13]
    guard (1800...2999).contains(year), CivilDate(year: year, month: month, day: day) != nil else {
      return false
    }
    let sum = zip(digits, identityWeights).reduce(0) { $0 + $1.0 * $1.1 }
    return Character(UnicodeScalar(bytes[17])) == identityCharacters[sum % 11]
  }

  /// By the sum of the weighted digits modulo 11.
  static let identityCharacters = Array("10X98765432")

  /// 2^(17 − i) modulo 11.
  static let identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

  /// Whether a unified social credit code is well made (GB 32100-2015): 18 characters of digits
  /// and capital letters without I, O, S, V and Z, the last one the check character modulo 31.
  package static func isCreditCode(_ text: String) -> Bool {
    let values = text.utf8.compactMap { creditAlphabet.firstIndex(of: $0) }
    guard text.utf8.count == 18, values.count == 18 else { return false }
    return values[17] == (31 - weightedSum(values.dropLast()) % 31) % 31
  }

  static let creditAlphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// The values times the powers of 3 modulo 31.
  static func weightedSum(_ values: some Sequence<Int>) -> Int {
    var weight = 1
    var sum = 0
    for value in values {
      sum += value * weight
      weight = weight * 3 % 31
    }
    return sum
  }

  private static func digits(_ bytes: some Sequence<UInt8>) -> [Int]? {
    var digits: [Int] = []
    for byte in bytes {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      digits.append(Int(byte - UInt8(ascii: "0")))
    }
    return digits
  }
}
