import Core

extension Language {
  /// The language that the locale asks for, by POSIX's order of variables: Chinese for `zh…`,
  /// English for any other language.
  ///
  /// `C`, `POSIX` and no locale at all say nothing about the reader; then it is Chinese, the first
  /// language of the project.
  static func ofLocale(_ environment: [String: String]) -> Language {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    let name = locale.prefix { $0 != "." && $0 != "@" }
    return name == "C" || name == "POSIX" || name.hasPrefix("zh") ? .zh : .en
  }

  /// What `--lang` says, where a legal value follows it. Errors of the command line itself are
  /// then told in that language too.
  static func requested(by words: [String]) -> Language? {
    for (position, word) in words.enumerated() {
      if word == "--" { return nil }
      if word == Option.language.spelling, position + 1 < words.count {
        return Language(rawValue: words[position + 1])
      }
      if word.hasPrefix(Option.language.spelling + "=") {
        return Language(rawValue: String(word.dropFirst(Option.language.spelling.count + 1)))
      }
    }
    return nil
  }
}
