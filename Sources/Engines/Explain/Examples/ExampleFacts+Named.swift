import Core
import JSONText
import PolicyPlan
import Vocabulary

/// Records of a year that stand under a name: one for each column that a row fills in.
extension ExampleFacts {
  /// What a column behind the name of a type means where it is no field of it.
  func yearlyMember(_ name: String, of type: Int) -> Field? {
    guard let view = vocabulary.yearlyView(ofType: type).flatMap({ vocabulary.type($0) }) else {
      return nil
    }
    return view.fieldIndex(name).map { view.fields[$0] }
  }

  func write(
    _ record: (type: Int, member: Field, text: String), _ writer: inout JSONWriter
  ) {
    let type = vocabulary.types[record.type]
    writer.object { writer in
      writer.member("type", type.id)
      writer.member("party", ExampleFacts.partyID)
      for field in type.fields {
        writer.key(field.id)
        switch field.type {
        case .enumeration: writer.string(record.member.id)
        case .varying: writeValue(record.text, record.member.type, &writer)
        default: writer.string(String(day.prefix(4)))
        }
      }
    }
  }

  /// A value as a cell writes it. A list of child records is `区县 甲；市 乙`: the fields in their
  /// order with blanks between, the records with semicolons; `无` is an empty one.
  private func writeValue(_ text: String, _ type: FieldType, _ writer: inout JSONWriter) {
    switch (type, text) {
    case (.boolean, "是"), (.boolean, "true"): writer.boolean(true)
    case (.boolean, "否"), (.boolean, "false"): writer.boolean(false)
    case (.children(let fields), _):
      let isEmpty = text == "无" || text == "none"
      writer.array { writer in
        for item in isEmpty ? [] : text.split(whereSeparator: { "；;".contains($0) }) {
          let words = item.split(separator: " ").map(String.init)
          writer.object { writer in
            for (field, word) in zip(fields, words) where word != "?" {
              writer.key(field.id)
              writeValue(word, field.type, &writer)
            }
          }
        }
      }
    default: writer.string(text)
    }
  }
}
