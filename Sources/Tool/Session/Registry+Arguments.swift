import Core
import Cryptography
import Foundation
import Registry
import Vocabulary
import Workbench

extension Registry {
  /// Whether a command may begin a registry, or needs one that is there.
  enum Presence: Sendable { case expected, createdWhenMissing }

  /// The registry that `--registry` names, else that of `GONGJIANG_REGISTRY`, else
  /// `Registry/gongjiang.db` of the home folder; its key lies in the file that `--key` names, else
  /// that of `GONGJIANG_KEY`, else beside the registry.
  ///
  /// - Parameters:
  ///   - arguments: of a command that has `Option.registryOptions`.
  ///   - home: where the registry lies when nothing is said.
  ///   - session: knows the variables.
  ///   - vocabulary: of the home folder; read from there when it is not given.
  ///   - presence: whether to make one where there is none.
  /// - Returns: the registry, open.
  /// - Throws: `Problem` when there is none and none is made; `RegistryProblem`, `KeyProblem`,
  ///   `StoreError`; what is wrong with the vocabulary.
  static func open(
    _ arguments: Arguments, _ home: Home, _ session: Session, vocabulary: Vocabulary? = nil,
    _ presence: Presence = .expected
  ) throws -> Registry {
    let path = path(arguments, home, session)
    let vocabulary = try vocabulary ?? Workbench(home, documents: []).vocabulary
    switch presence {
    case .expected:
      guard FileManager.default.fileExists(atPath: path) else { throw missing(path) }
    case .createdWhenMissing: try makeFolder(of: path)
    }
    return try open(
      at: path, keyFile: keyFile(arguments, home, session), vocabulary: vocabulary,
      mayBegin: presence == .createdWhenMissing)
  }

  /// The key of the registry, and of the office beside it.
  static func keyFile(_ arguments: Arguments, _ home: Home, _ session: Session) -> KeyFile {
    let registry = path(arguments, home, session)
    return KeyFile(path: keyPath(arguments, session, registry: registry))
  }

  /// Where the registry lies, whether or not it is there.
  static func path(_ arguments: Arguments, _ home: Home, _ session: Session) -> String {
    arguments[.registry] ?? session.variable(variable) ?? home.path + "/Registry/gongjiang.db"
  }

  /// Where its key lies, whether or not it is there.
  static func keyPath(
    _ arguments: Arguments, _ session: Session, registry path: String
  ) -> String {
    arguments[.key] ?? session.variable(keyVariable)
      ?? URL(fileURLWithPath: path).deletingPathExtension().path + ".key"
  }

  private static let variable = "GONGJIANG_REGISTRY"
  private static let keyVariable = "GONGJIANG_KEY"

  /// Only the folder of the registry itself: a path that is mistyped further up is an error.
  private static func makeFolder(of path: String) throws(Problem) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard !FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Problem(
        Bilingual(zh: "无法建立目录 \(folder)", en: "the folder \(folder) cannot be made"),
        advice: Bilingual(
          zh: "请检查上一级目录是否存在、是否可写。",
          en: "Check that the folder above it exists and can be written."))
    }
  }

  private static func missing(_ path: String) -> Problem {
    Problem(
      Bilingual(zh: "还没有登记库 \(path)", en: "there is no registry at \(path)"),
      advice: Bilingual(
        zh: "请用 gongjiang import 导入数据，或用 gongjiang synthesise 生成样例；登记库在别处时用 --registry 指明。",
        en: """
          Make one with `gongjiang import` or `gongjiang synthesise`; if it lies elsewhere, name it \
          with --registry.
          """))
  }
}

extension Session {
  /// The value of a variable that is set and not empty.
  func variable(_ name: String) -> String? {
    environment.variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Option {
  /// What every command over the registry takes.
  static let registryOptions: [Option] = [.registry, .key, .home]

  static let registry = Option(
    "registry", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".db")),
    Bilingual(
      zh: "登记库；不写则看 GONGJIANG_REGISTRY，否则是 Registry/gongjiang.db",
      en: "the registry; else GONGJIANG_REGISTRY, else Registry/gongjiang.db"))

  static let key = Option(
    "key", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".key")),
    Bilingual(
      zh: "登记库的密钥文件；不写则看 GONGJIANG_KEY，否则在登记库旁边",
      en: "the key file of the registry; else GONGJIANG_KEY, else beside the registry"))
}
