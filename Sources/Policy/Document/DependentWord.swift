package import Core

/// A word of a block that may depend on an assumption, true or false:
/// `counted: { if: 窗口按日历, then: window, else: paid }`.
package struct DependentWord<Word: Sendable>: Sendable {
  /// What holds always, or while the assumption is true.
  package let word: Word
  /// The assumption and what holds while it is false; `nil` where nothing is assumed.
  package let otherwise: (assumption: Cell, word: Word)?

  init(_ word: Word, otherwise: (assumption: Cell, word: Word)? = nil) {
    self.word = word
    self.otherwise = otherwise
  }
}

/// A day that an assumption may hold: `events-from: 起算日`.
package struct StartDay: Sendable {
  /// What the document itself says; `nil` until the assumption is read, or when it is no date.
  package internal(set) var day: CivilDate?
  /// The assumption whose value it is.
  package let assumption: Cell?
}
