import Core
import FEEL
import PolicyPlan
import Vocabulary

/// Values of one kind side by side: constants as registers, numbers at one scale.
extension RuleCompiler {
  /// No value of a register lies beyond; what is added to one for rounding still fits 64 bits.
  static let limit: Int64 = 9_000_000_000_000_000_000

  /// Cells brought to one form.
  struct Unified {
    var registers: [Register]
    let form: Form
    /// Of all registers.
    var width: Width { registers.first?.width ?? .narrow }

    enum Form: Equatable {
      case number(ColumnForm.Scaled, mayBeNone: Bool)
      case date
      case text(mayBeNone: Bool)
      case identity(type: Int)
    }

    func cell(_ register: Register) -> Cell {
      switch form {
      case .number(let scaled, let mayBeNone): .number(register, scaled, mayBeNone: mayBeNone)
      // Which of several it is may itself be worked out from none.
      case .date: .date(register, mayBeNone: true)
      case .text(let mayBeNone): .text(register, mayBeNone: mayBeNone)
      case .identity(let type): .identity(type: type, rows: register)
      }
    }
  }

  /// - Parameters:
  ///   - cells: of one kind, constants among them.
  ///   - frame: where constants are put.
  ///   - node: for whom, should it be impossible.
  /// - Returns: registers of one width.
  /// - Throws: what cannot be brought together.
  mutating func unified(
    _ cells: [Cell], in frame: Int, _ node: NodeID
  ) throws(OffColumns) -> Unified {
    var scaled: ColumnForm.Scaled?
    var form: Unified.Form?
    var mayBeNone = false
    for cell in cells {
      let own: Unified.Form
      switch cell {
      case .known(.null), .unknown:
        mayBeNone = true
        continue
      case .known(.number(let number)):
        let constant = try self.scaled(number, node)
        scaled = try joined(scaled, constant, node)
        own = .number(constant, mayBeNone: false)
      case .number(_, let range, let none):
        scaled = try joined(scaled, range, node)
        mayBeNone = mayBeNone || none
        own = .number(range, mayBeNone: false)
      case .known(.date), .date: own = .date
      case .known(.string): own = .text(mayBeNone: false)
      case .text(_, let none):
        mayBeNone = mayBeNone || none
        own = .text(mayBeNone: false)
      case .identity(let type, _):
        // Records of several parties may have one id, or none.
        guard case .party = store.types[type].role else { throw off(node) }
        mayBeNone = true
        own = .identity(type: type)
      default: throw off(node)
      }
      if let known = form, !known.isAlike(own) { throw off(node) }
      form = form ?? own
    }
    guard let form else { throw off(node) }
    let width = width(of: cells, scaled)
    let final: Unified.Form
    switch form {
    case .number: final = .number(scaled ?? .init(scale: 0, low: 0, high: 0), mayBeNone: mayBeNone)
    case .date: final = .date
    case .text: final = .text(mayBeNone: mayBeNone)
    case .identity: final = form
    }
    var registers: [Register] = []
    for cell in cells {
      registers.append(try register(cell, final, width, in: frame, node))
    }
    return Unified(registers: registers, form: final)
  }

  /// Narrow, unless a number among them is not, or has to be brought to another scale.
  private func width(of cells: [Cell], _ scaled: ColumnForm.Scaled?) -> Width {
    guard let scaled else { return .narrow }
    let areNarrow = cells.allSatisfy { cell in
      guard case .number(let register, let own, _) = cell else { return true }
      return register.width == .narrow && own.scale == scaled.scale
    }
    return areNarrow && scaled.width == .narrow ? .narrow : .wide
  }

  /// A number as its units at its own scale.
  func scaled(_ number: Decimal128, _ node: NodeID) throws(OffColumns) -> ColumnForm.Scaled {
    for scale in 0...18 {
      if let units = number.units(scale: scale), abs(units) < RuleCompiler.limit {
        return .init(scale: scale, low: units, high: units)
      }
    }
    throw .range(plan.line(of: node))
  }

