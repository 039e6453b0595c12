package import Core

/// Why something cannot be printed.
package enum PrintProblem: Error, Sendable, Equatable {
  /// No font of this machine has these characters; a box in their place would say nothing.
  case noGlyphs(characters: String)
  /// More than a QR code holds (ISO/IEC 18004: 2,331 bytes at level M).
  case codeTooLong(bytes: Int)
  /// The library could not make the file: the memory is used up.
  case failed(detail: String)
}

extension PrintProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .noGlyphs: "PRT001"
    case .codeTooLong: "PRT002"
    case .failed: "PRT003"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .noGlyphs(let characters):
      Bilingual(
        zh: "本机的字体里没有这些字：\(characters)", en: "no font of this machine has \(characters)")
    case .codeTooLong(let bytes):
      Bilingual(
        zh: "网址有 \(bytes) 字节，二维码放不下", en: "the address has \(bytes) bytes, which no QR code holds")
    case .failed(let detail):
      Bilingual(zh: "无法生成 PDF（\(detail)）", en: "the PDF could not be made (\(detail))")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .noGlyphs:
      Bilingual(
        zh: "请安装有这些字的字体（Debian 软件包 fonts-noto-cjk、fonts-hanazono），再试一次。",
        en: "Install a font that has them (Debian packages fonts-noto-cjk and fonts-hanazono), and "
          + "try again.")
    case .codeTooLong:
      Bilingual(zh: "请用较短的网址。", en: "Use a shorter address.")
    case .failed:
      Bilingual(
        zh: "请关闭别的程序后再试；还不行就把这段文字报告给维护者。",
        en: "Close other programs and try again; if that does not help, report this text to the "
          + "maintainers.")
    }
  }
}
