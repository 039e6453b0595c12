extension Unicode.Scalar {
  /// The ASCII sign that a Chinese keyboard's sign stands for in a rule: `(` for `（`, `>=` for `≥`.
  /// `nil` for letters and for signs without such a reading.
  package var halfWidth: String? {
    switch value {
    // The block FF01–FF5E mirrors ASCII at a distance; its letters stay letters.
    case 0xFF01...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF5E:
      Unicode.Scalar(value - 0xFEE0).map { String(Character($0)) }
    case 0x201C, 0x201D, 0x300C...0x300F: "\""
    case 0x2018, 0x2019: "'"
    case 0x3001: ","
    case 0x3002: "."
    case 0x3010: "["
    case 0x3011: "]"
    case 0xD7: "*"
    case 0xF7: "/"
    case 0x2264: "<="
    case 0x2265: ">="
    case 0x2260: "!="
    case 0x2212, 0x2013, 0x2014: "-"
    case 0x3000: " "
    default: nil
    }
  }
}
