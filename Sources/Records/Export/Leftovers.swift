import Foundation

/// Files that exports began and, being killed, did not finish: `wage.csv.4711.part`, which nobody
/// holds locked any more.
enum Leftovers {
  static let suffix = ".part"

  /// Deletes those that lie in the folder of a file.
  ///
  /// - Parameter target: the file.
  static func remove(beside target: String) {
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "./"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where isOfAnExport(name) { removeUnlessWritten(folder + name) }
  }

  private static func isOfAnExport(_ name: String) -> Bool {
    let parts = name.split(separator: ".")
    guard parts.count >= 4, name.hasSuffix(suffix) else { return false }
    return parts[parts.count - 2].utf8.allSatisfy { (48...57).contains($0) }
      && ExportFormat(rawValue: String(parts[parts.count - 3])) != nil
  }

  private static func removeUnlessWritten(_ path: String) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
  }
}
