import Glibc

/// Waits for the request to end the process: SIGTERM, or SIGINT from the keyboard.
package struct StopSignal {
  private var signals = sigset_t()

  /// Keeps the signals for `wait`. Threads inherit this, so it comes before the first of them,
  /// that is, before the server starts. A client that goes away must not end the process either.
  package init() {
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    signal(SIGPIPE, SIG_IGN)
  }

  /// Returns when the process has been asked to end.
  package mutating func wait() {
    var received: Int32 = 0
    sigwait(&signals, &received)
  }
}
