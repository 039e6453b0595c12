import Facts
import Vocabulary

/// Where the values of a type of party or record stand in the vocabulary.
struct Shape: Sendable {
  /// Position of the type in the vocabulary.
  let type: Int
  /// For each value that is given, its position among the type's fields.
  private let positions: [Int]
  private let fieldCount: Int
  /// Whether the values are given in the vocabulary's own order and leave out none.
  private let isWhole: Bool

  /// - Parameters:
  ///   - vocabulary: where the type stands.
  ///   - name: canonical id of the type.
  ///   - fields: canonical ids of the fields, in the order in which values will be given.
  /// - Throws: `SynthesisProblem.notInVocabulary`.
  init(_ vocabulary: Vocabulary, _ name: String, _ fields: [String]) throws(SynthesisProblem) {
    guard let type = vocabulary.typeIndex(name) else { throw .notInVocabulary(name) }
    let entity = vocabulary.types[type]
    var positions: [Int] = []
    for field in fields {
      guard let position = entity.fieldIndex(field) else {
        throw .notInVocabulary("\(name).\(field)")
      }
      positions.append(position)
    }
    self.type = type
    self.positions = positions
    fieldCount = entity.fields.count
    isWhole = positions == Array(entity.fields.indices)
  }

  /// A party; `values` in the order of the shape's fields.
  func party(_ id: String, _ values: [FactValue]) -> Record {
    Record(type: type, id: id, party: nil, values: arranged(values))
  }

  /// A record; `values` in the order of the shape's fields.
  func record(_ id: String?, of party: String, _ values: [FactValue]) -> Record {
    Record(type: type, id: id, party: party, values: arranged(values))
  }

  private func arranged(_ values: [FactValue]) -> [FactValue] {
    if isWhole { return values }
    var arranged = [FactValue](repeating: .missing, count: fieldCount)
    for (position, value) in zip(positions, values) { arranged[position] = value }
    return arranged
  }
}
