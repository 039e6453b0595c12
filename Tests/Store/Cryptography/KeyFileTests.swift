import Core
import Cryptography
import Foundation
import TestSupport
import Testing

@Suite struct KeyFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ text: String? = nil, mode: Int = 0o600) throws -> KeyFile {
    let path = folder.path(UUID().uuidString)
    if let text {
      try Data(text.utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    return KeyFile(path: path)
  }

  @Test("a new key is read back, and nobody else may read it") func create() throws {
    let file = try file()
    let key = try file.create()
    #expect(try file.read() == key)
    #expect(key.count == 32)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test("a key is never overwritten") func neverOverwritten() throws {
    let file = try file()
    let key = try file.create()
    #expect(throws: KeyProblem.exists(path: file.path)) { try file.create() }
    #expect(try file.read() == key)
  }

  @Test("a missing file, a file open to others, and files that hold no key") func refusals() throws
  {
    let missing = try file()
    #expect(throws: KeyProblem.missing(path: missing.path)) { try missing.read() }
    let hex = String(repeating: "ab", count: 32)
    let open = try file("gongjiang-key-1 \(hex)\n", mode: 0o640)
    #expect(throws: KeyProblem.openToOthers(path: open.path)) { try open.read() }
    for text in ["", "gongjiang-key-1", "gongjiang-key-2 \(hex)", "gongjiang-key-1 \(hex)ab"] {
      let malformed = try file(text)
      #expect(throws: KeyProblem.malformed(path: malformed.path)) { try malformed.read() }
    }
    let nowhere = KeyFile(path: folder.path("none/key"))
    #expect(throws: KeyProblem.notWritable(path: nowhere.path)) { try nowhere.create() }
  }

  static let texts: [(KeyProblem, String, String)] = [
    (
      .missing(path: "k"),
      "KEY002 没有密钥文件 k。请从备份中恢复原来的密钥文件；没有它，登记库中的证件号、电话和账号无法读出。",
      """
      KEY002 there is no key file k. Restore the original key file from your backup; without it the \
      identity, telephone and account numbers of the registry cannot be read.
      """
    ),
    (
      .exists(path: "k"),
      "KEY003 密钥文件 k 已经存在。密钥从不覆盖；新建登记库请换一个目录。",
      """
      KEY003 the key file k exists already. A key is never overwritten; make a new registry in \
      another folder.
      """
    ),
    (
      .notReadable(path: "k"), "KEY004 无法读取密钥文件 k。请用拥有该文件的用户运行。",
      "KEY004 the key file k cannot be read. Run as the user who owns the file."
    ),
    (
      .notWritable(path: "k"),
      "KEY005 无法写入密钥文件 k。请检查目录是否存在、是否可写、磁盘是否已满。",
      """
      KEY005 the key file k cannot be written. Check that the folder exists and can be written, and \
      that the disk is not full.
      """
    ),
    (
      .openToOthers(path: "k"), "KEY006 密钥文件 k 其他用户也能读写。请运行 chmod 600 k。",
      "KEY006 others can read or change the key file k. Run chmod 600 k."
    ),
    (
      .malformed(path: "k"),
      "KEY007 k 不是密钥文件。请从备份中恢复原来的密钥文件；没有它，登记库中的证件号、电话和账号无法读出。",
      """
      KEY007 k is not a key file. Restore the original key file from your backup; without it the \
      identity, telephone and account numbers of the registry cannot be read.
      """
    ),
  ]

  @Test("every problem is told in full, in both languages", arguments: texts)
  func words(_ problem: KeyProblem, _ zh: String, _ en: String) {
    #expect("\(problem.code) \(problem.message.zh)。\(problem.advice.zh)" == zh)
    #expect("\(problem.code) \(problem.message.en). \(problem.advice.en)" == en)
  }
}
