import Facts

/// Numbers that are valid in form and belong to nobody; see
/// `Documentation/decisions/synthetic-numbers.md`.
enum Numbers {
  /// The first four digits of the region code within every identity number and credit code of a
  /// town: no region code of GB/T 2260 begins with 0, nor does any other number of those standards.
  static let marker = "0099"
  /// Numbers that share a region code, a year of birth, a day and a sex.
  private static let sequences = 500
  private static let daysUsed = 365
  /// After so many workers the next region code of the marker's hundred begins.
  private static let workersPerCode = sequences * daysUsed

  /// The day of the year, 0 … 364, on which the identity number of a worker says the birthday is.
  ///
  /// Day, sequence number and region code of a worker follow from the index alone, so no two have
  /// the same number, whatever the year and sex.
  static func birthday(ofWorker index: Int) -> Int { index * 181 % daysUsed }

  /// GB 11643: region, date of birth, sequence number (odd for men), check character.
  ///
  /// - Parameters:
  ///   - index: of the worker, below 18 million.
  ///   - birth: the date of birth, as eight digits.
  ///   - isMale: whether the sequence number is odd.
  /// - Returns: eighteen characters.
  static func identity(_ index: Int, birth: Int, isMale: Bool) -> String {
    let code = index / workersPerCode
    let sequence = index / daysUsed % sequences * 2 + (isMale ? 1 : 0)
    return CheckDigits.identityNumber(
      marker + padded(code, 2) + String(birth) + padded(sequence, 3))
  }

  /// GB 32100: an enterprise registered with the market authority (9, 1), region, organisation
  /// code with its own check character (GB 11714), check character.
  static func credit(_ index: Int) -> String {
    CheckDigits.creditCode(
      "91" + marker + "00" + CheckDigits.organisationCode(padded(index, 8)))
  }

  /// A mobile number of the range 154, which no operator has been given.
  static func phone(_ index: Int) -> String { "154" + padded(index, 8) }

  /// A card number; no card begins with 0.
  static func account(_ index: Int) -> String { "0099" + padded(index, 15) }

  /// The digits of a number, with zeros in front up to the width.
  static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    let missing = width - text.utf8.count
    return missing > 0 ? zeros[min(missing, zeros.count - 1)] + text : text
  }

  private static let zeros = (0...16).map { String(repeating: "0", count: $0) }
}
