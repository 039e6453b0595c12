import BankFiles
import Core
import TestSupport
import Testing

/// What is said of statements that cannot be read, whole: `bad/`.
@Suite struct StatementWordsTests {
  private static let corpora = [Corpus("bad", suffix: ".csv"), Corpus("bad", suffix: ".xml")]

  @Test(
    "everything that is wrong, with its line and what to do",
    arguments: corpora.indices.flatMap { index in corpora[index].names.map { (index, $0) } })
  func words(_ index: Int, _ name: String) throws {
    let corpus = StatementWordsTests.corpora[index]
    let source = try corpus.source(name)
    var now = ""
    do throws(DiagnosticsError) {
      _ = try BankStatement.read(source.bytes, name: source.name)
    } catch {
      now = error.diagnostics.rendered(in: error.source)
    }
    #expect(try corpus.expected(name, now: now) == now)
    #expect(!now.isEmpty)
  }

  @Test("bytes that are no text") func notText() {
    #expect {
      _ = try BankStatement.read([0, 1], name: "s.csv")
    } throws: { error in
      guard let error = error as? DiagnosticsError else { return false }
      return error.diagnostics.rendered(in: error.source) == """
        s.csv: 错误 STM001: 对账单既不是 UTF-8 也不是 GB18030 文本
          请在网银重新下载，或在表格软件中另存为“CSV UTF-8”。

        s.csv: error STM001: the statement is text neither in UTF-8 nor in GB18030
          Download it again, or save it as "CSV UTF-8" in a spreadsheet program.

        """
    }
  }
}
