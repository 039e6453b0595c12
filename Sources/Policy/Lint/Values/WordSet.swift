/// Texts: some, or all but some.
struct WordSet: Sendable, Hashable {
  let words: Set<String>
  /// Whether the set is all texts except `words`.
  let isComplement: Bool

  static let all = WordSet([], isComplement: true)
  static let none = WordSet([])

  init(_ words: Set<String>, isComplement: Bool = false) {
    self.words = words
    self.isComplement = isComplement
  }

  var isEmpty: Bool { !isComplement && words.isEmpty }
  var complement: WordSet { WordSet(words, isComplement: !isComplement) }

  func contains(_ word: String) -> Bool { words.contains(word) != isComplement }

  func intersection(_ other: WordSet) -> WordSet {
    switch (isComplement, other.isComplement) {
    case (false, false): WordSet(words.intersection(other.words))
    case (false, true): WordSet(words.subtracting(other.words))
    case (true, false): WordSet(other.words.subtracting(words))
    case (true, true): WordSet(words.union(other.words), isComplement: true)
    }
  }

  func union(_ other: WordSet) -> WordSet {
    complement.intersection(other.complement).complement
  }
}
