import Core
import Foundation
import PolicyPlan
import TestSupport
import Testing
import Workbench

/// Documents that nobody issued, read beside published ones.
enum InventedPolicies {
  /// - Parameters:
  ///   - texts: of the invented documents.
  ///   - published: ids of the documents beside them.
  ///   - wanted: ids, in the order of the result.
  /// - Returns: the plans, amended where the texts amend them.
  /// - Throws: what is wrong with them.
  static func plans(
    _ texts: [String], beside published: [String], expecting wanted: [String]
  ) throws -> [Plan] {
    let folder = try TemporaryFolder()
    var paths: [String] = []
    let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    for (number, text) in texts.enumerated() {
      try Data(text.utf8).write(to: folder.url.appending(path: "\(number).md"))
      paths.append(folder.path("\(number).md"))
    }
    paths += published.map { home + "/Policies/\($0).md" }
    let bench = try Workbench(try Home(at: home, namedBy: "test"), documents: paths)
    let told = bench.documents.flatMap(\.diagnostics).map { $0.code + " " + $0.message.en }
    try #require(told.isEmpty, "\(told)")
    return try wanted.map { id in
      try #require(bench.documents.first { $0.id == id }?.plan)
    }
  }
}
