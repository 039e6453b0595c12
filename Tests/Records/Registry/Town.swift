import Core
import Cryptography
import FEEL
import Facts
import Foundation
import Registry
import TestSupport
import Testing
import Vocabulary

/// A registry in a folder of its own, for one test.
struct Town {
  private let temporary: TemporaryFolder
  let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary? = nil) throws {
    self.vocabulary = try vocabulary ?? #require(ProjectFiles.vocabulary)
    temporary = try TemporaryFolder()
  }

  var folder: URL { temporary.url }
  var database: String { folder.appending(path: "registry.db").path }
  var key: KeyFile { KeyFile(path: folder.appending(path: "registry.key").path) }

  func open(_ other: Vocabulary? = nil) throws -> Registry {
    try Registry.open(at: database, keyFile: key, vocabulary: other ?? vocabulary)
  }

  /// Facts from the inner part of a facts file.
  func facts(_ parts: String) throws -> FactBase {
    try FactsFile.read(
      SourceText(name: "facts.json", text: #"{"on": "2020-06-30", \#(parts)}"#),
      FactsSchema(vocabulary))
  }
}

/// A vocabulary of one type of party and one of record, made from the lines of their fields.
func smallVocabulary(
  _ personFields: String, _ noteFields: String, key: String? = nil
) throws -> Vocabulary {
  let text = """
    parties:
      person:
        zh: 人
        en: person
        sensitivity: personal
        fields:
    \(personFields.indented)
    records:
      note:
        zh: 记录
        en: note
        of: person
        source: complete
        sensitivity: personal
    \(key.map { "    key: [\($0)]" } ?? "")
        fields:
    \(noteFields.indented)
    """
  let reading = Vocabulary.read([SourceText(name: "small.yaml", text: text)])
  return try #require(
    reading.vocabulary,
    "\(reading.problems.flatMap(\.diagnostics).map(\.message.en))")
}

extension String {
  fileprivate var indented: String {
    split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
  }
}

extension FactBase {
  /// Every fact on a line of its own, sorted.
  var outline: [String] {
    let parties = parties.map { "\(vocabulary.types[$0.type].id) \($0.id ?? "-")" + fields($0) }
    let records = records.map { record in
      "\(vocabulary.types[record.type].id) \(record.id ?? "-") of \(record.party ?? "-")"
        + fields(record)
    }
    let rows = catalogues.flatMap { name, rows in
      rows.map { row in "\(name) " + row.map(shown).joined(separator: " ") }
    }
    return (parties + records + rows).sorted()
  }

  private func fields(_ record: Record) -> String {
    zip(vocabulary.types[record.type].fields, record.values).map { field, value in
      if case .missing = value { return "" }
      return " \(field.id)=\(shown(value))"
    }.joined()
  }

  private func shown(_ value: FactValue) -> String {
    switch value {
    case .missing: "?"
    case .none: "none"
    case .known(let value): shown(value)
    }
  }

  private func shown(_ value: Value) -> String {
    switch value {
    case .null: "none"
    case .boolean(let value): "\(value)"
    case .number(let number): "\(number)"
    case .string(let text): "\"\(text)\""
    case .date(let date): "\(date)"
    case .list(let items): "[" + items.map(shown).joined(separator: ", ") + "]"
    case .context(let context):
      "{" + context.entries.map { "\($0.key): \(shown($0.value))" }.joined(separator: ", ") + "}"
    default: "\(value)"
    }
  }
}
