import CCurl
import Messages

extension Transfer.Outcome {
  /// Why it did not come to an answer, as far as that is the same for all senders; `nil` otherwise.
  var connectionFailure: SendingFailure? {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT,
      CURLE_GOT_NOTHING:
      .unreachable
    case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
      .notSecure
    case CURLE_LOGIN_DENIED: .notLoggedIn(status: status)
    default: nil
    }
  }

  /// A break of the connection, or something only the library knows.
  var otherFailure: SendingFailure? {
    switch code {
    case CURLE_OK: nil
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR: .unreachable
    default: .library(status: Int(code.rawValue))
    }
  }
}
