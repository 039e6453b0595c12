package import Determination
package import Determinations
package import Registry

/// A determination that was kept, worked out again.
package struct Replay: Sendable {
  /// Of the stored determination, or of the case.
  package let number: String
  package let subject: ReplayedSubject
  /// What is kept, in the form that is compared byte by byte: see `Documentation/output.md`.
  package let keptJSON: String
  /// What it comes to now, in the same form; `nil` when there is nothing any more where it was.
  package let json: String?
  /// Whether the answers are the same, whatever program gave them.
  package let hasSameAnswer: Bool
  /// What it comes to now, with the reasons.
  package let determination: Determination?
  /// The set of texts that it was worked out from.
  package let set: Int64
  /// SM3 of the plan that is kept, and of that which came of the kept texts.
  package let keptPlan: String
  package let plan: String
  /// What it was determined by; `nil` where that was not kept.
  package let program: DeterminationRun.Program?
  /// The one that gives the benefit first, then those that change it or whose benefits it counts.
  package let documents: [ReplayedDocument]
  /// The run that brought it; `nil` for cases.
  package let run: DeterminationRun?
  /// The last change of the registry that it knew: its number, and when that was.
  package let change: Int64
  package let changed: Change?

  /// Whether both are the same, byte by byte.
  package var isIdentical: Bool { json == keptJSON }

  /// Whether the engine understands the kept texts otherwise by now, or has another number than the
  /// one that is kept.
  package var hasOtherEngine: Bool {
    plan != keptPlan || (program.map { $0.engine != PlanHash.engine } ?? false)
  }
}
