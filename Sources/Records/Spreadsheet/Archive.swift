import CZip

/// A ZIP archive in memory, read part by part. Nothing is unpacked beyond a limit, whatever the
/// archive says of its sizes.
struct Archive: ~Copyable {
  private let handle: OpaquePointer
  /// The library reads from here as long as it is open.
  private let bytes: UnsafeMutableRawBufferPointer

  /// - Throws: `SpreadsheetProblem.noWorkbook` when the bytes are no archive.
  init(_ content: [UInt8]) throws(SpreadsheetProblem) {
    let bytes = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, content.count), alignment: 1)
    bytes.copyBytes(from: content)
    guard
      let source = zip_source_buffer_create(bytes.baseAddress, UInt64(content.count), 0, nil)
    else {
      bytes.deallocate()
      throw .noWorkbook
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      bytes.deallocate()
      throw .noWorkbook
    }
    self.handle = handle
    self.bytes = bytes
  }

  deinit {
    zip_discard(handle)
    bytes.deallocate()
  }

  /// The content of a part, or `nil` when there is none of that name.
  ///
  /// - Parameters:
  ///   - name: its path within the archive.
  ///   - limit: the most bytes it may have, unpacked.
  /// - Returns: the bytes.
  /// - Throws: `SpreadsheetProblem.tooLarge`, `.malformed`.
  func part(_ name: String, limit: Int) throws(SpreadsheetProblem) -> [UInt8]? {
    guard let file = zip_fopen(handle, name, 0) else { return nil }
    defer { zip_fclose(file) }
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_fread(file, &chunk, UInt64(chunk.count))
      guard count >= 0 else { throw .malformed(part: name) }
      if count == 0 { return content }
      content += chunk.prefix(Int(count))
      guard content.count <= limit else { throw .tooLarge(part: name, limit: limit) }
    }
  }
}
