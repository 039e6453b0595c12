import Dispatch
import Glibc

/// Takes connections from the listening socket, one at a time, and hands them over.
///
/// The library's threads could accept by themselves, but then the one that wakes first gets all the
/// connections that come together, and answers them one after the other while the other cores idle.
/// Handed over, the library deals them out to the threads by the number of their socket.
final class Acceptor: Sendable {
  /// The other end of a connection: a socket that is the receiver's to close, and its address.
  /// False when it could not take the connection, which then is closed.
  typealias Receiver = @Sendable (Int32, UnsafePointer<sockaddr>, socklen_t) -> Bool

  private let listening: Int32
  private let core: ServerCore
  private let receive: Receiver
  private let ended = DispatchSemaphore(value: 0)

  /// Starts accepting.
  ///
  /// - Parameters:
  ///   - listening: a listening socket, which is the acceptor's from now on.
  ///   - core: counts the connections, and tells when to stop.
  ///   - receive: takes each connection; not called any more once `stop` has returned.
  init(_ listening: Int32, _ core: ServerCore, receive: @escaping Receiver) {
    self.listening = listening
    self.core = core
    self.receive = receive
    DispatchQueue(label: "gongjiang.accept").async { [self] in
      while !core.isStopping { accept() }
      ended.signal()
    }
  }

  /// Accepts no more; the core must have begun to stop.
  func stop() {
    // Wakes the loop, which then sees that the server is stopping.
    shutdown(listening, Int32(SHUT_RDWR))
    ended.wait()
    close(listening)
  }

  private func accept() {
    guard core.hasRoom else {
      // New clients wait in the socket's backlog meanwhile.
      usleep(2_000)
      return
    }
    var name = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    withUnsafeMutablePointer(to: &name) { storage in
      storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
        let client = Glibc.accept(listening, name, &size)
        if client >= 0 {
          core.accept()
          if !receive(client, name, size) { core.release() }
        } else if errno == EMFILE || errno == ENFILE {
          // Out of descriptors: some connection has to end first.
          usleep(10_000)
        }
      }
    }
  }
}
