import Core
import Cryptography
package import PolicyPlan
package import Vocabulary

/// What a plan's results depend on beside the facts, as one hash.
package enum PlanHash {
  /// Changes when the engine comes to understand a plan otherwise: then everything is determined
  /// anew.
  package static let engine = 3

  /// SM3 over the whole compiled plan, and those whose benefits it counts, as they are printed, its parameters and assumptions included,
  /// and the meaning of the vocabulary.
  static func hash(_ plans: [Plan]) throws(CryptographyFailure) -> String {
    let vocabulary = plans.first?.vocabulary.meaning.joined(separator: "\n") ?? ""
    let texts = plans.map(\.text).joined(separator: "\n")
    return try SM3.hexDigest("engine \(engine)\n\(texts)\n\(vocabulary)\n")
  }

  /// SM3 over what some benefits of a plan rest on: a change elsewhere in the document leaves it as it
  /// is.
  ///
  /// - Parameters:
  ///   - benefits: positions of benefits that bear on each other.
  ///   - plan: where they stand.
  ///   - plans: among them the documents whose benefits the plan counts.
  ///   - meaning: of the plan's vocabulary.
  /// - Returns: the hash, in hexadecimal.
  /// - Throws: `CryptographyFailure`.
  package static func hash(
    of benefits: [Int], in plan: Plan, among plans: [Plan], meaning: String
  ) throws -> String {
    let others = plans.filter { plan.foreignDocuments.contains($0.id) }.map(\.text)
    let text = ([plan.text(of: benefits)] + others).joined(separator: "\n")
    return try SM3.hexDigest("engine \(engine)\n\(text)\n\(meaning)\n")
  }

  /// What the vocabulary says that an answer can depend on, as one text.
  package static func meaning(of vocabulary: Vocabulary) -> String {
    vocabulary.meaning.joined(separator: "\n")
  }
}

extension Vocabulary {
  /// What the vocabulary says that an answer can depend on: no labels and no questions.
  fileprivate var meaning: [String] {
    types.flatMap(\.meaning)
      + catalogues.map { catalogue in
        "catalogue \(catalogue.id) by \(catalogue.edition.sorted().joined(separator: ", "))"
      }
  }
}

extension EntityType {
  fileprivate var meaning: [String] {
    let spell = spell.map { " from \($0.from) to \($0.to)" } ?? ""
    return ["type \(id) \(role) \(alsoOf) \(source) at \(event ?? "-")\(spell)"]
      + fields.map { "  \($0.id) \($0.type.word) \($0.absence)" }
  }
}

extension FieldType {
  fileprivate var word: String {
    switch self {
    case .boolean: "boolean"
    case .string: "string"
    case .number: "number"
    case .date: "date"
    case .month: "month"
    case .enumeration(let values): "one of " + values.map(\.id).joined(separator: " ")
    case .region: "region"
    case .occupation: "occupation"
    case .reference(let types): "reference to " + types.joined(separator: " ")
    case .varying(let field, let cases):
      "by \(field) "
        + cases.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.type.word)" }
        .joined(separator: " ")
    case .children(let fields): "children " + fields.map(\.id).joined(separator: " ")
    }
  }
}
