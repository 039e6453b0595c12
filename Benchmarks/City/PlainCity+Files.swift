import Foundation

extension PlainCity {
  /// Every array as a file of its name in a folder, little-endian.
  func write(to folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    for child in Mirror(reflecting: self).children {
      guard let name = child.label else { continue }
      let data: Data
      switch child.value {
      case let values as [UInt8]: data = Data(values)
      case let values as [Int8]: data = PlainCity.bytes(values)
      case let values as [Int16]: data = PlainCity.bytes(values)
      case let values as [Int32]: data = PlainCity.bytes(values)
      default: continue
      }
      try data.write(to: URL(fileURLWithPath: folder + "/" + name))
    }
  }

  static func bytes<T: FixedWidthInteger>(_ values: [T]) -> Data {
    var data = Data(capacity: values.count * T.bitWidth / 8)
    for value in values {
      var rest = value.littleEndian
      for _ in 0..<(T.bitWidth / 8) {
        data.append(UInt8(truncatingIfNeeded: rest))
        if T.bitWidth > 8 { rest >>= 8 }
      }
    }
    return data
  }
}
