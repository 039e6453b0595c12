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

  /// A fact's value; a place by its name beside its code.
  func words(for fact: FactUse) -> Bilingual {
    guard let type = vocabulary.type(fact.type), let index = type.fieldIndex(fact.field),
      case .region = type.fields[index].type
    else { return fact.value.text }
    let name = Region.name(of: fact.value.text.en)
    guard name.en != fact.value.text.en else { return name }
    return Bilingual(
      zh: "\(name.zh)（\(fact.value.text.zh)）", en: "\(name.en) (\(fact.value.text.en))")
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
