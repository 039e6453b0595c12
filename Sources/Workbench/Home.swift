import Core
import Foundation

/// The folder that holds `Policies/` and `Vocabulary/`.
package struct Home: Sendable {
  package let path: String

  package var policies: String { path + "/Policies" }
  package var vocabulary: String { path + "/Vocabulary" }

  /// The folder somebody named, which must be one; `origin` is what named it, an option or a
  /// variable, for the message.
  ///
  /// - Throws: `Problem` when it is not.
  package init(at path: String, namedBy origin: String) throws(Problem) {
    guard Home.isHome(path) else {
      throw Problem(
        Bilingual(
          zh: "\(origin) 指的 \(path) 里没有 Policies 和 Vocabulary",
          en: "\(path), which \(origin) names, does not hold Policies and Vocabulary"),
        advice: Bilingual(
          zh: "请改为含有这两个目录的位置。", en: "Name the folder that holds these two folders."))
    }
    self.path = path
  }

  /// The nearest one upwards from the first of the starting points that has one.
  package init?(upwardsFrom starts: [String]) {
    for start in starts {
      if let found = Home.ancestors(of: start).first(where: Home.isHome) {
        path = found
        return
      }
    }
    return nil
  }

  private static func isHome(_ path: String) -> Bool {
    ["Policies", "Vocabulary"].allSatisfy { name in
      var isDirectory: ObjCBool = false
      return FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isDirectory)
        && isDirectory.boolValue
    }
  }

  /// The path and every folder above it, nearest first.
  private static func ancestors(of path: String) -> [String] {
    var paths = [path]
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/"), slash > rest.startIndex {
      rest = rest[..<slash]
      paths.append(String(rest))
    }
    return paths
  }
}
