/// Choices without branches: what a loop needs so that many lanes are done at once.
extension Kernels {
  /// 1 for true.
  @inline(__always)
  static func bit(_ condition: Bool) -> UInt8 { condition ? 1 : 0 }

  /// One of two numbers.
  @inline(__always)
  static func pick<L: FixedWidthInteger>(_ condition: Bool, _ yes: L, _ no: L) -> L {
    let mask: L = 0 &- (condition ? 1 : 0)
    return (yes & mask) | (no & ~mask)
  }

  /// The truth of a comparison: unknown where a bit says so, else yes or no.
  @inline(__always)
  static func truth(_ holds: UInt8, unless unknown: UInt8) -> UInt8 {
    ((holds &+ holds) & (unknown &- 1)) | unknown
  }
}
