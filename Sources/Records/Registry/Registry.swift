package import Cryptography
import Core
import Glibc
package import Store
package import Vocabulary

/// Every fact the city knows, and every fact it ever knew.
///
/// Two times are kept apart. When something was so stands in the facts themselves (a certificate's
/// day of issue, a spell's months). When the city knew it is kept by the registry: each change has a
/// number and a moment, a correction closes the row it corrects and adds another, and any past state
/// can be asked for. Nothing is ever overwritten or deleted.
package final class Registry: Sendable {
  package let vocabulary: Vocabulary
  package let database: Database
  let layout: Layout
  let seal: Seal
  /// Ids of the types of party.
  let partyTypes: Set<String>
  /// The catalogues as they were last asked for: every page and every case asks, and they change
  /// with an import only.
  let catalogues = KnownCatalogues()

  /// What messages call the registry: its path.
  package var name: String { database.name }

  /// Opens a registry with a key that is there; see `open(at:vocabulary:)` for files.
  ///
  /// Brings the tables up to date with the program and the vocabulary.
  ///
  /// - Parameters:
  ///   - database: where the facts lie.
  ///   - vocabulary: what there can be facts about.
  ///   - seal: made from the key of this registry.
  ///   - keyName: what messages call the key.
  /// - Throws: `RegistryProblem`, `StoreError`, `CryptographyFailure`.
  package init(
    _ database: Database, vocabulary: Vocabulary, seal: Seal, keyName: String
  ) throws {
    self.vocabulary = vocabulary
    self.database = database
    self.seal = seal
    layout = try Layout(vocabulary)
    partyTypes = Set(vocabulary.types.filter { $0.role == .party }.map(\.id))
    try database.migrate(RegistryMigrations.steps(database.dialect))
    try checkKey(keyName)
    try fitTables()
  }

  /// Another view of a registry that is open.
  ///
  /// - Parameters:
  ///   - other: the registry.
  ///   - vocabulary: by which it is read.
  ///   - layout: where that vocabulary's facts lie in it.
  init(_ other: Registry, as vocabulary: Vocabulary, _ layout: Layout) {
    self.vocabulary = vocabulary
    database = other.database
    seal = other.seal
    self.layout = layout
    partyTypes = Set(vocabulary.types.filter { $0.role == .party }.map(\.id))
  }

  /// Opens the registry in a file, and makes it and its key where there is neither.
  ///
  /// A file without a byte is what is left of a registry that was cut off; only where there is no key
  /// beside it, and a registry may begin, is it taken for one that was just begun.
  ///
  /// - Parameters:
  ///   - path: the database.
  ///   - keyFile: the key; kept elsewhere and backed up apart.
  ///   - vocabulary: what there can be facts about.
  ///   - mayBegin: whether there may be no registry yet.
  /// - Returns: the registry.
  /// - Throws: `RegistryProblem.emptied`, `.wrongKey` or `.keyLost` before anything is read,
  ///   `KeyProblem`, `StoreError`, `RegistryProblem`, `CryptographyFailure`.
  package static func open(
    at path: String, keyFile: KeyFile, vocabulary: Vocabulary, mayBegin: Bool = true
  ) throws -> Registry {
    try checkIsWhole(path, keyFile, mayBegin: mayBegin)
    let database = try Database.sqlite(path)
    try database.migrate(RegistryMigrations.steps(database.dialect))
    let hasKey = try database.read { try $0.first("SELECT 1 FROM \"_key\"") { _ in true } ?? false }
    let key: [UInt8]
    do throws(KeyProblem) {
      key = try keyFile.read()
    } catch .missing(_) {
      if hasKey { throw RegistryProblem.keyLost(database: path, keyFile: keyFile.path) }
      key = try newKey(keyFile)
    }
    return try Registry(
      database, vocabulary: vocabulary, seal: Seal(masterKey: key), keyName: keyFile.path)
  }

  private static func checkIsWhole(
    _ path: String, _ keyFile: KeyFile, mayBegin: Bool
  ) throws(RegistryProblem) {
    if isEmptyFile(path), !mayBegin || keyFile.exists { throw .emptied(database: path) }
  }

  /// Whether there is a file in which nothing stands. One that another process is just making is empty
  /// for a moment only.
  private static func isEmptyFile(_ path: String) -> Bool {
    for pause in [UInt32(0), 50_000, 200_000] {
      usleep(pause)
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == 0
      else { return false }
    }
    return true
  }

  /// A new key, or the one that another process made meanwhile.
  private static func newKey(_ keyFile: KeyFile) throws(KeyProblem) -> [UInt8] {
    do throws(KeyProblem) { return try keyFile.create() } catch .exists(_) {
      return try keyFile.read()
    }
  }
}
