import Synthesis
import TestSupport
import Testing

@testable import Synthesis

extension Town {
  /// A town of the project's vocabulary.
  init(_ workers: Int, seed: UInt64 = 1) throws {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    try self.init(workers: workers, seed: seed, vocabulary: vocabulary)
  }

  /// All pieces of it, one after the other.
  func each(_ body: (Batch) throws -> Void) rethrows {
    for piece in pieces { try body(batch(piece)) }
  }
}
