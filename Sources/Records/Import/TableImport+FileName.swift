import Core
package import Facts
package import Vocabulary

extension TableReader.Subject {
  /// What the rows of a file are, by its name: `certificate.csv`, `证书.csv`, `certificate_2024.csv`.
  ///
  /// - Parameters:
  ///   - name: the file's name or path.
  ///   - vocabulary: what there can be facts about.
  /// - Throws: `ImportProblem.unknownType`.
  package init(fileNamed name: String, _ vocabulary: Vocabulary) throws(ImportProblem) {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    // Ids may hold hyphens, so what follows a type's name begins with another sign.
    let word = stem.split(whereSeparator: { "_ （(".contains($0) }).first.map(String.init) ?? stem
    do throws(ImportProblem) {
      try self.init(named: word, vocabulary)
    } catch {
      throw .unknownType(file: file, name: word)
    }
  }

  /// What the rows of refused rows are, by the heading of their reasons; `nil` where there are no
  /// reasons, or they name no type.
  ///
  /// - Parameters:
  ///   - header: the names of the columns.
  ///   - vocabulary: what there can be facts about.
  init?(header: [String], _ vocabulary: Vocabulary) {
    guard let name = header.last.flatMap(RefusedRows.type) else { return nil }
    try? self.init(named: name, vocabulary)
  }

  /// The id of the type or catalogue.
  package func id(in vocabulary: Vocabulary) -> String {
    switch self {
    case .type(let index): vocabulary.types[index].id
    case .catalogue(let index): vocabulary.catalogues[index].id
    }
  }

  /// What rows are, by the name of a type or catalogue.
  ///
  /// - Parameters:
  ///   - name: a canonical id or Chinese name.
  ///   - vocabulary: what there can be facts about.
  /// - Throws: `ImportProblem.noSuchType`.
  init(named name: String, _ vocabulary: Vocabulary) throws(ImportProblem) {
    if let type = vocabulary.typeIndex(name) {
      self = .type(type)
    } else if let index = vocabulary.catalogues.firstIndex(where: {
      $0.id == name || $0.name.zh == name
    }) {
      self = .catalogue(index)
    } else {
      throw .noSuchType(name: name)
    }
  }
}
