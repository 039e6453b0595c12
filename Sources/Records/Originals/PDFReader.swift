import Core
import Foundation

/// The text of a PDF, read by poppler's `pdftotext` in a process of its own: whatever a hostile file
/// does to the reader, it does not do to us.
enum PDFReader {
  /// Where the reader lies; replaced in tests.
  static let program = "/usr/bin/pdftotext"

  /// Longer than any policy takes.
  private static let longest = DispatchTimeInterval.seconds(60)

  /// - Parameters:
  ///   - path: of the file.
  ///   - name: what messages call it.
  ///   - program: the reader.
  /// - Returns: its text, not empty; a form feed ends each page.
  /// - Throws: `OriginalProblem` when it cannot be read.
  static func text(
    of path: String, name: String, program: String = program
  ) throws(OriginalProblem) -> String {
    guard FileManager.default.isExecutableFile(atPath: program) else { throw .noReader }
    let (status, output, errors) = try run(program, ["-enc", "UTF-8", path, "-"], name)
    if status != 0 {
      // The code 1 is any error of opening; only the words tell a password.
      throw errors.contains("password") ? .encrypted(file: name) : .damaged(file: name)
    }
    guard output.contains(where: { !$0.isWhitespace }) else { throw .noText(file: name) }
    return output
  }

  private static func run(
    _ program: String, _ words: [String], _ name: String
  ) throws(OriginalProblem) -> (status: Int32, output: String, errors: String) {
    // Files and not pipes: a pipe that nobody empties stops the reader.
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let errors = folder.appending(path: "errors")
      let output = folder.appending(path: "text")
      try Data().write(to: errors)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = words.dropLast() + [output.path]
      process.standardError = try FileHandle(forWritingTo: errors)
      process.standardInput = FileHandle.nullDevice
      let ended = DispatchSemaphore(value: 0)
      process.terminationHandler = { _ in ended.signal() }
      try process.run()
      if ended.wait(timeout: .now() + longest) == .timedOut {
        process.terminate()
        throw OriginalProblem.damaged(file: name)
      }
      let text = (try? Data(contentsOf: output)) ?? Data()
      let told = (try? Data(contentsOf: errors)) ?? Data()
      return (
        process.terminationStatus, String(decoding: text, as: UTF8.self),
        String(decoding: told, as: UTF8.self)
      )
    } catch let problem as OriginalProblem {
      throw problem
    } catch {
      throw .noReader
    }
  }
}
