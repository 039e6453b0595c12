import PolicyDocument
import PolicyPlan
import Testing
import TestSupport

/// The documents under `Policies/`, compiled.
enum Published {
  static func plans() throws -> [Plan] { try #require(compiled) }

  private static let compiled = try? compile()

  private static func compile() throws -> [Plan] {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let documents = try ProjectFiles.names(in: "Policies", suffix: ".md").map { name in
      try #require(PolicyDocument.read(try ProjectFiles.source(name)).document)
    }
    return try documents.map { document in
      try #require(Plan.compile(document, vocabulary, beside: documents).plan)
    }
  }
}
