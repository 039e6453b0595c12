/// Where words go: standard output, standard error, or a test's memory.
struct Console: Sendable {
  /// How a piece of text stands out on a terminal that shows colours.
  enum Emphasis: Int, Sendable {
    case bold = 1
    case red = 31
    case green = 32
    case yellow = 33
  }

  let showsColours: Bool
  /// Whether a line can be drawn over.
  let isTerminal: Bool
  private let put: @Sendable (String) -> Void

  init(colours: Bool, terminal: Bool = false, put: @escaping @Sendable (String) -> Void) {
    showsColours = colours
    isTerminal = terminal
    self.put = put
  }

  func write(_ text: String) { put(text) }

  func line(_ text: String) { put(text + "\n") }

  /// The text with the escape sequences of ECMA-48 around it, where colours are shown.
  func emphasised(_ text: String, _ emphasis: Emphasis) -> String {
    showsColours ? "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m" : text
  }
}
