package import Core

/// OpenSSL refused to do what it always can: it was built without the national algorithms, or the
/// machine is out of memory.
package struct CryptographyFailure: Error, Sendable, Equatable {
  /// The algorithm that was asked for: `SM3`, `SM4-CBC`, `HMAC-SM3`, `HMAC-SHA1`, `random`.
  package let algorithm: String

  package init(_ algorithm: String) { self.algorithm = algorithm }

  package var code: String { "KEY001" }

  package var message: Bilingual {
    Bilingual(
      zh: "OpenSSL 无法执行 \(algorithm)", en: "OpenSSL cannot do \(algorithm)")
  }

  package var advice: Bilingual {
    Bilingual(
      zh: "请安装带有国密算法的 OpenSSL 3（Debian 软件包 libssl3）。",
      en: "Install an OpenSSL 3 that has the national algorithms (Debian package libssl3).")
  }
}
