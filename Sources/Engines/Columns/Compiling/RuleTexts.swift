/// The codes of texts as rules see them: those of the columns, and behind them one for each text that
/// rules name and no column holds, so that no two texts share a code.
struct RuleTexts: Sendable {
  private let stored: TextCodes
  /// By UTF-8: texts are the same when their code points are.
  private var codes: [[UInt8]: Int32] = [:]
  private var added: [String] = []

  /// - Parameters:
  ///   - stored: of the columns.
  ///   - texts: that rules name.
  init(_ stored: TextCodes, naming texts: [String]) {
    self.stored = stored
    for text in texts where stored.code(of: text) < 0 && codes[Array(text.utf8)] == nil {
      codes[Array(text.utf8)] = Int32(stored.texts.count + added.count)
      added.append(text)
    }
  }

  /// The code of a text; one that nothing holds where neither columns nor rules know it.
  func code(of text: String) -> Int32 {
    let known = stored.code(of: text)
    return known >= 0 ? known : codes[Array(text.utf8)] ?? known
  }

  var count: Int { stored.texts.count + added.count }

  /// By their codes.
  var all: [String] { Array(stored.texts) + added }
}
