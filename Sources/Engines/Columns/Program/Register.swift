/// A value of a program, one lane per row of its frame.
///
/// Twelve bytes: steps hold up to six of them, and are copied for every block.
struct Register: Hashable, Sendable {
  private let number: Int32
  private let frameNumber: Int32
  let width: Width

  init(index: Int, width: Width, frame: Int) {
    number = Int32(index)
    frameNumber = Int32(frame)
    self.width = width
  }

  var index: Int { Int(number) }
  var frame: Int { Int(frameNumber) }
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
