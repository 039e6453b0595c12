import Core
import Cryptography
import Facts
import Foundation
import Registry
import Store
import Testing
import Vocabulary

@Suite struct PrivacyTests {
  private let town: Town
  private let day = CivilDate(dayNumber: 18_443)
  private let secrets = ["330302199001010013", "13800000000", "6222020000001234567"]

  init() throws {
    town = try Town()
    _ = try town.open().put(
      town.facts(
        """
        "parties": [{"type": "person", "id": "p1", "name": "张三",
          "idNumber": "\(secrets[0])", "phone": "\(secrets[1])"}],
        "records": [{"type": "account", "party": "p1", "number": "\(secrets[2])"}]
        """), source: "a")
  }

  @Test("no file of the store holds a secret number in the clear") func sealed() throws {
    var all = Data()
    for name in try FileManager.default.contentsOfDirectory(atPath: town.folder.path) {
      all += try Data(contentsOf: town.folder.appending(path: name))
    }
    #expect(all.range(of: Data("张三".utf8)) != nil)
    for secret in secrets { #expect(all.range(of: Data(secret.utf8)) == nil) }
  }

  @Test("a person is found by a secret number, and by nothing like it") func lookup() throws {
    let registry = try town.open()
    let person = try #require(town.vocabulary.typeIndex("person"))
    let account = try #require(town.vocabulary.typeIndex("account"))
    let fields = [
      (person, "idNumber"), (person, "phone"), (account, "number"),
    ]
    for (secret, (type, name)) in zip(secrets, fields) {
      let field = try #require(town.vocabulary.types[type].fieldIndex(name))
      #expect(try registry.parties(with: secret, inType: type, field: field) == ["p1"])
      #expect(try registry.parties(with: secret + "0", inType: type, field: field) == [])
    }
  }

  @Test("another key opens nothing, and changes nothing") func wrongKey() throws {
    let original = try String(contentsOfFile: town.key.path, encoding: .utf8)
    try FileManager.default.removeItem(atPath: town.key.path)
    _ = try town.key.create()
    let problem = RegistryProblem.wrongKey(database: town.database, keyFile: town.key.path)
    #expect(throws: problem) { try town.open() }
    try original.write(toFile: town.key.path, atomically: false, encoding: .utf8)
    #expect(try town.open().facts(of: "p1", on: day)?.records.count == 1)
  }

  @Test("without the key nothing opens, and no new key takes its place") func lostKey() throws {
    try FileManager.default.removeItem(atPath: town.key.path)
    let problem = RegistryProblem.keyLost(database: town.database, keyFile: town.key.path)
    for _ in 1...2 { #expect(throws: problem) { try town.open() } }
    #expect(!FileManager.default.fileExists(atPath: town.key.path))
  }

  @Test("a sealed value that somebody copied to another person does not open") func tampering()
    throws
  {
    let registry = try town.open()
    _ = try registry.put(
      town.facts(#""parties": [{"type": "person", "id": "p2", "phone": "13900000000"}]"#),
      source: "b")
    try Database.sqlite(town.database).write {
      try $0.run(
        """
        UPDATE person SET phone = (SELECT phone FROM person WHERE "_party" = 1)
        WHERE "_party" = 2
        """)
    }
    #expect(throws: RegistryProblem.unreadable(field: "person.phone", party: "p2")) {
      try registry.facts(of: "p2", on: day)
    }
    #expect(try registry.facts(of: "p1", on: day) != nil)
  }
}
