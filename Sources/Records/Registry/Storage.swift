import Core
import Vocabulary

/// How the values of a field are kept in a column.
indirect enum Storage: Sendable, Equatable {
  /// 0 or 1.
  case flag
  /// Text, region, occupation, reference, or the id of an enumeration value.
  case text
  /// Secret text: sealed bytes, and beside them a column with the fingerprint to find it by.
  case sealed
  /// A number as an integer of units of 10^−scale: a field of two digits has scale 2.
  case scaled(Int)
  /// A number whose units do not fit 64 bits, as its digits.
  case decimal
  /// Days since 1970-01-01; of a month, its first day.
  case date
  /// Text that is read as the type which the value of another field (by position) says.
  case varying(by: Int, [String: Storage])
  /// The number of child records, which stand in a table of their own.
  case children(Table)

  /// What the registry remembers of a column, to notice when the vocabulary says otherwise.
  var signature: String {
    switch self {
    case .flag: "flag"
    case .text: "text"
    case .sealed: "sealed"
    case .scaled(let scale): "scaled \(scale)"
    case .decimal: "decimal"
    case .date: "date"
    case .varying: "varying"
    case .children: "children"
    }
  }

  /// The scale in a signature of `scaled`.
  static func scale(inSignature text: String) -> Int? {
    text.hasPrefix("scaled ") ? Int(text.dropFirst("scaled ".count)) : nil
  }
}
