import Glibc

/// A file that takes the place of another once it is whole. Without `take` it is deleted.
struct Replacement: ~Copyable {
  /// Where to write.
  let path: String
  private let target: String
  /// Holds the lock that tells the file from one that a killed program left behind.
  private let lock: Int32

  /// Makes an empty file beside the other, which nobody but the owner may read.
  init(of target: String) throws(ExportProblem) {
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

  func take() throws(ExportProblem) {
    guard rename(path, target) == 0 else { throw .notWritable(file: target) }
  }
}
