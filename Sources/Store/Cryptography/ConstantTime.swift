/// Comparing secrets.
package enum ConstantTime {
  /// Whether two texts of bytes are the same, without telling by the time it takes where they first
  /// differ. Their lengths are no secret.
  package static func equal(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>) -> Bool {
    a.count == b.count && zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
