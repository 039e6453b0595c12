/// Turns UTF-8 into what other programs read.
package enum TextEncoding {
  /// The bytes in GB18030, which has a place for every character of Unicode.
  ///
  /// - Parameter bytes: UTF-8.
  /// - Returns: `nil` when they are not UTF-8.
  package static func gb18030(_ bytes: [UInt8]) -> [UInt8]? {
    // One byte of UTF-8 gives one of GB18030, and two give at most four.
    Conversion.convert(bytes, from: "UTF-8", to: "GB18030", room: bytes.count * 2 + 4)
  }
}
