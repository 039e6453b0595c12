import CMicrohttpd
import Core
import Dispatch
import Glibc
import Synchronization

/// The server on GNU libmicrohttpd. It speaks HTTP/1.1 without TLS: that is the reverse proxy's.
package final class MicrohttpdServer: HTTPServer {
  package let address: ListenAddress
  private let core: ServerCore
  private let acceptor: Acceptor
  /// Cuts off what is late, ten times a second.
  // A dispatch source may be used from any thread; its type does not say so.
  nonisolated(unsafe) private let watch: any DispatchSourceTimer
  /// `nil` once stopped. The pointer is the library's own, safe to use from any thread.
  private let daemon: Mutex<Daemon?>

  // The library locks its daemon itself.
  private struct Daemon: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private init(
    _ daemon: OpaquePointer, _ acceptor: Acceptor, _ core: ServerCore, address: ListenAddress
  ) {
    self.address = address
    self.core = core
    self.acceptor = acceptor
    self.daemon = Mutex(Daemon(pointer: daemon))
    watch = DispatchSource.makeTimerSource()
    watch.schedule(deadline: .now(), repeating: .milliseconds(100), leeway: .milliseconds(50))
    watch.setEventHandler { core.cutOffLate() }
    watch.resume()
  }

  package static func start(
    on address: ListenAddress, _ configuration: ServerConfiguration,
    handler: @escaping Router.Handler
  ) throws(ListenError) -> MicrohttpdServer {
    guard address.isLoopback || configuration.hosts.names != nil else {
      throw .noHostNames(address)
    }
    let socket = try ListenSocket(address)
    let core = ServerCore(configuration, handler: handler)
    let limits = configuration.limits
    // Lives as long as the server; `stop` ends the daemon that uses it before that.
    let context = Unmanaged.passUnretained(core).toOpaque()
    var settings = gj_mhd_settings(
      threads: UInt32(max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))),
      // The acceptor keeps the limit. The library shares its own out among the threads, and counts
      // a connection until some time after its end: this one it shall never reach.
      connection_limit: UInt32(2 * limits.connections) + 64,
      idle_timeout: UInt32(limits.idleTime.components.seconds), memory_limit: limits.head,
      context: context, handle: handleRequest, completed: handleCompletion,
      connection: handleConnection, target: handleTarget)
    guard let daemon = gj_mhd_start(&settings) else {
      close(socket.descriptor)
      throw ListenError(
        "HTTP006",
        message: Bilingual(
          zh: "HTTP 服务启动失败。", en: "The HTTP service could not be started."),
        advice: Bilingual(
          zh: "请检查系统允许的线程数和打开文件数（ulimit -a）。",
          en: "Check how many threads and open files the system allows (ulimit -a)."))
    }
    // `stop` ends the acceptor before the daemon.
    nonisolated(unsafe) let adding = daemon
    let acceptor = Acceptor(socket.descriptor, core) { client, name, size in
      // Makes the socket non-blocking, and closes it when it cannot take it.
      MHD_add_connection(adding, client, name, size) == .YES
    }
    return MicrohttpdServer(daemon, acceptor, core, address: socket.address)
  }

  package func stop(within grace: Duration) {
    guard
      let daemon = daemon.withLock({ daemon in
        defer { daemon = nil }
        return daemon
      })
    else { return }
    core.beginStop()
    acceptor.stop()
    let end = ContinuousClock.now + grace
    while !core.isIdle && ContinuousClock.now < end { usleep(2_000) }
    watch.cancel()
    core.giveUpWaiting()
    MHD_stop_daemon(daemon.pointer)
  }

  deinit { stop(within: .zero) }
}
