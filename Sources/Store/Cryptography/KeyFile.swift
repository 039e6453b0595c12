import Glibc

/// The file that holds the master key of a registry. It lies outside the database, so that a copy
/// of the database alone tells no secret.
///
/// One line of text: `gongjiang-key-1` and 64 hexadecimal digits.
package struct KeyFile: Sendable {
  package let path: String
  private static let heading = "gongjiang-key-1"
  private static let keyLength = 32

  package init(path: String) { self.path = path }

  /// Makes a new key, which nobody but the owner may read.
  ///
  /// The file appears under its name only when it stands on the disk in full, so that neither a
  /// power cut nor another process ever sees half of it.
  ///
  /// - Returns: the key.
  /// - Throws: `KeyProblem.exists` where there is one already: a key is never overwritten.
  package func create() throws(KeyProblem) -> [UInt8] {
    let key: [UInt8]
    do { key = try RandomBytes.make(KeyFile.keyLength) } catch { throw .unavailable(error) }
    let draft = "\(path).\(getpid()).new"
    let descriptor = Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .notWritable(path: path) }
    defer { unlink(draft) }
    let text = Array("\(KeyFile.heading) \(Hexadecimal.text(key))\n".utf8)
    let isWritten = write(descriptor, text, text.count) == text.count && fsync(descriptor) == 0
    close(descriptor)
    guard isWritten else { throw .notWritable(path: path) }
    guard link(draft, path) == 0 else {
      throw errno == EEXIST ? .exists(path: path) : .notWritable(path: path)
    }
    guard KeyFile.syncFolder(of: path) else { throw .notWritable(path: path) }
    return key
  }

  /// Makes the name of a new file outlast a power cut, as the file itself does.
  private static func syncFolder(of path: String) -> Bool {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    let folder = path.contains("/") ? (end == path.startIndex ? "/" : String(path[..<end])) : "."
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }

  /// Whether there is such a file, whatever stands in it.
  package var exists: Bool { access(path, F_OK) == 0 }

  /// The key in the file.
  ///
  /// - Throws: `KeyProblem`: missing, readable by others, or no key.
  package func read() throws(KeyProblem) -> [UInt8] {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing(path: path) : .notReadable(path: path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .notReadable(path: path) }
    guard status.st_mode & 0o077 == 0 else { throw .openToOthers(path: path) }
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    guard count >= 0 else { throw .notReadable(path: path) }
    let words = String(decoding: buffer.prefix(count), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    guard words.count == 2, words[0] == KeyFile.heading, let key = Hexadecimal.bytes(words[1]),
      key.count == KeyFile.keyLength
    else { throw .malformed(path: path) }
    return key
  }
}
