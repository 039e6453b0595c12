import TestSupport
import Testing

@testable import HTTP

@Suite struct ConnectionsTests {
  private static let question = "GET /thread HTTP/1.1\r\nHost: localhost\r\n\r\n"
  private static let lastQuestion =
    "GET /thread HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

  /// One thread that took all of them would answer them one after the other.
  @Test func connectionsThatComeTogetherAreDealtOutToTheThreads() async throws {
    let server = try startServer()
    let port = server.address.port
    let threads = await withTaskGroup(of: Substring?.self) { group in
      for _ in 0..<16 {
        group.addTask { exchange(port, Self.lastQuestion).split(separator: "thread=").last }
      }
      return await group.reduce(into: Set<Substring?>()) { $0.insert($1) }
    }
    server.stop(within: .seconds(1))
    #expect(threads.count >= 2)
  }

  @Test func aClientBeyondTheLimitWaitsUntilAnotherLeaves() throws {
    let server = try startServer { $0.limits.connections = 2 }
    defer { server.stop(within: .seconds(1)) }
    let staying = RawClient(port: server.address.port)
    staying.send(Self.question)
    #expect(staying.receive(until: "thread=").contains("200 OK"))
    let late: RawClient
    do {
      let leaving = RawClient(port: server.address.port)
      leaving.send(Self.question)
      #expect(leaving.receive(until: "thread=").contains("200 OK"))
      late = RawClient(port: server.address.port)
      late.send(Self.question)
      #expect(late.receive(until: "thread=", silence: .seconds(1)) == "")
    }
    #expect(late.receive(until: "thread=").contains("200 OK"))
  }
}
