import Core
import Foundation

/// Files and folders that a command writes for somebody.
enum OutputFile {
  /// Writes a file; what stood there before is replaced only when all was written.
  ///
  /// - Parameters:
  ///   - bytes: all of it.
  ///   - path: where to.
  /// - Throws: `Refusal` when that is not possible.
  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(Refusal) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw cannotWrite(path)
    }
  }

  /// Why a file is not written.
  static func cannotWrite(_ path: String) -> Refusal {
    Refusal(
      Bilingual(zh: "无法写入 \(path)", en: "\(path) cannot be written"),
      advice: Bilingual(
        zh: "请检查文件和所在目录的写权限。",
        en: "Check that you may write the file and its folder."))
  }

  /// Makes a folder that nobody but the owner may enter.
  ///
  /// - Parameter path: of the folder; the one above it is there.
  /// - Throws: `Refusal` when that is not possible.
  static func makePrivateFolder(_ path: String) throws(Refusal) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw cannotWrite(path)
    }
  }

  /// Makes a folder, with those above it, where there is none.
  ///
  /// - Parameter path: of the folder.
  /// - Throws: `Refusal` when that is not possible.
  static func makeFolder(_ path: String) throws(Refusal) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Refusal(
        Bilingual(zh: "无法建立目录 \(path)", en: "the folder \(path) cannot be made"),
        advice: Bilingual(
          zh: "请检查上一级目录是否可写，是否已有同名文件。",
          en: "Check that the folder above it can be written and that no file is called so."))
    }
  }
}
