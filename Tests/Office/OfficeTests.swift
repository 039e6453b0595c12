import Core
import Cryptography
import Office
import Store
import OfficeSupport
import TestSupport
import Testing

@Suite struct OfficeTests {
  @Test("a request sent twice is done once") func once() throws {
    let folder = try TemporaryFolder()
    let office = try folder.office()
    var done = 0
    for expected in [OfficeStore.Repetition.first("1"), .again("1"), .again("1")] {
      var times = done
      let outcome = try office.database.write { connection in
        try connection.transaction { connection in
          try office.once("k", by: .make(.clerk), connection) { _ in
            times += 1
            return "\(times)"
          }
        }
      }
      done = times
      #expect(outcome == expected)
    }
    #expect(done == 1)
    #expect(throws: OfficeProblem.requestOfAnother) {
      try office.write { try office.once("k", by: .make(.clerk, 2), $0) { _ in "" }.result }
    }
  }

  @Test("another key does not open the office") func wrongKey() throws {
    let folder = try TemporaryFolder()
    _ = try folder.office()
    #expect(throws: OfficeProblem.wrongKey(database: folder.path("office.db"), keyFile: "b.key")) {
      _ = try OfficeStore(
        Database.sqlite(folder.path("office.db")),
        seal: Seal(masterKey: [UInt8](repeating: 8, count: 32)), keyName: "b.key", rooms: [])
    }
  }

  @Test("days are those of Beijing, whatever the machine says") func days() throws {
    let morning = Moment(microseconds: 1_767_196_799_999_999)
    #expect(morning.text == "2025-12-31 23:59:59")
    #expect(morning.adding(seconds: 1).text == "2026-01-01 00:00:00")
    #expect(Moment(startOf: morning.day).text == "2025-12-31 00:00:00")
    #expect(Moment(microseconds: -1).text == "1970-01-01 07:59:59")
  }

  @Test(
    "a grant covers its region and its organisation alone",
    arguments: [
      (Grant(.clerk), "331002", nil, true), (Grant(.clerk, region: "330300"), "330302", nil, true),
      (Grant(.clerk, region: "330300"), "331002", nil, false),
      (Grant(.clerk, region: "330302"), "330300", nil, false),
      (Grant(.enterpriseAgent, organisation: "e1"), "330302", "e1", true),
      (Grant(.enterpriseAgent, organisation: "e1"), "330302", "e2", false),
      (Grant(.enterpriseAgent, organisation: "e1"), "330302", nil, false),
    ]) func covers(_ grant: Grant, _ region: String, _ organisation: String?, _ expected: Bool)
  {
    #expect(grant.covers(region: region, organisation: organisation) == expected)
  }

  @Test("nobody signs in a role they do not hold") func roles() {
    let actor = Actor(user: 1, name: "a", grants: [Grant(.clerk)])
    #expect(Signer(actor, as: .clerk) != nil)
    #expect(Signer(actor, as: .approver) == nil)
  }

  @Test(
    "every problem says what is wrong and what to do",
    arguments: [
      (
        OfficeProblem.wrongKey(database: "a.db", keyFile: "a.key"),
        "OFF001: a.key is not the key of the office database a.db",
        "Name the key file of the registry with --key; no data was changed.",
        "密钥文件 a.key 不是办公库 a.db 的密钥。请用 --key 指明登记库的密钥文件；数据没有改动。"
      ),
      (
        .trailBroken(number: 7),
        "OFF002: the audit trail does not hold from entry 7 on: something was altered or removed",
        "Keep the database file as it is, compare it with backups, and tell the auditors.",
        "审计记录从第 7 条起对不上：有人改动或删除过。请保全数据库文件，与备份逐条核对，并报告审计部门。"
      ),
      (
        .requestOfAnother, "OFF003: this form belongs to somebody else",
        "Open the page anew and fill it in again.", "这张表单是别人的。请重新打开页面再填写。"
      ),
      (
        .notEmpty(database: "a.db"), "OFF004: work was done in the office a.db already",
        "A demonstration needs an office of its own. Name another synthetic town with --registry.",
        "办公库 a.db 里已经办过事。演示只能用一个新的办公库。请用 --registry 指明另一座虚构城镇。"
      ),
    ]) func words(_ problem: OfficeProblem, _ en: String, _ advice: String, _ zh: String)
  {
    #expect("\(problem.code): \(problem.message.en)" == en)
    #expect(problem.advice.en == advice)
    #expect("\(problem.message.zh)。\(problem.advice.zh)" == zh)
  }
}
