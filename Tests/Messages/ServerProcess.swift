import Foundation
import Testing

/// A server of `servers/`, on this machine, for one test. What it says waits in a pipe until `events`,
/// which has room for some fifteen mails.
final class ServerProcess {
  private let process = Process()
  private let (input, output) = (Pipe(), Pipe())
  let port: Int

  struct NotStarted: Error { let advice: String }

  init(_ script: String, _ arguments: [String] = []) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    process.executableURL = root.appending(path: ".venv/bin/python")
    process.arguments = [folder.appending(path: "servers/\(script)").path] + arguments
    process.standardInput = input
    process.standardOutput = output
    do { try process.run() } catch {
      throw NotStarted(advice: "run scripts/python-tools first: \(error)")
    }
    // The first line comes in one piece: it is short, and written at once.
    let line = output.fileHandleForReading.availableData
    let first = try JSONDecoder().decode([String: String].self, from: line)
    guard let port = first["port"].flatMap({ Int($0) }) else {
      throw NotStarted(advice: "\(first)")
    }
    self.port = port
  }

  deinit {
    guard process.isRunning else { return }
    // Closing its input is not enough, for it may be waiting for somebody to read what it says; and
    // it inherits from this thread that gentler signals are held back.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Ends the server and gives all that it was asked, in order.
  func events() throws -> [[String: String]] {
    try input.fileHandleForWriting.close()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try text.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode([String: String].self, from: Data($0))
    }
  }
}

/// A certificate for `mail.test`, made by OpenSSL, and its key.
func makeCertificate(in folder: URL) throws -> (certificate: String, key: String) {
  let (certificate, key) = (
    folder.appending(path: "c.pem").path, folder.appending(path: "k.pem").path
  )
  let openssl = Process()
  openssl.executableURL = URL(filePath: "/usr/bin/openssl")
  openssl.arguments = [
    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
    "-subj", "/CN=mail.test", "-addext", "subjectAltName=DNS:mail.test", "-out", certificate,
    "-keyout", key,
  ]
  openssl.standardError = FileHandle.nullDevice
  try openssl.run()
  openssl.waitUntilExit()
  try #require(openssl.terminationStatus == 0)
  return (certificate, key)
}
