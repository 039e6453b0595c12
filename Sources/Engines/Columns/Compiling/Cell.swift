import Core
import FEEL

/// What a node of a plan compiles to.
indirect enum Cell {
  /// The same for every lane; `.null` is known to be none.
  case known(Value)
  /// Unknown for every lane.
  case unknown
  case truth(Register, mayBeNone: Bool)
  case number(Register, ColumnForm.Scaled, mayBeNone: Bool)
  /// Days. Whether one may be none, or be worked out from one that is: nothing comes of that, and a
  /// figure asked on it is open, where one that is the same on every day is told of a day that is
  /// only unknown.
  case date(Register, mayBeNone: Bool)
  /// Codes.
  case text(Register, mayBeNone: Bool)
  /// Rows of a party's or record's table; marks where there is none, or it is unknown.
  case record(type: Int, rows: Register)
  /// The id of a party or record, by its row.
  case identity(type: Int, rows: Register)
  case list(Listed)
  /// A value for each element of a list.
  case values(Listed, Cell)

  /// Records, each a lane of a frame.
  struct Listed {
    let type: Int
    let frame: Int
    let rows: Register
    /// Whether each belongs; `nil` for all.
    var member: Register?
    /// Whether there may be more, for each lane of the frame around it; `nil` for never.
    var open: Register?
  }

  var register: Register? {
    switch self {
    case .known, .unknown: nil
    case .truth(let register, _), .number(let register, _, _), .date(let register, _),
      .text(let register, _), .record(_, let register), .identity(_, let register):
      register
    case .list(let listed), .values(let listed, _): listed.rows
    }
  }
}

/// A truth that is the same for all lanes, or one of each.
enum TruthCell {
  case constant(UInt8)
  case register(Register)
}
