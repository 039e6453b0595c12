/// The moves of an entry in the making, over the balances before it.
struct Draft {
  /// An amount that leaves one account of a budget and enters another of the same: whatever the
  /// moves of an entry are, it adds up to zero in each budget.
  struct Move {
    let amount: Int64
    let budget: Budget
    let from: BudgetAccount
    let to: BudgetAccount
    let subject: LedgerSubject?
  }

  private struct Place: Hashable {
    let budget: Budget
    let account: BudgetAccount
    let subject: String?
  }

  private let books: Books
  private(set) var moves: [Move] = []
  private var changes: [Place: Int64] = [:]

  init(_ books: Books) { self.books = books }

  /// A balance after the moves so far.
  func balance(_ budget: Budget, _ account: BudgetAccount, of subject: String? = nil) -> Int64 {
    let sheet = books.sheets[budget]
    let before =
      subject.map { sheet?.subjects[$0]?[account] ?? 0 } ?? sheet?.balances[account] ?? 0
    return before + changes[Place(budget: budget, account: account, subject: subject), default: 0]
  }

  /// Adds a move. An act has said before why it refuses; what would still make a balance negative
  /// here is a defect.
  ///
  /// - Parameters:
  ///   - amount: above zero.
  ///   - budget: where.
  ///   - from: the account it leaves.
  ///   - to: the account it enters.
  ///   - subject: whose.
  /// - Throws: `LedgerProblem.notPositive`, `.tooLarge`, `.unbalanced`.
  mutating func move(
    _ amount: Int64, in budget: Budget, from: BudgetAccount, to: BudgetAccount,
    for subject: LedgerSubject? = nil
  ) throws(LedgerProblem) {
    guard amount > 0 else { throw .notPositive }
    let subjects = subject.map { [nil, $0.id] } ?? [nil]
    for id in subjects {
      let left = try balance(budget, from, of: id).plus(-amount)
      let isGuarded = id == nil ? from.isNeverNegative : from.isNeverNegativeBySubject
      guard left >= 0 || !isGuarded else {
        throw .unbalanced(entry: books.lastEntry + 1)
      }
      _ = try balance(budget, to, of: id).plus(amount)
      changes[Place(budget: budget, account: from, subject: id), default: 0] -= amount
      changes[Place(budget: budget, account: to, subject: id), default: 0] += amount
    }
    moves.append(Move(amount: amount, budget: budget, from: from, to: to, subject: subject))
  }
}
