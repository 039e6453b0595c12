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
  ///   `SetupProblem`, `CryptographyFailure`.
  package init(
    procedures: [SourceText], ways: SourceText, funding: SourceText, messages: SourceText
  ) throws {
    let reading = try Reading(procedures, ways: ways, funding: funding, messages: messages)
    guard let ways = reading.ways, let funding = reading.funding, let texts = reading.texts,
      reading.faults.isEmpty
    else {
      // What could not be read has left a fault.
      throw reading.faults.first ?? DiagnosticsError(source: ways, diagnostics: [])
    }
    self.procedures = reading.procedures
    self.ways = ways
    self.funding = funding
    self.texts = texts
    try Setup.checkMessages(of: self.procedures.map(\.procedure), texts)
  }

  /// All that is wrong with the files, for whoever mends them.
  ///
  /// - Parameters:
  ///   - procedures: every file that is a procedure.
  ///   - ways: `benefits.yaml`.
  ///   - funding: `funding.yaml`.
  ///   - messages: `messages.yaml`.
  /// - Returns: the files that are not sound.
  /// - Throws: `SetupProblem` where each is sound and one does not fit the others;
  ///   `CryptographyFailure`.
  package static func faults(
    procedures: [SourceText], ways: SourceText, funding: SourceText, messages: SourceText
  ) throws -> [DiagnosticsError] {
    let reading = try Reading(procedures, ways: ways, funding: funding, messages: messages)
    if reading.faults.isEmpty, let texts = reading.texts {
      try checkMessages(of: reading.procedures.map(\.procedure), texts)
    }
    return reading.faults
  }

  /// Each file by itself: what could be read, and what is wrong with the others.
  private struct Reading {
    var procedures: [(text: String, procedure: Procedure)] = []
    var ways: Ways?
    var funding: Funding?
    var texts: MessageTexts?
    var faults: [DiagnosticsError] = []

    init(
      _ procedures: [SourceText], ways: SourceText, funding: SourceText, messages: SourceText
    ) throws {
      for source in procedures {
        let procedure = try keep { try Procedure.read(source) }
        if let procedure { self.procedures.append((source.text, procedure)) }
      }
      // Where a procedure cannot be read, a benefit that goes its way is no further fault.
      if faults.isEmpty {
        let ids = self.procedures.map(\.procedure.id)
        self.ways = try keep { try Ways(ways, procedures: ids) }
      }
      self.funding = try keep { try Funding(funding) }
      texts = try keep { try MessageTexts(messages) }
    }

    private mutating func keep<Value>(_ read: () throws -> Value) throws -> Value? {
      do {
        return try read()
      } catch let error as DiagnosticsError {
        faults.append(error)
        return nil
      }
    }
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
