/// A value of a program, one lane per row of its frame.
struct Register: Hashable, Sendable {
  let index: Int
  let width: Width
  let frame: Int
}

/// Rows that a program works on at once, each a lane of its registers.
enum Frame: Hashable, Sendable {
  /// A block of a table's rows.
  case rows(type: Int)
  /// The lanes of another frame for which a truth is yes, or at least not no.
  case passing(Register, isCertain: Bool)
  /// For each lane of a frame the records of a type of a party, whose number stands in a register.
  case records(type: Int, of: Register)
  /// For each lane the months from one to another, by number, both included.
  case months(from: Register, through: Register)

  /// The frame whose lanes its own belong to.
  var parent: Int? {
    switch self {
    case .rows: nil
    case .passing(let register, _), .records(_, let register), .months(let register, _):
      register.frame
    }
  }
}
