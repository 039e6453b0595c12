import CMicrohttpd
import Glibc

// Functions rather than closures: the library calls them on threads of its own, and a closure may
// belong to an actor. Each gets the server's core as context.

/// A connection was opened or is about to be closed.
func handleConnection(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?,
  slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, event: MHD_ConnectionNotificationCode
) {
  guard let context, let connection, let slot else { return }
  let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
  switch event {
  case .CONNECTION_NOTIFY_STARTED:
    // A connection without an address is nobody's, and nobody trusts it.
    let opened = core.opened(
      socket: gj_mhd_socket(connection), peer: peer(of: connection) ?? .unknown)
    slot.pointee = Unmanaged.passRetained(opened).toOpaque()
  case .CONNECTION_NOTIFY_CLOSED:
    guard let opened = slot.pointee else { return }
    slot.pointee = nil
    core.closed(Unmanaged<Connection>.fromOpaque(opened).takeRetainedValue())
  @unknown default: return
  }
}

/// The request line was read. The only place where the library shows the target unchanged.
func handleTarget(
  context: UnsafeMutableRawPointer?, target: UnsafePointer<CChar>?, connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  if let target, let connection = connection.flatMap(ours) {
    connection.begin(target: bytes(of: target))
  }
  return nil
}

/// Called once with the head, then with pieces of the body, then without any: the end. A connection
/// that waited for its answer is called once more when that is there.
func handleRequest(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?, url: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?,
  upload: UnsafePointer<CChar>?, uploadSize: UnsafeMutablePointer<Int>?,
  slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context, let connection, let method, let version, let uploadSize, let slot,
    let ours = ours(connection)
  else { return .NO }
  let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
  if slot.pointee == nil {
    slot.pointee = context
    let head = RequestHead(
      method: String(cString: method), target: ours.target, version: String(cString: version),
      fields: headerFields(of: connection), peer: ours.peer)
    guard let refusal = core.receive(head, on: ours) else { return .YES }
    return queue(refusal, on: connection, ours)
  }
  if uploadSize.pointee > 0 {
    upload?.withMemoryRebound(to: UInt8.self, capacity: uploadSize.pointee) {
      ours.receive(UnsafeBufferPointer(start: $0, count: uploadSize.pointee))
    }
    uploadSize.pointee = 0
    return .YES
  }
  if let answer = ours.takeAnswer() { return queue(answer, on: connection, ours) }
  guard let assembly = ours.takeAssembly() else { return .NO }
  // A connection that waits stays until it is resumed, which `Connection` sees to.
  nonisolated(unsafe) let waiting = connection
  let answer = core.answer(
    assembly, on: ours, suspend: { MHD_suspend_connection(waiting) },
    resume: { MHD_resume_connection(waiting) })
  return answer.map { queue($0, on: connection, ours) } ?? .YES
}

/// A request that `handleRequest` saw is over, in whatever way.
func handleCompletion(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?,
  slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, reason: MHD_RequestTerminationCode
) {
  guard let context, slot?.pointee != nil, let connection = connection.flatMap(ours) else {
    return
  }
  Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue().completed(connection)
}

private func ours(_ connection: OpaquePointer) -> Connection? {
  gj_mhd_connection_context(connection).map {
    Unmanaged<Connection>.fromOpaque($0).takeUnretainedValue()
  }
}

private func peer(of connection: OpaquePointer) -> IPAddress? {
  var raw = [UInt8](repeating: 0, count: 16)
  let count = gj_mhd_peer(connection, &raw)
  return IPAddress(raw: Array(raw.prefix(Int(count))))
}

private func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
  Array(UnsafeBufferPointer(start: text, count: strlen(text))).map(UInt8.init(bitPattern:))
}

private func headerFields(of connection: OpaquePointer) -> [(name: [UInt8], value: [UInt8])] {
  var fields: [(name: [UInt8], value: [UInt8])] = []
  withUnsafeMutablePointer(to: &fields) {
    _ = MHD_get_connection_values_n(connection, .HEADER_KIND, appendField, $0)
  }
  return fields
}

private func appendField(
  context: UnsafeMutableRawPointer?, kind: MHD_ValueKind, name: UnsafePointer<CChar>?,
  nameSize: Int, value: UnsafePointer<CChar>?, valueSize: Int
) -> MHD_Result {
  guard let context else { return .NO }
  let fields = context.assumingMemoryBound(to: [(name: [UInt8], value: [UInt8])].self)
  func copy(_ start: UnsafePointer<CChar>?, _ count: Int) -> [UInt8] {
    UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
      .map(UInt8.init(bitPattern:))
  }
  fields.pointee.append((copy(name, nameSize), copy(value, valueSize)))
  return .YES
}

/// Hands the answer to the library, which copies it. A field it will not send, for a line end in
/// it, is the handler's mistake: nothing is sent rather than something else.
private func queue(
  _ response: Response, on connection: OpaquePointer, _ ours: Connection
) -> MHD_Result {
  guard ours.respond() else { return .NO }
  var body = response.body
  guard let made = MHD_create_response_from_buffer(body.count, &body, .RESPMEM_MUST_COPY) else {
    return .NO
  }
  defer { MHD_destroy_response(made) }
  for (name, value) in response.headers.fields {
    guard MHD_add_response_header(made, name, value) == .YES else { return .NO }
  }
  return MHD_queue_response(connection, UInt32(response.status.rawValue), made)
}
