import Glibc

/// A small file with a secret, which nobody but its owner may read.
enum PrivateFile {
  private static let longest = 4096

  /// The lines of the file, without blanks around them and without empty ones.
  ///
  /// - Throws: `DeliveryProblem.secretNotReadable`, `.secretOpenToOthers`.
  static func lines(_ path: String) throws(DeliveryProblem) -> [String] {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .secretNotReadable(path: path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .secretNotReadable(path: path) }
    guard status.st_mode & 0o077 == 0 else { throw .secretOpenToOthers(path: path) }
    var buffer = [UInt8](repeating: 0, count: longest + 1)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    guard (0...longest).contains(count),
      let text = String(validating: buffer.prefix(count), as: UTF8.self)
    else { throw .secretNotReadable(path: path) }
    return text.split(whereSeparator: \.isNewline)
      .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }
}
