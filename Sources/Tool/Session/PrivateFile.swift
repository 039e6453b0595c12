import Core
import Export
import Glibc

/// Files that nobody but the owner may read: what they hold came from people's records.
enum PrivateFile {
  /// Finds out whether a file can be written in a place, and leaves nothing there.
  ///
  /// - Parameter path: of the file.
  /// - Throws: `ExportProblem.notWritable` when it cannot.
  static func checkPlace(_ path: String) throws(ExportProblem) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw .notWritable(file: path)
    }
    _ = try Replacement(of: path)
  }

  /// Takes a file away, where there is one.
  ///
  /// - Parameter path: of the file.
  /// - Throws: `ExportProblem.notWritable` when it is there and stays.
  static func remove(_ path: String) throws(ExportProblem) {
    guard unlink(path) == 0 || errno == ENOENT else { throw .notWritable(file: path) }
  }
}

/// Which file a path leads to.
enum FileIdentity {
  /// Whether two paths lead to the same file, by whatever names and links; false where one leads to
  /// none.
  static func areSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
