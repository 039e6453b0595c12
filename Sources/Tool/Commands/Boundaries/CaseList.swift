import Cases
import Core
import Explain

/// Cases for the terminal: a line each, with the benefit above its own.
struct CaseList {
  private let cases: [BoundaryCase]
  private let session: Session

  init(_ cases: [BoundaryCase], _ session: Session) {
    self.cases = cases
    self.session = session
  }

  var text: String {
    var lines: [String] = []
    var benefit: String?
    for (index, one) in cases.enumerated() {
      if one.facts.benefit != benefit {
        benefit = one.facts.benefit
        lines.append(session.output.emphasised(one.facts.benefit, .bold))
      }
      let result = one.result.words[session.language]
      lines.append("  \(index + 1)  \(one.varies[session.language]) → \(result)")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
