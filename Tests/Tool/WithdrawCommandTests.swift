import Foundation
import Testing

@testable import gongjiang

/// `gongjiang withdraw`, as a person at the terminal meets it.
@Suite struct WithdrawCommandTests {
  private let folder: Folder
  private var registry: [String] { ["--registry", folder.path + "/town.db"] }

  init() throws {
    folder = try Folder()
    let files = [
      try folder.file("person.csv", "id,name\np1,甲样例\n".utf8),
      try folder.file("certificate.csv", "id,party,level\nc1,p1,3\nc2,p1,2\n".utf8),
      try folder.file("wage.csv", "party,employer,year,amount\np1,o1,2019,70000\n".utf8),
      try folder.file("claim.csv", "party,benefit,on,amount\np1,b,2019-05-03,100\n".utf8),
    ]
    #expect(
      run(["import", "--quiet"] + files + registry, directory: repository).status == .success)
  }

  private func withdraw(_ words: String...) -> Run {
    run(["withdraw", "--quiet"] + words + registry, directory: repository)
  }

  /// How many rows the registry exports of a type.
  private func count(_ type: String) throws -> Int {
    let path = folder.path + "/out.csv"
    _ = run(["export", type, "--to", path] + registry, directory: repository)
    return try folder.text(of: "out.csv").split(separator: "\r\n").count - 1
  }

  @Test(
    "by id, by key, and by all that it says",
    arguments: [
      ("certificate", "id,party\nc1,p1\n", 1), ("工资", "party,employer,year\np1,o1,2019\n", 0),
      ("claim", "party,benefit,on,amount\np1,b,2019-05-03,100.00\n", 0),
    ])
  func ways(_ type: String, _ text: String, _ left: Int) throws {
    let path = try folder.file("wrong.csv", text.utf8)
    let before = try count(type)
    #expect(
      withdraw(type, "--trial", path)
        == Run(status: .success, output: "\(path)：1 行，撤回 1，拒收 0\n试运行，没有写入。\n"))
    #expect(try count(type) == before)
    #expect(
      withdraw(type, path)
        == Run(status: .success, output: "\(path)：1 行，撤回 1，拒收 0\n已写入登记库。\n"))
    #expect(try count(type) == left)
    let again = withdraw(type, path, "--lang", "en")
    #expect(again.status == .findings)
    #expect(again.output.hasPrefix("\(path): 1 rows, 0 withdrawn, 1 refused\n  line 2: REG009: "))
  }

  @Test("one that is not there keeps the others, unless the good ones shall go") func mixed() throws
  {
    let path = try folder.file("wrong.csv", "id,party\nc1,p1\nc9,p1\n".utf8)
    #expect(withdraw("certificate", path).status == .findings)
    #expect(try count("certificate") == 2)
    #expect(withdraw("certificate", "--keep-good", path).status == .findings)
    #expect(try count("certificate") == 1)
  }

  @Test("neither parties nor facts files") func refused() throws {
    let facts = try folder.file("facts.json", "{}".utf8)
    let people = folder.path + "/person.csv"
    #expect(
      withdraw("person", people)
        == Run(
          status: .badInput,
          errors: "gongjiang: IMP013：当事人（person）不能撤回\n请撤回它的记录；写错的属性用 import 更正。\n"))
    #expect(
      withdraw("wage", facts, "--lang", "en")
        == Run(
          status: .badInput,
          errors: """
            gongjiang: IMP012: \(facts) is a facts file; a table says what to withdraw
            Write a CSV or XLSX file with a row for each record to withdraw.

            """))
  }
}
