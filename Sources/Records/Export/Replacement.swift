import Glibc

/// A file that takes the place of another once it is whole. Without `take` it is deleted.
struct Replacement: ~Copyable {
  /// Where to write.
  let path: String
  private let target: String

  /// Makes an empty file beside the other, which nobody but the owner may read.
  init(of target: String) throws(ExportProblem) {
    let path = "\(target).\(getpid()).part"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .notWritable(file: target) }
    close(descriptor)
    self.target = target
    self.path = path
  }

  deinit { unlink(path) }

  func take() throws(ExportProblem) {
    guard rename(path, target) == 0 else { throw .notWritable(file: target) }
  }
}
