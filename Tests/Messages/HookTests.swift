import Core
import Foundation
import JSONText
import Messages
import OfficeSupport
import TestSupport
import Testing

@testable import Delivery

/// Short messages as a gateway receives them.
@Suite struct HookTests {
  private func sender(
    _ server: ServerProcess, header: String? = nil, patience: Int64 = 10
  ) throws -> HookSender {
    try HookSender(
      ServerAddress.hook("http://127.0.0.1:\(server.port)/send?a=b"), header: header,
      patience: patience)
  }

  @Test("a short message arrives once it is taken, under one id") func arrives() throws {
    let server = try ServerProcess("sms_gateway.py", ["--answers", "503,429,200"])
    let room = try MessageRoom()
    try room.reach("13800005678", .sms)
    try room.approve()
    let outbox = room.outbox([try sender(server, header: "Authorization: Bearer s3")])
    for expected in [DeliveryReport(postponed: 1), .init(postponed: 1), .init(sent: 1), .init()] {
      #expect(try outbox.deliverDue(limit: 9) == expected)
      room.time.advance(seconds: 86_000)
    }
    let requests = try server.events()
    #expect(requests.map { $0["answer"] } == ["503", "429", "200"])
    #expect(Set(requests.map { $0["body"] }).count == 1)
    let request = try #require(requests.last)
    #expect(request["path"] == "/send?a=b")
    #expect(request["type"] == "application/json")
    #expect(request["authorization"] == "Bearer s3")
    let body = try JSON.parse(SourceText(name: "body", text: request["body"] ?? ""))
    #expect(body.members?.map(\.key) == ["id", "to", "text", "language"])
    #expect(body["to"]?.string == "13800005678")
    #expect(
      body["text"]?.string
        == "您的办件 WZ-2026-17 有新进展，请登录查看：https://office.test/zh/messages/1/")
    #expect(body["id"]?.string == request["key"])
  }

  @Test("each answer means what it says, and a redirection is not followed") func answers() throws {
    let cases: [(status: Int, failure: SendingFailure?)] = [
      (204, nil), (302, .putOff(status: 302)), (400, .refused(status: 400)),
      (401, .notLoggedIn(status: 401)), (403, .notLoggedIn(status: 403)),
      (404, .putOff(status: 404)), (408, .putOff(status: 408)), (422, .refused(status: 422)),
      (500, .putOff(status: 500)),
    ]
    let server = try ServerProcess(
      "sms_gateway.py", ["--answers", cases.map { "\($0.status)" }.joined(separator: ",")])
    for (status, expected) in cases {
      var failure: SendingFailure?
      do { try sender(server).send(Self.letter()) } catch let told as SendingFailure {
        failure = told
      }
      #expect(failure == expected, "\(status)")
    }
    let events = try server.events()
    #expect(events.map { $0["answer"] } == cases.map { "\($0.status)" })
    #expect(Set(events.map { $0["path"] }) == ["/send?a=b"])
  }

  @Test("a gateway that never answers holds nobody up for longer than its patience")
  func silent() throws {
    let server = try ServerProcess("sms_gateway.py", ["--silent"])
    let begin = ContinuousClock.now
    #expect(throws: SendingFailure.unreachable) {
      try sender(server, patience: 1).send(Self.letter())
    }
    #expect(ContinuousClock.now - begin < .seconds(5))
  }

  private static func letter() throws -> Letter {
    try MailTests.letter(to: "13800005678", .sms)
  }
}
