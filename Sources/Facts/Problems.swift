import Core

/// What is wrong with a facts file, in order, up to the number that is told.
struct Problems {
  private var told: [Diagnostic] = []
  private var untold = 0

  /// - Parameters:
  ///   - complaint: what is wrong.
  ///   - range: where in the text.
  ///   - path: where in the value; put together only where it is told.
  mutating func add(_ complaint: Complaint, at range: SourceRange, path: @autoclosure () -> String)
  {
    guard told.count < FactsFile.mostProblems else {
      untold += 1
      return
    }
    let path = path()
    told.append(
      Diagnostic(
        complaint.code, at: range, message: complaint.message, advice: complaint.advice,
        headings: path.isEmpty ? [] : [path]))
  }

  var diagnostics: [Diagnostic] {
    guard untold > 0 else { return told }
    let rest = Complaint.more(untold)
    return told + [Diagnostic(rest.code, at: nil, message: rest.message, advice: rest.advice)]
  }
}
