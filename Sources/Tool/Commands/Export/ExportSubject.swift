import Core
import Facts
import Import
import Vocabulary

/// What is to be exported.
enum ExportSubject: Equatable {
  case facts(TableReader.Subject, id: String)
  case determinations

  /// - Parameters:
  ///   - name: of a type or catalogue, or the word for determinations.
  ///   - vocabulary: what there can be facts about.
  /// - Throws: `UsageError.unknownType` when nothing is called so.
  init(named name: String, _ vocabulary: Vocabulary) throws(UsageError) {
    if ["determination", "determinations", "核定", "核定结果"].contains(name) {
      self = .determinations
    } else if let index = vocabulary.typeIndex(name) {
      self = .facts(.type(index), id: vocabulary.types[index].id)
    } else if let index = vocabulary.catalogues.firstIndex(where: {
      $0.id == name || $0.name.zh == name
    }) {
      self = .facts(.catalogue(index), id: vocabulary.catalogues[index].id)
    } else {
      let names =
        vocabulary.types.flatMap { [$0.id, $0.name.zh] }
        + vocabulary.catalogues.flatMap { [$0.id, $0.name.zh] } + ["determination", "核定"]
      throw .unknownType(name, among: names)
    }
  }

  /// What its file and its bookmark are called.
  var id: String {
    switch self {
    case .facts(_, let id): id
    case .determinations: "determination"
    }
  }
}
