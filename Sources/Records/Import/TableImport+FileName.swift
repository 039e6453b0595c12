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
    try self.init(named: word, file: file, vocabulary)
  }

  /// What the rows of a file are, by the name of a type or catalogue.
  ///
  /// - Parameters:
  ///   - word: a canonical id or Chinese name.
  ///   - file: what a message calls the file.
  ///   - vocabulary: what there can be facts about.
  /// - Throws: `ImportProblem.unknownType`.
  init(named word: String, file: String, _ vocabulary: Vocabulary) throws(ImportProblem) {
    if let type = vocabulary.typeIndex(word) {
      self = .type(type)
    } else if let index = vocabulary.catalogues.firstIndex(where: {
      $0.id == word || $0.name.zh == word
    }) {
      self = .catalogue(index)
    } else {
      throw .unknownType(file: file, name: word)
    }
  }
}
