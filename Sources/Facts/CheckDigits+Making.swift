extension CheckDigits {
  /// Seventeen digits with the check character of GB 11643 behind them.
  package static func identityNumber(_ digits: String) -> String {
    let sum = zip(digits.utf8, identityWeights).reduce(0) { sum, pair in
      sum + Int(pair.0 &- UInt8(ascii: "0")) * pair.1
    }
    return digits + String(identityCharacters[sum % 11])
  }

  /// Seventeen characters with the check character of GB 32100 behind them.
  package static func creditCode(_ characters: String) -> String {
    let sum = weightedSum(characters.utf8.compactMap { creditAlphabet.firstIndex(of: $0) })
    let check = creditAlphabet[(31 - sum % 31) % 31]
    return characters + String(UnicodeScalar(check))
  }

  /// Eight digits with the check character of an organisation code (GB 11714) behind them.
  package static func organisationCode(_ digits: String) -> String {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits.utf8, weights).reduce(0) { sum, pair in
      sum + Int(pair.0 &- UInt8(ascii: "0")) * pair.1
    }
    switch 11 - sum % 11 {
    case 10: return digits + "X"
    case 11: return digits + "0"
    case let check: return digits + String(check)
    }
  }
}
