import Foundation
import Synchronization

/// What the library's callbacks work on: the handler, the open connections, the requests under way.
final class ServerCore: Sendable {
  let configuration: ServerConfiguration
  let handler: Router.Handler
  private let connections = Mutex<[ObjectIdentifier: Connection]>([:])
  private let accepted = Atomic(0)
  private let requestsUnderWay = Atomic(0)
  private let stopping = Atomic(false)
  private let aside = WorkCrew("aside", threads: 8)
  private let door = WorkCrew("door", threads: max(2, ProcessInfo.processInfo.processorCount))

  init(_ configuration: ServerConfiguration, handler: @escaping Router.Handler) {
    self.configuration = configuration
    self.handler = handler
  }

  func opened(socket: Int32, peer: IPAddress) -> Connection {
    let connection = Connection(socket: socket, peer: peer, limits: configuration.limits)
    connections.withLock { $0[ObjectIdentifier(connection)] = connection }
    return connection
  }

  /// Whether another connection may be accepted.
  var hasRoom: Bool { accepted.load(ordering: .relaxed) < configuration.limits.connections }

  /// A connection was accepted, which the library opens a moment later.
  func accept() { accepted.add(1, ordering: .relaxed) }

  /// An accepted connection has ended, or was never opened.
  func release() { accepted.subtract(1, ordering: .relaxed) }

  func closed(_ connection: Connection) {
    // Under the lock the watch holds while it works: the socket's number is free after this.
    connections.withLock { $0[ObjectIdentifier(connection)] = nil }
    release()
  }

  /// Ends every connection that is late. Called by the watch, a few times a second.
  func cutOffLate() {
    let now = ContinuousClock.now
    connections.withLock { open in
      for connection in open.values { connection.cutOff(ifLateAt: now) }
    }
  }

  /// The answer to the head of a request, or `nil` when its body is to come.
  func receive(_ head: RequestHead, on connection: Connection) -> Response? {
    requestsUnderWay.add(1, ordering: .relaxed)
    do throws(Refusal) {
      connection.expectBody(try RequestAssembly(head, configuration))
      return nil
    } catch {
      let origin = Provenance(
        peer: head.peer, fields: head.fields, trusting: configuration.proxies)
      var response = configuration.refuse(error, RefusedRequest(head))
        .secured(isSecure: origin.isSecure)
      response.headers["Connection"] = "close"
      return response
    }
  }

  /// Answers a complete request, at once or, for what takes long, once it has been worked out.
  ///
  /// - Parameters:
  ///   - assembly: the request.
  ///   - connection: whose it is.
  ///   - suspend: has the connection wait.
  ///   - resume: has it go on; called from any thread, once, when the answer lies with the connection.
  /// - Returns: the answer, or `nil` when it will come: then `suspend` was called.
  func answer(
    _ assembly: RequestAssembly, on connection: Connection, suspend: () -> Void,
    resume: @escaping @Sendable () -> Void
  ) -> Response? {
    let request: Request
    do throws(Refusal) {
      request = try assembly.finish()
    } catch {
      return closing(configuration.refuse(error, assembly.refused), assembly)
    }
    let crew: WorkCrew
    switch configuration.lane(request) {
    case .here: return closing(handler(request), assembly)
    case .aside: crew = aside
    case .door: crew = door
    }
    suspend()
    connection.wait(resume)
    crew.add { [self] in connection.goOn(with: closing(handler(request), assembly)) }
    return nil
  }

  private func closing(_ answer: Response, _ assembly: RequestAssembly) -> Response {
    var response = answer
    if isStopping { response.headers["Connection"] = "close" }
    return response.secured(isSecure: assembly.origin.isSecure)
  }

  /// Lets go of every connection that still waits for an answer: the daemon cannot be stopped before.
  /// What is being worked out goes on to its end, and nobody is told.
  func giveUpWaiting() {
    aside.end()
    door.end()
    connections.withLock { open in
      for connection in open.values { connection.goOn(with: nil) }
    }
  }

  func completed(_ connection: Connection) {
    connection.end()
    requestsUnderWay.subtract(1, ordering: .relaxed)
  }

  var isStopping: Bool { stopping.load(ordering: .relaxed) }
  var isIdle: Bool { requestsUnderWay.load(ordering: .relaxed) <= 0 }
  func beginStop() { stopping.store(true, ordering: .relaxed) }
}
