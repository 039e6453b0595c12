import FEEL

/// The rules of the benefits that one type of record gives rise to, as steps on registers: what all
/// of them ask is there once.
struct Program: Sendable {
  /// The type of the subjects.
  let type: Int
  var frames: [Frame] = []
  var orders: [Order] = []
  var benefits: [BenefitSteps] = []
  /// By place in `benefits`, the place of the first text of the same benefit: all texts come together
  /// in its block.
  var primaries: [Int] = []
  /// By set, a byte for each code: yes or no.
  var sets: [[UInt8]] = []
  var lists: [CodeList] = []
  var figures: [SteppedFigure] = []
  var tables: [[Step.TableRow]] = []
  /// By code of a text its place in FEEL's order, and the codes in that order.
  var ranks: [Int32] = []
  var inOrder: [Int32] = []
  /// By type, the codes of the ids of its rows, where rules read them.
  var identities: [Int: Cells<Int32>] = [:]
  var standards: [ListedCodes.Standard: Int64] = [:]
  /// Registers of each width that are needed at a time.
  var slots: [Width: Int] = [:]
  /// Where each register lies among those of its width, by its index.
  var slotOf: [Int] = []

  /// What to do next.
  enum Order: Sendable {
    case frame(Int)
    case step(Instruction)
  }

  init(type: Int) { self.type = type }

  /// What is listed, year by year.
  struct CodeList: Sendable, Hashable {
    let firstYear: Int32
    /// By year: a byte for each code, or nothing for a year that was not published.
    let years: [[UInt8]]
  }

  /// A figure that changes in time.
  struct SteppedFigure: Sendable, Hashable {
    /// Days from which each value holds, in order; before the first there is none.
    let from: [Int32]
    /// A mark where there is none.
    let values: [Int64]
    let width: Width

    /// The value on a day, by its number; unknown without a day, and before the first.
    func value(on day: Int32) -> Int64 {
      var value = Int64.unknown
      if day.isMark { return value }
      for place in from.indices where from[place] <= day { value = values[place] }
      return value
    }
  }
}

/// Where a program leaves what a benefit comes to.
struct BenefitSteps: Sendable {
  /// Position of the plan and of the benefit in it.
  let plan: Int
  let benefit: Int
  /// Which of the benefit's texts it is: 0 for that as it was issued, else one more than the version.
  let text: Int
  /// Whether there is an entry at all.
  let entry: Register
  /// Whether what can be told from the subject alone holds.
  let light: Register
  /// The frame of those for whom that is not certainly wrong, and whether the rest holds.
  let weighed: Int
  let heavy: Register
  /// The frame of those who are entitled by the conditions.
  let entitled: Int
  /// `nil` where it is the party whose record the subject is.
  let receiver: Register?
  let payment: Payment
  /// Definitions that stacking rules go by, by lanes of those who are entitled.
  let definitions: [Register]
  /// The range that what is paid was proven to lie in, before it is rounded; `nil` for a constant, and
  /// for what is not money.
  let range: ColumnForm.Scaled?

  enum Payment: Sendable {
    /// 分, before and after the benefit's own caps.
    case once(gross: Register, amount: Register)
    /// By lanes of a frame of months: whether each counts, and what it pays; then the caps.
    case monthly(Months)
    case inKind
    case score(Score)
  }

  /// Points by item, by lanes of a frame of those who have an entry.
  struct Score {
    let frame: Int
    let items: [Item]

    struct Item {
      let points: Register
      /// Digits after the point.
      let scale: Int
      /// Whether it may only take points away.
      let isDeduction: Bool
    }
  }

  struct Months: Sendable {
    let frame: Int
    /// Number of the first month, by the lanes of those who are entitled.
    let first: Register
    let counts: Register
    let rate: Register
    let caps: [Register]
    /// How many months are paid at most, where the window has no end.
    let limit: Int?
  }

  /// The frames whose lanes it goes through in the end.
  var frames: [Int] {
    switch payment {
    case .monthly(let months): [weighed, entitled, months.frame]
    case .score(let score): [weighed, entitled, score.frame]
    case .once, .inKind: [weighed, entitled]
    }
  }

  /// What it reads in the end.
  var registers: [Register] {
    var all = [entry, light, heavy] + (receiver.map { [$0] } ?? [])
    switch payment {
    case .once(let gross, let amount): all += [gross, amount]
    case .monthly(let months): all += [months.first, months.counts, months.rate] + months.caps
    case .score(let score): all += score.items.map(\.points)
    case .inKind: break
    }
    all += definitions
    return all
  }
}
