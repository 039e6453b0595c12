/// A language that people read the project in.
public enum Language: String, Sendable, CaseIterable {
  case zh, en
}

/// One text in Chinese and in English. Everything a person reads is one of these.
public struct Bilingual: Sendable, Hashable {
  public var zh: String
  public var en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The same text in both: names, numbers, codes.
  public init(_ both: String) { self.init(zh: both, en: both) }

  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

extension Bilingual {
  /// With a capital letter in English.
  package var capitalised: Bilingual {
    Bilingual(zh: zh, en: en.prefix(1).uppercased() + en.dropFirst())
  }
}

extension Bilingual {
  /// A truth as people say it.
  package static let yes = Bilingual(zh: "是", en: "Yes")
  package static let no = Bilingual(zh: "否", en: "No")
}
