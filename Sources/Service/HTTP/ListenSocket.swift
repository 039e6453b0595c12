import Core
import Glibc

/// A listening TCP socket. Opened here rather than by the library, so that a failure has a reason
/// that can be told.
struct ListenSocket {
  let descriptor: Int32
  /// With the real port.
  let address: ListenAddress

  init(_ address: ListenAddress) throws(ListenError) {
    let isV6 = address.host.contains(":")
    let descriptor = socket(isV6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Self.failure(errno, address) }
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    let bound = isV6 ? Self.bindV6(descriptor, address) : Self.bindV4(descriptor, address)
    guard bound == 0, listen(descriptor, SOMAXCONN) == 0 else {
      let code = errno
      close(descriptor)
      throw Self.failure(code, address)
    }
    self.descriptor = descriptor
    self.address = ListenAddress(host: address.host, port: Self.port(of: descriptor))
  }

  private static func bindV4(_ descriptor: Int32, _ address: ListenAddress) -> Int32 {
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = address.port.bigEndian
    inet_pton(AF_INET, address.host, &name.sin_addr)
    return withUnsafePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  private static func bindV6(_ descriptor: Int32, _ address: ListenAddress) -> Int32 {
    var name = sockaddr_in6()
    name.sin6_family = sa_family_t(AF_INET6)
    name.sin6_port = address.port.bigEndian
    inet_pton(AF_INET6, address.host, &name.sin6_addr)
    return withUnsafePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
      }
    }
  }

  /// The port stands at the same place in both families' names.
  private static func port(of descriptor: Int32) -> UInt16 {
    var name = sockaddr_in6()
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    _ = withUnsafeMutablePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &size)
      }
    }
    return UInt16(bigEndian: name.sin6_port)
  }

  private static func failure(_ code: Int32, _ address: ListenAddress) -> ListenError {
    switch code {
    case EADDRINUSE:
      ListenError(
        "HTTP003",
        message: Bilingual(
          zh: "端口 \(address.port) 已被别的程序占用。",
          en: "Port \(address.port) is already taken by another program."),
        advice: Bilingual(
          zh: "请关闭那个程序，或换一个端口。", en: "Stop that program, or choose another port."))
    case EACCES, EPERM:
      ListenError(
        "HTTP004",
        message: Bilingual(
          zh: "没有权限使用端口 \(address.port)。", en: "There is no right to use port \(address.port)."),
        advice: Bilingual(
          zh: "请换一个 1024 以上的端口。", en: "Choose a port from 1024 upwards."))
    default:
      ListenError(
        "HTTP005",
        message: Bilingual(
          zh: "无法在 \(address) 上监听：\(String(cString: strerror(code)))。",
          en: "Cannot listen on \(address): \(String(cString: strerror(code)))."),
        advice: Bilingual(
          zh: "请换一个地址，例如 127.0.0.1:8080。",
          en: "Choose another address, for example 127.0.0.1:8080."))
    }
  }
}
