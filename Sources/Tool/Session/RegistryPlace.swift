import Core
import Cryptography
import Foundation
import Registry
import Vocabulary
import Workbench

/// The registry that a command puts facts into; for a trial where there is none, an empty one that is
/// gone when the command is over, so that the trial leaves nothing behind.
final class RegistryPlace {
  let registry: Registry
  private let folder: URL?

  /// - Parameters:
  ///   - arguments: of a command that has `Option.registryOptions`.
  ///   - home: where the registry lies when nothing is said.
  ///   - session: knows the variables.
  ///   - vocabulary: what there can be facts about.
  ///   - isTrial: whether nothing is to be kept; `nil` where the registry must be there.
  /// - Throws: as `Registry.open`; `Refusal` when there is no room for a trial.
  init(
    _ arguments: Arguments, _ home: Home, _ session: Session, _ vocabulary: Vocabulary,
    isTrial: Bool? = nil
  ) throws {
    let path = Registry.path(arguments, home, session)
    guard isTrial == true, !FileManager.default.fileExists(atPath: path) else {
      folder = nil
      registry = try Registry.open(
        arguments, home, session, vocabulary: vocabulary,
        isTrial == false ? .createdWhenMissing : .expected)
      return
    }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "gongjiang-trial-\(UUID().uuidString)")
    try OutputFile.makePrivateFolder(folder.path)
    self.folder = folder
    do {
      registry = try Registry.open(
        at: folder.appending(path: "trial.db").path,
        keyFile: KeyFile(path: folder.appending(path: "trial.key").path), vocabulary: vocabulary)
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
  }

  deinit { if let folder { try? FileManager.default.removeItem(at: folder) } }
}
