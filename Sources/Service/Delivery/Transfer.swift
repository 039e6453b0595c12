import CCurl
import Messages

/// One transfer of libcurl: set up, done once, and freed with its owner.
struct Transfer: ~Copyable {
  private let handle: UnsafeMutableRawPointer
  private var lists: [UnsafeMutablePointer<curl_slist>] = []
  /// The first option that the library did not take.
  private var refused: CURLcode?
  private let upload: Upload

  /// Once for the process, before any thread sends.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// What came of it.
  struct Outcome {
    let code: CURLcode
    /// The last code that the other side answered with; 0 without one.
    let status: Int
  }

  /// - Parameters:
  ///   - url: where to; nothing but `protocols` is spoken, whatever the other side says.
  ///   - protocols: as libcurl writes them, `smtp,smtps`.
  ///   - body: what is uploaded.
  ///   - seconds: for all of it.
  /// - Throws: `SendingFailure.library` when the library cannot be used.
  init(
    _ url: String, protocols: String, body: [UInt8], seconds: Int64
  ) throws(SendingFailure) {
    guard Transfer.isReady, let handle = curl_easy_init() else {
      throw .library(status: Int(CURLE_FAILED_INIT.rawValue))
    }
    self.handle = handle
    upload = Upload(body)
    set(CURLOPT_URL, url)
    set(CURLOPT_PROTOCOLS_STR, protocols)
    // Where letters go is said by whoever runs the service, not by variables of its environment.
    set(CURLOPT_PROXY, "")
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_TIMEOUT_MS, Int(seconds) * 1000)
    set(CURLOPT_CONNECTTIMEOUT_MS, Int(seconds) * 500)
    // What the other side sends back is read and dropped: the library would print it.
    check(
      gj_curl_set_transfer(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count })
  }

  deinit {
    curl_easy_cleanup(handle)
    for list in lists { curl_slist_free_all(list) }
  }

  mutating func set(_ option: CURLoption, _ text: String) {
    check(gj_curl_set_text(handle, option, text))
  }

  mutating func set(_ option: CURLoption, _ number: Int) {
    check(gj_curl_set_long(handle, option, number))
  }

  mutating func set(_ option: CURLoption, _ items: [String]) {
    var list: UnsafeMutablePointer<curl_slist>?
    for item in items {
      guard let longer = curl_slist_append(list, item) else {
        if let list { curl_slist_free_all(list) }
        check(CURLE_OUT_OF_MEMORY)
        return
      }
      list = longer
    }
    guard let list else { return }
    lists.append(list)
    check(gj_curl_set_list(handle, option, list))
  }

  private mutating func check(_ code: CURLcode) {
    if code != CURLE_OK, refused == nil { refused = code }
  }

  /// Does it; blocks the thread.
  consuming func perform() -> Outcome {
    set(CURLOPT_UPLOAD, 1)
    set(CURLOPT_INFILESIZE, upload.bytes.count)
    check(
      gj_curl_set_transfer(handle, CURLOPT_READFUNCTION) { buffer, size, count, context in
        // Safe: the context is the upload below, which outlives the transfer.
        guard let buffer, let context else { return 0 }
        return Unmanaged<Upload>.fromOpaque(context).takeUnretainedValue()
          .copy(to: buffer, atMost: size * count)
      })
    return withExtendedLifetime(upload) {
      check(
        gj_curl_set_pointer(
          handle, CURLOPT_READDATA, Unmanaged.passUnretained(upload).toOpaque()))
      if let refused { return Outcome(code: refused, status: 0) }
      let code = curl_easy_perform(handle)
      return Outcome(code: code, status: gj_curl_response_code(handle))
    }
  }
}

/// Bytes on their way out.
private final class Upload {
  let bytes: [UInt8]
  private var sent = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func copy(to buffer: UnsafeMutablePointer<CChar>, atMost space: Int) -> Int {
    let count = min(space, bytes.count - sent)
    // Safe: the library gives room for `space` bytes.
    UnsafeMutableRawBufferPointer(start: buffer, count: count)
      .copyBytes(from: bytes[sent..<sent + count])
    sent += count
    return count
  }
}
