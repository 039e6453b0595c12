import Foundation

/// A file within a ZIP archive, as another program unpacks it.
enum ArchiveMember {
  static func text(_ name: String, of path: String) throws -> String {
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/python3")
    let program =
      "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())"
    python.arguments = ["-c", program, path, name]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }
}
