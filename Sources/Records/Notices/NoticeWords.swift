import Core
import Cryptography
import FEEL
import Facts
import Notice
import Vocabulary

/// What a notice calls people and records, secret numbers masked.
struct NoticeWords {
  let facts: FactBase
  let vocabulary: Vocabulary

  /// Who receives; with the id alone where nothing more is known.
  func recipient(_ id: String) -> DeterminationNotice.Recipient {
    guard let party = facts.party(id) else {
      return .init(name: id, kind: Bilingual(zh: "当事人", en: "party"), number: nil, id: id)
    }
    let type = vocabulary.types[party.type]
    func text(_ field: String) -> String? {
      guard let index = type.fieldIndex(field),
        case .known(.string(let text)) = party.values[index], !text.isEmpty
      else { return nil }
      return text
    }
    let number = ["idNumber", "uscc"].lazy.compactMap { id -> (label: Bilingual, masked: String)? in
      guard let index = type.fieldIndex(id), let number = text(id) else { return nil }
      let field = type.fields[index]
      // An organisation's code is public.
      return (
        field.name,
        field.sensitivity == .identity
          ? Mask.identityNumber(number, isBirthKnown: party.values.tellsBirth(type.fields)) : number
      )
    }.first
    return .init(name: text("name") ?? id, kind: type.name, number: number, id: id)
  }

  /// “证书 c1（2019-05-03）”; `nil` where the benefit is about the party itself.
  func subject(_ id: String?, ofType index: Int, owner: String) -> Bilingual? {
    guard let id else { return nil }
    let type = vocabulary.types[index]
    let record = facts.positions(withID: id).map { facts.records[$0] }
      .first { $0.type == index && $0.party == owner }
    let date = record.flatMap { record -> String? in
      guard let field = type.event.flatMap(type.fieldIndex),
        case .known(.date(let date)) = record.values[field]
      else { return nil }
      return date.description
    }
    return Bilingual(
      zh: "\(type.name.zh) \(id)" + (date.map { "（\($0)）" } ?? ""),
      en: "\(type.name.en) \(id)" + (date.map { " (\($0))" } ?? ""))
  }
}
