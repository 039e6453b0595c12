import Dispatch
import Glibc
import Core
import TestSupport
import Testing

@testable import HTTP

@Suite struct StopTests {
  @Test func aRequestUnderWayIsAnswered() throws {
    let server = try startServer()
    let client = RawClient(port: server.address.port)
    client.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
    usleep(100_000)
    server.stop(within: .seconds(5))
    let answer = client.receive()
    #expect(answer.hasSuffix("\r\n\r\nslow"))
    #expect(answer.contains("Connection: close\r\n"))
  }

  @Test func thePortIsFreeAfterwards() throws {
    let first = try startServer()
    let address = first.address
    first.stop(within: .seconds(1))
    let second = try MicrohttpdServer.start(on: address, ServerConfiguration()) { _ in
      Response(type: .plainText, text: "second")
    }
    defer { second.stop(within: .seconds(1)) }
    #expect(second.address == address)
  }

  @Test func whoNeverFinishesIsCutOffAfterTheGrace() throws {
    let server = try startServer()
    let client = RawClient(port: server.address.port)
    client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhel")
    usleep(100_000)
    let start = ContinuousClock.now
    server.stop(within: .milliseconds(200))
    #expect(ContinuousClock.now - start < .seconds(2))
  }

  @Test func aTakenPortIsSaid() throws {
    let server = try startServer()
    defer { server.stop(within: .seconds(1)) }
    let port = server.address.port
    let error = #expect(throws: ListenError.self) {
      try MicrohttpdServer.start(on: server.address, ServerConfiguration()) { _ in
        Response(.ok)
      }
    }
    #expect(error?.diagnostic.code == "HTTP003")
    #expect(error?.diagnostic.message.zh == "端口 \(port) 已被别的程序占用。")
    #expect(error?.diagnostic.message.en == "Port \(port) is already taken by another program.")
    #expect(error?.diagnostic.advice.en == "Stop that program, or choose another port.")
  }
}
