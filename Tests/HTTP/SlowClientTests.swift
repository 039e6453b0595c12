import Glibc
import Core
import TestSupport
import Testing

@testable import HTTP

@Suite struct SlowClientTests {
  private func impatient(_ limits: inout ServerLimits) {
    limits.headTime = .milliseconds(300)
    limits.bodyTime = .milliseconds(300)
    limits.idleTime = .seconds(1)
  }

  @Test(arguments: [
    "GET /hello HT", "GET /hello HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n",
    "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhel",
    "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe",
  ])
  func whoStopsInTheMiddleGets408(_ sent: String) throws {
    let server = try startServer { impatient(&$0.limits) }
    defer { server.stop(within: .seconds(1)) }
    #expect(statusCode(of: exchange(server.address.port, sent)) == 408)
  }

  @Test func whoSendsByteByByteIsCutOffAllTheSame() throws {
    let server = try startServer { impatient(&$0.limits) }
    defer { server.stop(within: .seconds(1)) }
    let client = RawClient(port: server.address.port)
    client.send("GET /hello HTTP/1.1\r\nHost: localhost\r\nX-A: ")
    var isOpen = true
    for _ in 0..<40 where isOpen {
      isOpen = client.send("a")
      usleep(50_000)
    }
    #expect(!isOpen)
  }

  @Test func slowClientsDoNotKeepOthersWaiting() throws {
    let server = try startServer()
    defer { server.stop(within: .zero) }
    let port = server.address.port
    let slow = (0..<50).map { _ in SlowClient(port: port) }
    let start = ContinuousClock.now
    let answer = exchange(
      port, "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    #expect(answer.hasSuffix("hello"))
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(slow.count == 50)
  }

  @Test func damagedRequestsDoNoHarm() throws {
    let server = try startServer { $0.limits.body = 1_024 }
    defer { server.stop(within: .seconds(1)) }
    let whole = Array(
      ("POST /form?q=%E5%B7%A5 HTTP/1.1\r\nHost: localhost\r\nCookie: a=b\r\n"
        + "Content-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "44\r\n--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n\r\n0\r\n\r\n")
        .utf8)
    var generator = SeededGenerator(seed: 7)
    for offset in whole.indices {
      var damaged = whole
      switch offset % 3 {
      case 0: damaged.remove(at: offset)
      case 1: damaged.insert(whole[offset], at: offset)
      default: damaged[offset] = UInt8.random(in: 0...255, using: &generator)
      }
      RawClient(port: server.address.port).send(damaged)
    }
    let answer = exchange(
      server.address.port, "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    #expect(answer.hasSuffix("hello"))
  }

  @Test func whoLeavesInTheMiddleDoesNoHarm() throws {
    let server = try startServer()
    defer { server.stop(within: .seconds(1)) }
    for _ in 0..<20 {
      let client = RawClient(port: server.address.port)
      client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhel")
    }
    let answer = exchange(
      server.address.port, "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    #expect(answer.hasSuffix("hello"))
  }
}

/// A client that has begun a request and does not go on.
private final class SlowClient {
  private let client: RawClient

  init(port: UInt16) {
    client = RawClient(port: port)
    client.send("GET /hello HTTP/1.1\r\nHost: localh")
  }
}
