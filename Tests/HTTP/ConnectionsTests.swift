import Glibc
import TestSupport
import Testing

@testable import HTTP

@Suite struct ConnectionsTests {
  private static let question = "GET /thread HTTP/1.1\r\nHost: localhost\r\n\r\n"

  /// One thread that took all of them would answer them one after the other.
  @Test func connectionsThatAreOpenTogetherAreDealtOutToTheThreads() throws {
    let server = try startServer()
    defer { server.stop(within: .seconds(1)) }
    #expect(Self.threads(ofConnections: 16, to: server.address.port).count >= 2)
  }

  /// The threads that answer so many connections, all of which stay open until the last has asked.
  private static func threads(ofConnections count: Int, to port: UInt16) -> Set<Substring> {
    if count == 0 { return [] }
    let client = RawClient(port: port)
    // The library deals out by the number of the socket. Client and server share this process, so
    // without another descriptor now and then the server would only get every second number.
    let spare = count.isMultiple(of: 2) ? open("/dev/null", O_RDONLY) : -1
    defer { if spare >= 0 { close(spare) } }
    client.send(question)
    let answer = client.receive(until: "thread=", silence: .seconds(30))
    return threads(ofConnections: count - 1, to: port)
      .union(answer.split(separator: "thread=").dropFirst().suffix(1))
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
