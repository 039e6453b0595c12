import Core
import Facts
import Registry
import Testing

@Suite struct RegistryProblemTests {
  private let town: Town
  private let registry: Registry

  init() throws {
    town = try Town()
    registry = try town.open()
    _ = try registry.put(
      town.facts(
        #""parties": [{"type": "person", "id": "p1"}, {"type": "organisation", "id": "o1"}]"#),
      source: "a")
  }

  @Test(
    "what does not fit is refused, and nothing of the whole is kept",
    arguments: [
      (
        #""parties": [{"type": "person", "id": "p2"}, {"type": "organisation", "id": "p1"}]"#,
        RegistryProblem.partyOfOtherType(id: "p1", type: "person")
      ),
      (
        #""parties": [{"type": "person", "id": "p2"}, {"type": "person", "id": "o1"}]"#,
        .partyOfOtherType(id: "o1", type: "organisation")
      ),
    ]) func refusals(_ parts: String, _ problem: RegistryProblem) throws
  {
    #expect(throws: problem) { try registry.put(town.facts(parts), source: "b") }
    #expect(try registry.facts(of: "p2", on: CivilDate(dayNumber: 0)) == nil)
  }

  @Test("a record of nobody, and of a party that cannot have it") func owners() throws {
    let facts = try town.facts(
      """
      "parties": [{"type": "person", "id": "p9"}],
      "records": [{"type": "title", "party": "p9", "id": "t1"}]
      """)
    let title = facts.records[0]
    for (party, problem) in [
      ("p9", RegistryProblem.unknownParty(id: "p9")),
      ("o1", .wrongParty(record: "title", party: "o1", type: "organisation")),
    ] {
      let record = Record(type: title.type, id: title.id, party: party, values: title.values)
      #expect(throws: problem) {
        try registry.change(source: "b") { try $0.put(record: record) }
      }
    }
  }

  @Test("a reference to a party of another type; one to nobody known is fine") func references()
    throws
  {
    let facts = { (employer: String) in
      try town.facts(
        """
        "parties": [{"type": "person", "id": "p1"}], "records": [
          {"type": "employment", "party": "p1", "id": "e1", "employer": "\(employer)"}]
        """)
    }
    let people = try town.facts(#""parties": [{"type": "person", "id": "p2"}]"#)
    _ = try registry.put(people, source: "b")
    let problem = RegistryProblem.wrongReference(
      field: "employment.employer", id: "p2", type: "person")
    #expect(throws: problem) { try registry.put(facts("p2"), source: "c") }
    for employer in ["o1", "o9"] { _ = try registry.put(facts(employer), source: employer) }
  }

  @Test("two versions of one record in one change") func repeated() throws {
    let facts = try town.facts(
      """
      "parties": [{"type": "person", "id": "p1"}],
      "records": [{"type": "title", "party": "p1", "id": "t1", "grade": "senior"}]
      """)
    var other = facts.records[0]
    other.values[0] = .missing
    #expect(throws: RegistryProblem.repeated(type: "title", id: "t1")) {
      try registry.change(source: "b") {
        _ = try $0.put(record: facts.records[0])
        _ = try $0.put(record: facts.records[0])
        _ = try $0.put(record: other)
      }
    }
  }