  private func joined(
    _ one: ColumnForm.Scaled?, _ other: ColumnForm.Scaled, _ node: NodeID
  ) throws(OffColumns) -> ColumnForm.Scaled {
    guard let one else { return other }
    let scale = max(one.scale, other.scale)
    let (left, right) = (try one.rescaled(to: scale), try other.rescaled(to: scale))
    guard let left, let right else { throw .range(plan.line(of: node)) }
    return .init(
      scale: scale, low: min(left.low, right.low), high: max(left.high, right.high))
  }

  private mutating func register(
    _ cell: Cell, _ form: Unified.Form, _ width: Width, in frame: Int, _ node: NodeID
  ) throws(OffColumns) -> Register {
    switch (cell, form) {
    case (.known(.null), _): return constant(.none, width, frame)
    case (.unknown, _): return constant(.unknown, width, frame)
    case (.known(.number(let number)), .number(let scaled, _)):
      guard let units = number.units(scale: scaled.scale) else {
        throw .range(plan.line(of: node))
      }
      return constant(units, width, frame)
    case (.number(let register, let own, _), .number(let scaled, _)):
      return rescaled(register, own, to: scaled.scale, width)
    case (.known(.date(let date)), .date):
      return constant(Int64(date.dayNumber), .narrow, frame)
    case (.known(.string(let text)), .text):
      return constant(try code(of: text, node), .narrow, frame)
    case (.date(let register, _), .date), (.text(let register, _), .text),
      (.identity(_, let register), .identity):
      return register
    default: throw off(node)
    }
  }

  /// The code of a text that a register is to hold; refused where the store was made for rules that do
  /// not name it, for then it has none of its own.
  func code(of text: String, _ node: NodeID) throws(OffColumns) -> Int64 {
    guard let code = store.texts.known(text) else { throw off(node) }
    return Int64(code)
  }

  /// A number at another scale and in a width.
  mutating func rescaled(
    _ register: Register, _ own: ColumnForm.Scaled, to scale: Int, _ width: Width
  ) -> Register {
    if width == .narrow { return register }
    let wide =
      register.width == .wide
      ? register : builder.emit(.widen(register), in: register.frame, .wide)
    if own.scale == scale { return wide }
    return builder.emit(.scale(wide, by: power(scale - own.scale)), in: register.frame, .wide)
  }

  mutating func constant(_ value: Int64, _ width: Width, _ frame: Int) -> Register {
    switch width {
    case .wide: builder.emit(.constantWide(value), in: frame, .wide)
    case .narrow, .truth:
      builder.emit(
        .constantNarrow(
          value == Int64.none ? .none : value == Int64.unknown ? .unknown : Int32(clamping: value)),
        in: frame, .narrow)
    }
  }
}

/// 10 to the power of a small number.
func power(_ digits: Int) -> Int64 {
  (0..<digits).reduce(1) { power, _ in power * 10 }
}

extension RuleCompiler.Unified.Form {
  /// Whether two are of one kind.
  fileprivate func isAlike(_ other: Self) -> Bool {
    switch (self, other) {
    case (.number, .number), (.date, .date), (.text, .text): true
    case (.identity(let one), .identity(let another)): one == another
    default: false
    }
  }
}

extension ColumnForm.Scaled {
  /// The same range with more digits; `nil` beyond what a register holds.
  func rescaled(to scale: Int) throws(OffColumns) -> Self? {
    if scale == self.scale { return self }
    guard scale - self.scale <= 18 else { return nil }
    let factor = power(scale - self.scale)
    let (low, lowOverflow) = self.low.multipliedReportingOverflow(by: factor)
    let (high, highOverflow) = self.high.multipliedReportingOverflow(by: factor)
    guard !lowOverflow, !highOverflow, max(abs(low), abs(high)) < RuleCompiler.limit else {
      return nil
    }
    return .init(scale: scale, low: low, high: high)
  }
}
