package import Core
package import Determination
package import Vocabulary

/// What a page of determinations knows beside them.
package struct ResultContext: Sendable {
  package let place: PageLocation
  package let vocabulary: Vocabulary
  /// What a determination is about, as whoever entered the facts calls it: “证书 1”.
  package var subject: @Sendable (Determination) -> Bilingual?
  /// Where the missing fact `type.field` is asked for, if anywhere.
  package var question: @Sendable (String) -> String?

  package init(
    _ place: PageLocation, _ vocabulary: Vocabulary,
    subject: @escaping @Sendable (Determination) -> Bilingual? =
      ResultContext.identifiers,
    question: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.place = place
    self.vocabulary = vocabulary
    self.subject = subject
    self.question = question
  }

  /// The party's and the record's ids, for those who wrote the facts file.
  package static let identifiers: @Sendable (Determination) -> Bilingual? = { result in
    Bilingual([result.party, result.subject].compactMap { $0 }.joined(separator: " · "))
  }

  /// What a missing fact is called: `insurance.scheme` is 参保·险种.
  func name(ofNeed need: String) -> String {
    let parts = need.split(separator: ".", maxSplits: 1).map(String.init)
    if parts.count == 2, parts[0] == "catalogue" {
      return vocabulary.catalogue(parts[1]).map { place($0.name) } ?? need
    }
    guard let typeName = parts.first, let type = vocabulary.type(typeName) else { return need }
    guard parts.count == 2, let field = type.fieldIndex(parts[1]) else { return place(type.name) }
    return place(type.name) + place("的", ": ") + place(type.fields[field].name)
  }

  func link(to citation: Citation) -> String {
    place.link("policies/\(citation.document)#\(citation.anchor)")
  }

  /// 温人社发〔2018〕242号 第四条
  func name(of citation: Citation) -> String {
    [citation.number ?? citation.document, citation.article.map { place($0) }]
      .compactMap { $0 }.joined(separator: " ")
  }
}

extension Outcome {
  /// The class that colours it.
  var style: String {
    switch self {
    case .entitled: "yes"
    case .undetermined: "wait"
    case .notEntitled: "no"
    }
  }
}
