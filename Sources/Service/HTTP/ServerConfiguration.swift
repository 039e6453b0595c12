/// How a server treats its clients.
package struct ServerConfiguration: Sendable {
  package var limits = ServerLimits()
  package var hosts = HostPolicy.loopback
  package var proxies = TrustedProxies.none
  package var refuse: Refusal.Page = { refusal, _ in refusal.plainResponse }
  /// Where a request is answered.
  package var lane: @Sendable (Request) -> Lane = { Lane(of: $0.method) }

  package init() {}
}

/// What a client may take of memory and time.
package struct ServerLimits: Sendable {
  /// Bytes of the request line and all header fields together: beyond, 414 and 431.
  package var head = 32 << 10
  /// Bytes of a body: beyond, 413.
  package var body = 8 << 20
  /// Bytes of a declared body that are read to the end although it is too long, so that a browser
  /// gets to see the answer; a longer one is cut off at once.
  package var drainedBody = 64 << 20
  package var connections = 1_024
  /// From the opening of the connection, or the end of the idle time, to the end of the headers:
  /// beyond, 408.
  package var headTime = Duration.seconds(10)
  /// From the end of the headers to the end of the body: beyond, 408.
  package var bodyTime = Duration.seconds(60)
  /// From the answer to its last byte taken by the client.
  package var responseTime = Duration.seconds(60)
  /// Without a request on an open connection.
  package var idleTime = Duration.seconds(30)

  package init() {}
}
