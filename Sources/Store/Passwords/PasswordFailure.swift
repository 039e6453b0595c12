package import Core

/// A password could not be hashed; nothing is known of it, good or bad.
package enum PasswordFailure: Error, Sendable, Equatable {
  /// The library did not start: the system gives no randomness.
  case unavailable
  /// There was not enough memory for one hash, or the cost is below what the library takes.
  case noMemory(bytes: Int)

  package var code: String {
    switch self {
    case .unavailable: "PWD001"
    case .noMemory: "PWD002"
    }
  }

  package var message: Bilingual {
    switch self {
    case .unavailable:
      Bilingual(zh: "libsodium 无法启动", en: "libsodium cannot be started")
    case .noMemory(let bytes):
      Bilingual(
        zh: "计算密码散列需要 \(bytes >> 10) KiB 内存，系统没有给",
        en: "hashing a password takes \(bytes >> 10) KiB of memory, which the system did not give")
    }
  }

  package var advice: Bilingual {
    switch self {
    case .unavailable:
      Bilingual(
        zh: "请检查 /dev/urandom 是否可读，并重新安装 Debian 软件包 libsodium23。",
        en: "Check that /dev/urandom can be read, and install the Debian package libsodium23 anew.")
    case .noMemory:
      Bilingual(
        zh: "请给服务更多内存，或关闭别的程序后重试。",
        en: "Give the service more memory, or stop other programs and try again.")
    }
  }
}
