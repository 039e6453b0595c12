import DelimitedText
import Spreadsheet
package import Facts
package import Vocabulary

/// A file that is to be imported.
package struct ImportFile: Sendable {
  /// What a file holds.
  package enum Content: Sendable, Equatable {
    /// A facts file (JSON): parties, records and catalogues.
    case facts
    /// A table of one type of party or record, or of a catalogue.
    case table(TableReader.Subject)
  }

  /// What messages and the change call it.
  package let name: String
  package let content: Content
  /// Reads all of it; called once, when its turn has come.
  package let bytes: @Sendable () throws -> [UInt8]

  package init(
    name: String, _ content: Content, bytes: @escaping @Sendable () throws -> [UInt8]
  ) {
    self.name = name
    self.content = content
    self.bytes = bytes
  }

  /// The most bytes of a facts file that are read: as a tree it takes about twelve times its size
  /// in memory. Larger amounts come as tables.
  package static let largestFacts = 64 * 1024 * 1024
  /// The most bytes of a table that are read; they are kept in memory meanwhile.
  package static let largestTable = 1024 * 1024 * 1024

  /// The most bytes that are read of this one.
  package var limit: Int {
    content == .facts ? ImportFile.largestFacts : ImportFile.largestTable
  }
}

extension ImportFile.Content {
  /// What a file holds, by how it begins: a brace begins facts; of refused rows, the header says the
  /// type, of any other table the name of the file.
  ///
  /// - Parameters:
  ///   - head: the first bytes of the file, with the header of a table whole; all of a workbook.
  ///   - name: the file's name or path.
  ///   - type: the type of the rows, by id or Chinese name, in place of the file's name.
  ///   - vocabulary: what there can be facts about.
  /// - Throws: `ImportProblem.unknownType`.
  package init(
    head: [UInt8], name: String, type: String?, _ vocabulary: Vocabulary
  ) throws(ImportProblem) {
    let hasMark = head.starts(with: CSVText.byteOrderMark)
    let text = hasMark ? head.dropFirst(CSVText.byteOrderMark.count) : head[...]
    let blanks = Set(" \t\r\n".utf8)
    if text.first(where: { !blanks.contains($0) }) == UInt8(ascii: "{") {
      self = .facts
    } else if let type {
      self = .table(try TableReader.Subject(named: type, vocabulary))
    } else if let subject = TableReader.Subject(header: TableHeader.names(head), vocabulary) {
      self = .table(subject)
    } else {
      self = .table(try TableReader.Subject(fileNamed: name, vocabulary))
    }
  }

  /// Whether a file begins as a workbook does, whose header can only be told from all of it.
  package static func isWorkbook(_ head: [UInt8]) -> Bool { Workbook.isWorkbook(head) }

  /// Parties come before what belongs to them, whatever the order of the files.
  func rank(in vocabulary: Vocabulary) -> Int {
    switch self {
    case .facts: 0
    case .table(.type(let index)): vocabulary.types[index].role == .party ? 0 : 1
    case .table(.catalogue): 1
    }
  }
}
