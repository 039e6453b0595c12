package import Core
package import PolicyPlan
import XMLText

/// A policy document as a decision model of DMN 1.5, and what of it such a model cannot say.
package struct ExportedModel: Sendable {
  /// Valid against the schema of DMN 1.5, with a diagram for each benefit.
  package let xml: [UInt8]
  package let unsaid: [Unsaid]

  /// Something that one side says and the other cannot.
  package struct Unsaid: Sendable, Hashable {
    /// What is meant: a benefit, a rule.
    package let what: Bilingual
    package let why: Bilingual
  }

  /// The model of a plan as the document states it, without what regions have set and what later
  /// documents have changed.
  package init(_ plan: Plan) {
    var builder = ModelBuilder(plan)
    builder.build()
    xml = ModelWriter(builder).bytes
    unsaid = builder.unsaid
  }
}

extension ExportedModel.Unsaid {
  init(_ what: Bilingual, zh: String, en: String) {
    self.init(what: what, why: Bilingual(zh: zh, en: en))
  }
}