  static let texts: [(RegistryProblem, String, String)] = [
    (
      .nestedChildren(field: "a.b"),
      "REG001 a.b 是子记录中的子记录，登记库无法存放。请把它改为单独的记录类型。",
      """
      REG001 a.b holds child records within child records, which the registry cannot keep. Declare \
      it as a record type of its own.
      """
    ),
    (
      .fieldChanged(field: "a.b", from: "text", to: "flag"),
      "REG002 词汇表把 a.b 的存法由“text”改成了“flag”。请用新名字另立一个字段，或恢复原来的类型；数据没有改动。",
      """
      REG002 the vocabulary now wants a.b kept as "flag"; the registry has "text". Declare a field \
      of another name, or restore its type; no data was changed.
      """
    ),
    (
      .wrongKey(database: "r.db", keyFile: "r.key"),
      "REG003 密钥文件 r.key 不是登记库 r.db 的密钥。请从备份中恢复原来的密钥文件；没有它读不出数据，数据没有改动。",
      """
      REG003 r.key is not the key of the registry r.db. Restore the original key file from your \
      backup; without it nothing can be read. No data was changed.
      """
    ),
    (
      .keyLost(database: "r.db", keyFile: "r.key"),
      "REG004 登记库 r.db 已有数据，但密钥文件 r.key 不在了。请从备份中恢复原来的密钥文件；没有它读不出数据，数据没有改动。",
      """
      REG004 the registry r.db has data, but its key file r.key is gone. Restore the original key \
      file from your backup; without it nothing can be read. No data was changed.
      """
    ),
    (
      .unknownParty(id: "p1"), "REG005 登记库里没有编号为“p1”的当事人。请先导入这个当事人，或改正编号。",
      "REG005 the registry has no party \"p1\". Import the party first, or correct the id."
    ),
    (
      .partyOfOtherType(id: "p1", type: "person"),
      "REG006 编号“p1”已是另一种当事人（person）。请换一个编号，或改正种类。",
      """
      REG006 the id "p1" is that of a party of another type (person). Use another id, or correct the \
      type.
      """
    ),
    (
      .wrongParty(record: "title", party: "o1", type: "organisation"),
      "REG007 title 记录不能属于当事人“o1”（organisation）。请改正当事人的编号。",
      """
      REG007 a record of type title cannot belong to the party "o1" (organisation). Correct the id \
      of the party.
      """
    ),
    (
      .wrongReference(field: "employment.employer", id: "p1", type: "person"),
      "REG012 employment.employer 指的“p1”是另一种当事人（person）。请改正编号。",
      """
      REG012 "p1", which employment.employer names, is a party of another type (person). Correct \
      the id.
      """
    ),
    (
      .repeated(type: "title", id: "t1"),
      "REG008 title“t1”在同一批里出现两次，内容不同。请只留正确的一条。",
      """
      REG008 title "t1" comes twice at once and says different things. Keep the right one only.
      """
    ),
    (
      .unknownRecord(type: "title", id: "t1"),
      "REG009 登记库里没有 title“t1”。请核对编号和内容。",
      "REG009 the registry has no title \"t1\". Check the id and what it says."
    ),
    (
      .repeated(type: "title", id: nil),
      "REG008 同一条 title 在同一批里既加入又撤回。请只留正确的一条。",
      "REG008 the same title is put in and withdrawn at once. Keep the right one only."
    ),
    (
      .unknownRecord(type: "title", id: nil),
      "REG009 登记库里没有这样的 title。请核对编号和内容。",
      "REG009 the registry has no title that says this. Check the id and what it says."
    ),
    (
      .emptied(database: "r.db"),
      "REG017 登记库 r.db 是一个空文件（0 字节），里面的数据不见了。请从备份中恢复；确要从头建立，先删去这个文件和它的密钥文件。没有改动。",
      """
      REG017 the registry r.db is an empty file (0 bytes): its data is gone. Restore it from a \
      backup; to begin anew, delete the file and its key file first. Nothing was changed.
      """
    ),
    (
      .sameTwice(type: "title"),
      "REG015 没有编号的 title 在同一批里出现两次，内容完全相同。请只留正确的一条；确是两件事，就给每条一个编号。",
      """
      REG015 a title without an id comes twice at once and says the same. Keep the right one; if \
      they are two, give each an id.
      """
    ),
    (
      .keyTwice(type: "wage", fields: ["employer", "year"]),
      "REG016 wage 在同一批里出现两次，employer、year 相同而其余不同。请只留正确的一条；确是两件事，就给每条一个编号。",
      """
      REG016 a wage comes twice at once with the same employer, year and says different things. Keep \
      the right one; if they are two, give each an id.
      """
    ),
    (
      .unreadable(field: "person.phone", party: "p1"),
      "REG010 当事人“p1”的 person.phone 读不出来，数据被人改动过。请从备份恢复数据库，并查明原因。",
      """
      REG010 person.phone of the party "p1" cannot be read: somebody has changed the data. Restore \
      the database from a backup, and find out who changed it.
      """
    ),
    (
      .unfit(field: "wage.amount", value: "0.001"),
      "REG011 0.001 不能存入 wage.amount。请按词汇表的类型和小数位数改正。",
      """
      REG011 0.001 does not fit into wage.amount. Correct it to the type and the digits that the \
      vocabulary says.
      """
    ),
  ]

  @Test("every problem is told in full, in both languages", arguments: texts)
  func words(_ problem: RegistryProblem, _ zh: String, _ en: String) {
    #expect("\(problem.code) \(problem.message.zh)。\(problem.advice.zh)" == zh)
    #expect("\(problem.code) \(problem.message.en). \(problem.advice.en)" == en)
  }
}
