package import Core

/// A running HTTP/1.1 server. The one seam between the service and the library that speaks HTTP:
/// another library means another conformance, and nothing else.
package protocol HTTPServer: Sendable {
  /// Starts to listen and answers every request with `handler`, on the server's own threads.
  /// - Throws: `ListenError` when the address cannot be had.
  static func start(
    on address: ListenAddress, _ configuration: ServerConfiguration,
    handler: @escaping Router.Handler
  ) throws(ListenError) -> Self

  /// Where the server listens; the port is the real one also where 0 was asked for.
  var address: ListenAddress { get }

  /// Takes no more connections, lets the requests under way finish, and ends. What is still
  /// running after `grace` is cut off.
  func stop(within grace: Duration)
}

/// Why a server could not start.
package struct ListenError: Error, Sendable {
  /// Says what is wrong and what to do; codes `HTTP001` and up.
  package let diagnostic: Diagnostic

  init(_ code: String, message: Bilingual, advice: Bilingual) {
    diagnostic = Diagnostic(code, at: nil, message: message, advice: advice)
  }
}
