import CEdit
import Foundation

/// Lines that a person types at a terminal, with editing keys and a history, by libedit.
///
/// libedit keeps its state in globals: one thread only.
package enum LineEditor {
  /// Lines that the history keeps.
  private static let kept: Int32 = 1_000

  /// Begins, with the history of earlier sessions.
  ///
  /// - Parameter history: a file that only its owner can read; made where there is none.
  /// - Returns: whether the file can be used; else there is a history of this session alone.
  package static func open(history: String) -> Bool {
    // Without it libedit takes the bytes of a Chinese character for three.
    setlocale(LC_CTYPE, "")
    using_history()
    stifle_history(kept)
    let folder = URL(filePath: history).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let descriptor = Glibc.open(history, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    read_history(history)
    return true
  }

  /// The next line, without its end; `nil` at the end of the input (Ctrl-D).
  package static func read(_ prompt: String) -> String? {
    guard let line = readline(prompt) else { return nil }
    // Safe: the text is copied, and what libedit allocated is freed once.
    defer { free(line) }
    return String(cString: line)
  }

  /// Puts a line into the history, for the arrow keys and for later sessions.
  package static func keep(_ line: String, in history: String?) {
    add_history(line)
    if let history { write_history(history) }
  }
}
