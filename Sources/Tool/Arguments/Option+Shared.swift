import Core

extension Option {
  /// Output for programs.
  static let json = Option(
    "json", Bilingual(zh: "输出 JSON，供程序使用", en: "print JSON, for programs"))
}

extension ArgumentValue {
  /// A policy document.
  static let document = ArgumentValue(
    Bilingual(zh: "政策文件", en: "DOCUMENT"), .file(suffix: ".md"))
}
