import Dispatch
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import HTTP

/// What takes long is answered beside the threads that serve connections.
@Suite struct LaneTests {
  /// More forms than there are threads, all still being worked on: a page comes all the same.
  @Test func aPageDoesNotWaitForForms() throws {
    let gate = Gate()
    let server = try gate.server()
    defer { server.stop(within: .seconds(1)) }
    let clients = Clients(6, server, "POST", "/gate")
    gate.wait(until: 6)
    #expect(exchange(server.address.port, request("GET", "/page")).hasSuffix("\r\n\r\npage"))
    gate.open()
    #expect(clients.answers.allSatisfy { $0.hasSuffix("\r\n\r\npassed") })
  }

  @Test func aFormDoesNotWaitForACrowdAtTheDoor() throws {
    let gate = Gate()
    let server = try gate.server()
    defer { server.stop(within: .seconds(1)) }
    let clients = Clients(40, server, "POST", "/door")
    gate.wait(until: 1)
    #expect(exchange(server.address.port, request("POST", "/form")).hasSuffix("\r\n\r\nform"))
    gate.open()
    #expect(clients.answers.allSatisfy { $0.hasSuffix("\r\n\r\npassed") })
  }

  @Test func formsFollowEachOtherOnOneConnection() throws {
    let server = try Gate().server()
    defer { server.stop(within: .seconds(1)) }
    let client = RawClient(port: server.address.port)
    for _ in 0..<50 {
      client.send("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\na=b")
      #expect(client.receive(until: "\r\n\r\nform").hasPrefix("HTTP/1.1 200 OK"))
    }
  }

  @Test func whoLeavesBeforeTheAnswerDisturbsNobody() throws {
    let gate = Gate()
    let server = try gate.server()
    defer { server.stop(within: .seconds(1)) }
    do {
      let leaving = RawClient(port: server.address.port)
      leaving.send(request("POST", "/gate"))
      gate.wait(until: 1)
    }
    gate.open()
    #expect(exchange(server.address.port, request("POST", "/form")).hasSuffix("\r\n\r\nform"))
  }

  @Test func aFormUnderWayIsAnsweredBeforeTheEnd() throws {
    let gate = Gate()
    let server = try gate.server()
    let clients = Clients(1, server, "POST", "/gate")
    gate.wait(until: 1)
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(100)) { gate.open() }
    server.stop(within: .seconds(30))
    #expect(clients.answers.allSatisfy { $0.hasSuffix("\r\n\r\npassed") })
  }

  @Test func nobodyWaitsBeyondTheGrace() throws {
    let gate = Gate()
    let server = try gate.server()
    let clients = Clients(3, server, "POST", "/gate")
    gate.wait(until: 3)
    server.stop(within: .milliseconds(50))
    #expect(clients.answers == ["", "", ""])
    gate.open()
  }
}

private func request(_ method: String, _ path: String) -> String {
  "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
}

/// Holds up the requests of some routes until it is opened.
private final class Gate: Sendable {
  private let waiting = Atomic(0)
  private let isOpen = Atomic(false)

  func open() { isOpen.store(true, ordering: .relaxed) }

  /// Waits until so many requests wait.
  func wait(until count: Int) {
    while waiting.load(ordering: .relaxed) < count { usleep(1_000) }
  }

  private func pass() -> Response {
    waiting.add(1, ordering: .relaxed)
    while !isOpen.load(ordering: .relaxed) { usleep(1_000) }
    return Response(type: .plainText, text: "passed")
  }

  func server() throws -> MicrohttpdServer {
    var router = Router()
    router.add(.post, "/gate") { _ in self.pass() }
    router.add(.post, "/door", lane: .door) { _ in self.pass() }
    router.add(.post, "/form") { _ in Response(type: .plainText, text: "form") }
    router.add(.get, "/page") { _ in Response(type: .plainText, text: "page") }
    let routes = router
    var configuration = ServerConfiguration()
    configuration.lane = { routes.lane(of: $0) }
    return try MicrohttpdServer.start(on: ListenAddress("127.0.0.1:0"), configuration) {
      routes.respond(to: $0)
    }
  }
}

/// So many clients that ask at once.
private final class Clients: Sendable {
  private let ended = DispatchGroup()
  private let received = Mutex<[String]>([])

  init(_ count: Int, _ server: MicrohttpdServer, _ method: String, _ path: String) {
    let port = server.address.port
    for _ in 0..<count {
      let thread = DispatchQueue(label: "client")
      thread.async(group: ended) { [self] in
        let client = RawClient(port: port)
        client.send(request(method, path))
        let answer = client.receive(silence: .seconds(60))
        received.withLock { $0.append(answer) }
      }
    }
  }

  /// What each was answered.
  var answers: [String] {
    ended.wait()
    return received.withLock { $0 }
  }
}
