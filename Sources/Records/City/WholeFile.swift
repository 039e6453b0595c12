import Foundation
import Glibc

/// Puts a file in the place of another, whole or not at all, whenever the process ends.
///
/// What is written to has one name and is locked: of two processes one waits for the other, and what
/// one that was killed left behind is begun anew and does not stay.
enum WholeFile {
  /// - Parameters:
  ///   - text: all of the file.
  ///   - path: where it goes.
  /// - Throws: `CityProblem.notWritable`.
  static func replace(_ text: String, at path: String) throws(CityProblem) {
    let partial = path + ".part"
    guard let file = lock(partial) else { throw .notWritable(file: path) }
    // Closed, and so unlocked, when the handle goes, which is after the name is given up.
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
    } catch {
      unlink(partial)
      throw .notWritable(file: path)
    }
    let isThere = withExtendedLifetime(handle) { rename(partial, path) == 0 }
    if !isThere {
      unlink(partial)
      throw .notWritable(file: path)
    }
  }

  /// A file of our own: until it is locked, its name may have gone to another.
  private static func lock(_ partial: String) -> Int32? {
    while true {
      let file = open(partial, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard file >= 0 else { return nil }
      var isLocked = flock(file, LOCK_EX) == 0
      while !isLocked, errno == EINTR { isLocked = flock(file, LOCK_EX) == 0 }
      guard isLocked else {
        close(file)
        return nil
      }
      var (own, named) = (stat(), stat())
      if fstat(file, &own) == 0, stat(partial, &named) == 0, own.st_ino == named.st_ino,
        own.st_dev == named.st_dev
      {
        return file
      }
      close(file)
    }
  }
}
