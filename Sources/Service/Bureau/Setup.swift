package import Core
package import Messages
package import Procedures

/// What the folder `Procedures` says: how cases move, which benefits go which way, who bears the
/// cost, and what people are told.
package struct Setup: Sendable {
  package let procedures: [(text: String, procedure: Procedure)]
  package let ways: Ways
  package let funding: Funding
  package let texts: MessageTexts

  /// Reads the files.
  ///
  /// - Parameters:
  ///   - procedures: every file that is a procedure.
  ///   - ways: `benefits.yaml`.
  ///   - funding: `funding.yaml`.
  ///   - messages: `messages.yaml`.
  /// - Throws: `DiagnosticsError` with all that is wrong with the first file that is not sound;
  ///   `CryptographyFailure`.
  package init(
    procedures: [SourceText], ways: SourceText, funding: SourceText, messages: SourceText
  ) throws {
    self.procedures = try procedures.map { ($0.text, try Procedure.read($0)) }
    self.ways = try Ways(ways, procedures: self.procedures.map(\.procedure.id))
    self.funding = try Funding(funding)
    texts = try MessageTexts(messages)
    try Setup.checkMessages(of: self.procedures.map(\.procedure), texts)
  }

  /// A transition that tells something nobody has written would be found out only when it is made.
  private static func checkMessages(
    of procedures: [Procedure], _ texts: MessageTexts
  ) throws(SetupProblem) {
    for procedure in procedures {
      for transition in procedure.transitions {
        if let template = transition.tells, !texts.has(template) {
          throw .untold(procedure: procedure.id, transition: transition.id, template: template)
        }
      }
    }
  }
}
