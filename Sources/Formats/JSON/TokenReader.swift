import CYajl
import Core

private let quote = UInt8(ascii: "\"")

/// Runs yajl over a text and hands its tokens, each with its place, to a builder.
///
/// A class, because yajl's callbacks reach it through a pointer.
final class TokenReader {
  var builder: TreeBuilder
  private var handle: yajl_handle?
  private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var offset = 0
  /// Where the last token ended, counted in the text that yajl got.
  private var lastEnd = 0

  init(_ builder: TreeBuilder) { self.builder = builder }

  /// Whether no token was met.
  var isAtStart: Bool { lastEnd == 0 }

  /// - Parameters:
  ///   - bytes: the whole text.
  ///   - offset: where to begin.
  /// - Returns: the error that ended the run; `nil` also when the builder stopped it.
  func read(_ bytes: [UInt8], from offset: Int) -> SyntaxProblem? {
    // Safe: yajl copies the table's address only, and is freed before the table leaves scope.
    withUnsafePointer(to: callbackTable) { table in
      handle = yajl_alloc(table, nil, Unmanaged.passUnretained(self).toOpaque())
      defer {
        yajl_free(handle)
        handle = nil
      }
      // Safe: yajl and `range(upTo:)` read the buffer only while this closure runs.
      return bytes.withUnsafeBufferPointer { whole in
        text = UnsafeBufferPointer(rebasing: whole[offset...])
        defer { text = UnsafeBufferPointer(start: nil, count: 0) }
        self.offset = offset
        var status = yajl_parse(handle, text.baseAddress, text.count)
        var consumed = yajl_get_bytes_consumed(handle)
        if status == yajl_status_ok {
          consumed = text.count
          status = yajl_complete_parse(handle)
        }
        return status == yajl_status_error ? problem(consumed) : nil
      }
    }
  }

  private func problem(_ consumed: Int) -> SyntaxProblem {
    let words = yajl_get_error(handle, 0, nil, 0)
    defer { yajl_free_error(handle, words) }
    // Safe: yajl ends its message with a zero byte; it is copied before it is freed.
    let text = words.map { String(cString: $0) } ?? ""
    let end = min(max(consumed, lastEnd), self.text.count)
    let start = min(tokenStart(), max(0, end - 1))
    // A text is shown up to what is wrong in it; of anything else the first character.
    let isText = text.hasPrefix("lexical error") && start < end && self.text[start] == quote
    let shown = isText ? end : min(start + 1, end)
    return SyntaxProblem(words: text, range: SourceRange(start + offset, shown + offset))
  }

  /// The first byte behind the last token that is no blank, comma or colon.
  private func tokenStart() -> Int {
    var start = lastEnd
    while start < text.count {
      switch text[start] {
      case 0x09...0x0D, UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ":"): start += 1
      default: return start
      }
    }
    return start
  }

  fileprivate func take(_ token: Token) -> Int32 {
    let start = tokenStart()
    let consumed = yajl_get_bytes_consumed(handle)
    // A number that ends the text is only met at the end, when yajl has begun to count anew.
    let end = consumed > start ? consumed : text.count
    lastEnd = end
    return builder.take(token, SourceRange(start + offset, end + offset)) ? 1 : 0
  }
}

// MARK: yajl's callbacks: 1 goes on, 0 stops.

private let callbackTable = yajl_callbacks(
  yajl_null: { deliver(.null, $0) },
  yajl_boolean: { deliver(.boolean($1 != 0), $0) },
  yajl_integer: nil,
  yajl_double: nil,
  yajl_number: { context, digits, count in
    // Safe: yajl lends `count` bytes for the time of the call; they are copied.
    let bytes = UnsafeRawBufferPointer(start: digits, count: count)
    return deliver(.number(String(decoding: bytes, as: UTF8.self)), context)
  },
  yajl_string: { deliver(.string(copied($1, $2)), $0) },
  yajl_start_map: { deliver(.startObject, $0) },
  yajl_map_key: { deliver(.key(copied($1, $2)), $0) },
  yajl_end_map: { deliver(.endObject, $0) },
  yajl_start_array: { deliver(.startArray, $0) },
  yajl_end_array: { deliver(.endArray, $0) })

private func copied(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> String {
  // Safe: yajl lends `count` bytes for the time of the call; they are copied.
  String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
}

private func deliver(_ token: Token, _ context: UnsafeMutableRawPointer?) -> Int32 {
  guard let context else { return 0 }
  // Safe: the context is the reader that allocated the handle, alive while yajl runs.
  return Unmanaged<TokenReader>.fromOpaque(context).takeUnretainedValue().take(token)
}
