import Core
import Determination
import FEEL
import Vocabulary

/// A fact that is missing.
enum Need: Hashable {
  /// A field of a record or party of a type, or of what a year's records say.
  case field(Int, of: RecordReference, type: Int)
  /// No record of an open type is known of a party; `nil` where it is not known either whose.
  case records(type: Int, party: String?)
  /// A party has no record with this value of the field by which its type is open.
  case value(type: Int, field: Int, String, party: String)
  /// A record of the type that only a claim names.
  case record(type: Int)
  /// An edition of a catalogue was not published, and what is looked up in it.
  case edition(catalogue: Int, region: String, Entry)

  /// What is looked up in a catalogue, as far as it is known.
  struct Entry: Hashable {
    /// Of the edition; `nil` where there is one for all years.
    var year: Int?
    /// Canonical texts by the catalogue's fields.
    var keys: [String: String] = [:]
  }

  /// By its id (`certificate.level`, `employment`, `catalogue.shortage-occupations`) and its name.
  func missingFact(_ vocabulary: Vocabulary) -> MissingFact {
    switch self {
    case .records(let index, _), .value(let index, _, _, _), .record(let index):
      let type = vocabulary.types[index]
      return MissingFact(
        id: type.id, label: type.name,
        question: Bilingual(
          zh: "有没有\(type.name.zh)记录？", en: "Is there any \(type.name.en) record?"),
        source: Need.source(type))
    case .field(let field, .ofYear(let records), _): return missingMember(field, records.view)
    case .field(let field, .child(let child), _): return missingMember(field, child.view)
    case .field(let field, _, let type): return missingField(field, vocabulary.types[type])
    case .edition(let index, _, _):
      let catalogue = vocabulary.catalogues[index]
      return MissingFact(
        id: "catalogue." + catalogue.id, label: catalogue.name,
        source: Bilingual(
          zh: "人力资源部门公布的\(catalogue.name.zh)",
          en: "the list of \(catalogue.name.en) that the human-resources bureau publishes"))
    }
  }

  private func missingField(_ field: Int, _ type: EntityType) -> MissingFact {
    let name = type.fields[field].name
    return MissingFact(
      id: type.id + "." + type.fields[field].id,
      label: Bilingual(zh: type.name.zh + "的" + name.zh, en: type.name.en + ": " + name.en),
      question: type.fields[field].question, source: Need.source(type))
  }

  /// The record that says it.
  private static func source(_ type: EntityType) -> Bilingual {
    type.role == .party
      ? Bilingual(zh: "\(type.name.zh)的登记信息", en: "what is registered of the \(type.name.en)")
      : Bilingual(zh: "\(type.name.zh)记录", en: "the \(type.name.en) record")
  }

  private func missingMember(_ field: Int, _ view: EntityType) -> MissingFact {
    let name = view.fields[field].name
    return MissingFact(
      id: Vocabulary.publicID(of: view.id) + "." + view.fields[field].id,
      label: Bilingual(zh: view.name.zh + "“" + name.zh + "”", en: view.name.en + ": " + name.en),
      question: view.fields[field].question,
      source: Bilingual(zh: "\(view.name.zh)记录", en: "the \(view.name.en) record"))
  }
}

extension Unknown {
  /// What is missing, each kind of fact once, in the order of the ids.
  func missingFacts(_ vocabulary: Vocabulary) -> [MissingFact] {
    Array(Set(needs.map { $0.missingFact(vocabulary) })).sorted { $0.id < $1.id }
  }
}
