import Core
import FEEL
import Vocabulary

/// How the values of a field lie in a column, by its type in the vocabulary.
enum ColumnForm: Sendable, Equatable {
  case truth
  case date
  /// Codes of texts: text, enumerations, regions, occupations, ids of records.
  case text
  case number(Scaled)
  /// Rows in the table of a type of party.
  case party(type: String)

  /// Numbers as integers: so many digits after the point, and between which bounds.
  struct Scaled: Sendable, Hashable {
    let scale: Int
    /// In units of 10^−scale.
    let low: Int64
    let high: Int64

    var width: Width {
      low > Int64(Int32.none) && high <= Int64(Int32.max) ? .narrow : .wide
    }
  }

  /// - Returns: `nil` for what lies in no column: child records, and what varies by another field.
  init?(_ type: FieldType, _ vocabulary: Vocabulary) {
    switch type {
    case .boolean: self = .truth
    case .date, .month: self = .date
    case .string, .enumeration, .region, .occupation: self = .text
    case .number(let range, let scale, _):
      guard let low = range.lowerBound.units(scale: scale),
        let high = range.upperBound.units(scale: scale), low > Int64.none
      else { return nil }
      self = .number(Scaled(scale: scale, low: low, high: high))
    case .reference(let types):
      // What may name several types, or records, is an id.
      if types.count == 1, let type = vocabulary.type(types[0]), type.role == .party {
        self = .party(type: type.id)
      } else {
        self = .text
      }
    case .varying, .children: return nil
    }
  }

  var width: Width {
    switch self {
    case .truth: .truth
    case .date, .text, .party: .narrow
    case .number(let scaled): scaled.width
    }
  }
}
