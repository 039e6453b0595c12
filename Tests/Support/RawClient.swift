import Glibc

/// A client that sends exactly the bytes it is given, however wrong they are.
package struct RawClient: ~Copyable {
  private let descriptor: Int32

  package init(port: UInt16) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    inet_pton(AF_INET, "127.0.0.1", &name.sin_addr)
    _ = withUnsafePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  deinit { close(descriptor) }

  /// Sends the bytes; false when the server has closed the connection.
  @discardableResult
  package func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }

  @discardableResult
  package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// What the server sends until it closes the connection, falls silent for `silence`, or `enough`
  /// is part of it.
  package func receive(until enough: String? = nil, silence: Duration = .seconds(5)) -> String {
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32(silence.components.seconds * 1_000)
    while poll(&waiting, 1, milliseconds) > 0 {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count <= 0 { break }
      received += buffer[..<count]
      if let enough, String(decoding: received, as: UTF8.self).contains(enough) { break }
    }
    return String(decoding: received, as: UTF8.self)
  }
}

/// Sends one request and gives the answer to its end; the request should ask to close.
package func exchange(_ port: UInt16, _ request: String) -> String {
  let client = RawClient(port: port)
  client.send(request)
  return client.receive()
}

/// The status code of an answer, or 0 where there is none.
package func statusCode(of answer: String) -> Int {
  answer.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
}
