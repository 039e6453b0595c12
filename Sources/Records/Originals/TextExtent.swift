/// Which part of a longer text is about a document: a briefing tells of several counties.
package struct TextExtent: Sendable {
  /// What the first line of the part begins with; one of several; empty for the whole text.
  private let from: [String]
  /// What the first line after the part begins with; empty to the end of the text.
  private let until: [String]

  /// - Parameters:
  ///   - from: beginnings of lines with commas between; `nil` for the beginning of the text.
  ///   - until: beginnings of lines with commas between; `nil` for its end.
  package init(from: String? = nil, until: String? = nil) {
    func beginnings(_ text: String?) -> [String] {
      (text ?? "").split(whereSeparator: { ",，".contains($0) }).map { String($0) }
    }
    self.from = beginnings(from)
    self.until = beginnings(until)
  }

  /// - Parameters:
  ///   - text: the whole.
  ///   - name: what messages call its file.
  /// - Returns: the part.
  /// - Throws: `OriginalProblem.noLine` when no line begins so.
  func cut(_ text: String, name: String) throws(OriginalProblem) -> String {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    func place(of beginnings: [String], in lines: ArraySlice<Substring>) -> Int? {
      lines.firstIndex { line in
        let line = line.drop(while: \.isWhitespace)
        return beginnings.contains { line.hasPrefix($0) }
      }
    }
    if !from.isEmpty {
      guard let start = place(of: from, in: lines) else { throw .noLine(file: name, from) }
      lines = lines[start...]
    }
    if !until.isEmpty {
      guard let end = place(of: until, in: lines.dropFirst()) else {
        throw .noLine(file: name, until)
      }
      lines = lines[..<end]
    }
    return lines.joined(separator: "\n")
  }
}
