package import Core

extension Money {
  /// As people read it: `3,000.00 元`, `3,000.00 yuan`.
  package func words(_ language: Language) -> String {
    grouped + (language == .zh ? " 元" : " yuan")
  }

  /// With a comma after every third digit.
  var grouped: String {
    description.groupedDigits
  }
}

extension String {
  /// A number in digits, with a comma after every third one before the point.
  var groupedDigits: String {
    let isNegative = hasPrefix("-")
    let digits = drop { $0 == "-" }.prefix { $0 != "." }
    let fraction = drop { $0 != "." }
    var result = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return (isNegative ? "−" : "") + result + fraction
  }
}
