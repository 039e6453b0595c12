import Glibc

/// A file that takes the place of another once it lies on the disk in full. Without `take` it is
/// deleted.
package struct Replacement: ~Copyable {
  /// Where to write.
  let path: String
  private let target: String
  /// Holds the lock that tells the file from one that a killed program left behind.
  private let lock: Int32

  /// Makes an empty file beside the other, which nobody but the owner may read.
  ///
  /// - Parameter target: what it shall replace.
  /// - Throws: `ExportProblem.notWritable` when that place cannot be written.
  package init(of target: String) throws(ExportProblem) {
    Leftovers.remove(beside: target)
    let path = "\(target).\(getpid())\(Leftovers.suffix)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .notWritable(file: target) }
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    lock = descriptor
    self.target = target
    self.path = path
  }

  deinit {
    close(lock)
    unlink(path)
  }

  /// Puts the file in the place of the other.
  ///
  /// - Throws: `ExportProblem.notWritable`; the other is as it was.
  func take() throws(ExportProblem) {
    // Before the name changes: a power cut must not leave half a file under it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notWritable(file: target) }
    let isOnDisk = fsync(descriptor) == 0
    close(descriptor)
    guard isOnDisk, rename(path, target) == 0 else { throw .notWritable(file: target) }
  }

  /// Writes all of a file that nobody but the owner may read.
  ///
  /// - Parameters:
  ///   - bytes: of the file.
  ///   - path: what it replaces.
  /// - Throws: `ExportProblem.notWritable`; what stood there is as it was.
  package static func write(_ bytes: [UInt8], to path: String) throws(ExportProblem) {
    let replacement = try Replacement(of: path)
    let file = try CSVFile(path: replacement.path, shownAs: path, holding: bytes)
    try file.finish()
    try replacement.take()
  }
}
