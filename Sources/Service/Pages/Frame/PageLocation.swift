package import Core

/// Where a reader is: the language, and the page below it.
package struct PageLocation: Sendable, Equatable {
  package let language: Language
  /// Encoded, without the language and without a leading slash: `policies/wenzhou-2018-242`.
  package let path: String
  /// Encoded, without the question mark; empty where there is none.
  package let query: String

  package init(_ language: Language, _ path: String = "", query: String = "") {
    self.language = language
    self.path = path
    self.query = query
  }

  /// Link to another page in the same language.
  package func link(_ path: String) -> String { "/\(language.rawValue)/\(path)" }

  /// Link to the same page in another language.
  package func link(in language: Language) -> String {
    "/\(language.rawValue)/\(path)" + (query.isEmpty ? "" : "?" + query)
  }

  /// The side of a bilingual text that is read here.
  package func callAsFunction(_ text: Bilingual) -> String { text[language] }

  /// The same, for a text written where it is used.
  package func callAsFunction(_ zh: String, _ en: String) -> String {
    language == .zh ? zh : en
  }
}
