package import Core

/// Why there is no master key.
package enum KeyProblem: Error, Sendable, Equatable {
  case unavailable(CryptographyFailure)
  case missing(path: String)
  case exists(path: String)
  case notReadable(path: String)
  case notWritable(path: String)
  case openToOthers(path: String)
  case malformed(path: String)

  package var code: String {
    switch self {
    case .unavailable(let failure): failure.code
    case .missing: "KEY002"
    case .exists: "KEY003"
    case .notReadable: "KEY004"
    case .notWritable: "KEY005"
    case .openToOthers: "KEY006"
    case .malformed: "KEY007"
    }
  }

  package var message: Bilingual {
    switch self {
    case .unavailable(let failure): failure.message
    case .missing(let path):
      Bilingual(zh: "没有密钥文件 \(path)", en: "there is no key file \(path)")
    case .exists(let path):
      Bilingual(zh: "密钥文件 \(path) 已经存在", en: "the key file \(path) exists already")
    case .notReadable(let path):
      Bilingual(zh: "无法读取密钥文件 \(path)", en: "the key file \(path) cannot be read")
    case .notWritable(let path):
      Bilingual(zh: "无法写入密钥文件 \(path)", en: "the key file \(path) cannot be written")
    case .openToOthers(let path):
      Bilingual(
        zh: "密钥文件 \(path) 其他用户也能读写", en: "others can read or change the key file \(path)")
    case .malformed(let path):
      Bilingual(zh: "\(path) 不是密钥文件", en: "\(path) is not a key file")
    }
  }

  package var advice: Bilingual {
    switch self {
    case .unavailable(let failure): failure.advice
    case .missing, .malformed:
      Bilingual(
        zh: "请从备份中恢复原来的密钥文件；没有它，登记库中的证件号、电话和账号无法读出。",
        en: """
          Restore the original key file from your backup; without it the identity, telephone \
          and account numbers of the registry cannot be read.
          """)
    case .exists:
      Bilingual(
        zh: "密钥从不覆盖；新建登记库请换一个目录。",
        en: "A key is never overwritten; make a new registry in another folder.")
    case .notReadable:
      Bilingual(
        zh: "请用拥有该文件的用户运行。", en: "Run as the user who owns the file.")
    case .notWritable:
      Bilingual(
        zh: "请检查目录是否存在、是否可写、磁盘是否已满。",
        en: "Check that the folder exists and can be written, and that the disk is not full.")
    case .openToOthers(let path):
      Bilingual(zh: "请运行 chmod 600 \(path)。", en: "Run chmod 600 \(path).")
    }
  }
}
