package import Columns
import Cryptography
import Determinations
import FEEL
package import Registry
import Vocabulary

extension ColumnStamp {
  /// What a snapshot of a registry's state is of.
  ///
  /// - Parameter state: of the registry.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  package init(_ state: Snapshot) throws {
    let moment = try state.registry.change(state.change)?.moment ?? 0
    self.init(
      registry: try state.registry.identity(),
      vocabulary: try SM3.hexDigest(state.registry.vocabulary.columnMeaning),
      change: state.change, moment: moment)
  }
}

extension Vocabulary {
  /// What columns depend on: the meaning of the vocabulary, and how many digits numbers have.
  fileprivate var columnMeaning: String {
    let numbers = types.flatMap { type in
      type.fields.map { field in
        guard case .number(let range, let scale, _) = field.type else { return "" }
        return "\(type.id).\(field.id) \(range.lowerBound) \(range.upperBound) \(scale)"
      }
    }
    return PlanHash.meaning(of: self) + "\n" + numbers.joined(separator: "\n")
  }
}
