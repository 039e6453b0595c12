import Core
import Facts
import Testing
import Vocabulary

@Suite("Errors in facts files")
struct FactsErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let expected: String

    init(_ description: String, _ text: String, expected: String) {
      testDescription = description
      self.text = text
      self.expected = expected
    }

    /// A file with one person `p`, one enterprise `e` and one record.
    static func record(_ record: String, expected: String) -> Case {
      let text = """
        {"on": "2020-06-30",
        "parties": [{"type": "person", "id": "p"}, {"type": "organisation", "id": "e"}],
        "records": [
        {\(record)}
        ]}
        """
      return Case(record, text, expected: expected)
    }

    /// A file with one party only.
    static func party(_ party: String, expected: String) -> Case {
      Case(party, "{\"on\": \"2020-06-30\", \"parties\": [\n{\(party)}\n]}", expected: expected)
    }
  }

  @Test("errors say where, what is wrong and what to do", arguments: structure + records)
  func errors(_ one: Case) throws {
    let rendered = try Self.rendered(one.text)
    #expect(rendered == one.expected)
  }

  @Test("after a hundred problems only their number is told") func many() throws {
    let records = (0..<250).map { _ in "{\"type\": \"wage\", \"party\": \"p\", \"amount\": -1}" }
    let text = """
      {"on": "2020-06-30", "parties": [{"type": "person", "id": "p"}],
      "records": [\(records.joined(separator: ",\n"))]}
      """
    let error = try #require(try Self.error(text))
    #expect(error.diagnostics.count == 101)
    #expect(error.diagnostics[99].headings == ["records[99].amount"])
    #expect(error.diagnostics[100].code == "FACT018")
    #expect(error.diagnostics[100].message.en == "and 150 more problems")
    #expect(error.diagnostics[100].message.zh == "另有 150 处问题")
  }

  /// All that is said, in Chinese and in English.
  static func rendered(_ text: String) throws -> String {
    guard let error = try error(text) else { return "" }
    return Language.allCases.flatMap { language in
      error.diagnostics.map { $0.rendered(in: error.source, language) }
    }.joined(separator: "\n")
  }

  static func error(_ text: String) throws -> DiagnosticsError? {
    let vocabulary = try #require(ProjectVocabulary.vocabulary)
    do throws(DiagnosticsError) {
      _ = try FactsFile.read(SourceText(name: "facts.json", text: text), FactsSchema(vocabulary))
      return nil
    } catch {
      return error
    }
  }
}
