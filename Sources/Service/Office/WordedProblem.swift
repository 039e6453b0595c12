package import Core

/// Why something that was asked for is not done, in words for whoever asked.
package protocol WordedProblem: Error {
  /// Stable.
  var code: String { get }
  /// What is wrong.
  var message: Bilingual { get }
  /// What to do about it.
  var advice: Bilingual { get }
}

extension WordedProblem {
  /// Both as one line.
  package var sentence: Bilingual {
    Bilingual(zh: "\(message.zh)。\(advice.zh)", en: "\(message.en). \(advice.en)")
  }
}

extension OfficeProblem: WordedProblem {}
