import Core
import FEEL
import JSONText
import Vocabulary

extension FactsReader {
  /// The values of a party, record, catalogue row or child record, in the order of the fields.
  mutating func row(_ members: [JSON.Member], _ schema: RowSchema) -> [FactValue] {
    var values = [FactValue](repeating: .missing, count: schema.fields.count)
    var given = [Bool](repeating: false, count: schema.fields.count)
    var varying: [(JSON.Member, Int)] = []
    for member in members {
      guard let position = schema.positions[member.key] else {
        inside(.key(member.key)) {
          $0.complain(.unknownKey(member.key, schema.fields.map(Choice.init)), member.keyRange)
        }
        continue
      }
      if given[position] {
        inside(.key(member.key)) { $0.complain(.twice(member.key), member.keyRange) }
        continue
      }
      given[position] = true
      if case .varying = schema.kinds[position] {
        varying.append((member, position))
        continue
      }
      values[position] = inside(.key(member.key)) {
        $0.value(member.value, schema.kinds[position], of: schema.fields[position])
      }
    }
    for (member, position) in varying {
      values[position] = inside(.key(member.key)) {
        $0.varyingValue(member.value, schema, position, values, given)
      }
    }
    return values
  }

  /// The value of a field whose type depends on another field of the same row.
  private mutating func varyingValue(
    _ json: JSON, _ schema: RowSchema, _ position: Int, _ values: [FactValue], _ given: [Bool]
  ) -> FactValue {
    guard case .varying(let by, let cases) = schema.kinds[position],
      let other = schema.positions[by]
    else { return .missing }
    guard case .known(.string(let name)) = values[other], let kind = cases[name] else {
      // Where the other field is there and wrong, that was told already.
      if !given[other] { complain(.needsField(by), json.range) }
      return .missing
    }
    return value(json, kind, of: schema.fields[position])
  }

  mutating func value(
    _ json: JSON, _ kind: ValueSchema, of field: Field
  ) -> FactValue {
    // The word for "none" is legal wherever leaving the field out would mean the same.
    if field.absence == .none, let text = json.string, text == "none" || text == "无" {
      return .none
    }
    if field.acceptsOthers, case .enumeration(let ids, _) = kind, let text = json.string,
      !text.isEmpty, ids[text] == nil
    {
      return .known(.string(text))
    }
    return value(json, kind, format: field.format)
  }

  /// Reads one value; what is wrong is told and counts as missing.
  mutating func value(
    _ json: JSON, _ kind: ValueSchema, format: Field.Format?
  ) -> FactValue {
    if json.isNull { return .none }
    switch kind {
    case .plain(let type): return plain(json, type, format).map { .known($0) } ?? .missing
    case .enumeration(let ids, let values):
      if let text = json.string ?? json.number, let id = ids[text] { return .known(.string(id)) }
      complain(.notInEnumeration(json, values.map(Choice.init)), json.range)
    case .children(let schema):
      var rows: [Value] = []
      eachItem(json) { reader, item in
        guard let members = item.members else {
          reader.complain(.shape(.object), item.range)
          return
        }
        rows.append(.context(reader.child(members, schema)))
      }
      return .known(.list(rows))
    case .varying: complain(.shape(.object), json.range)
    }
    return .missing
  }

  /// A child record as a context by canonical ids; what is not mentioned has no entry.
  private mutating func child(_ members: [JSON.Member], _ schema: RowSchema) -> Context {
    var context = Context()
    for (field, value) in zip(schema.fields, row(members, schema)) {
      switch value {
      case .known(let value): context[field.id] = value
      case .none: context[field.id] = .null
      case .missing: continue
      }
    }
    return context
  }

  private mutating func plain(_ json: JSON, _ type: FieldType, _ format: Field.Format?) -> Value? {
    switch type {
    case .boolean:
      if case .boolean(let value) = json.kind { return .boolean(value) }
      complain(.kind(.boolean, found: json), json.range)
    case .number(let range, let scale, _): return number(json, range, scale)
    case .date: return date(json)
    case .month: return month(json)
    case .region: return code(json, .region) { $0.count == 6 && $0.allSatisfy(\.isDigit) }
    case .occupation: return code(json, .occupation, isOccupation)
    case .reference(let targets):
      guard let id = text(json) else { return nil }
      references.append(
        PendingReference(id: id, targets: targets, range: json.range, path: path))
      return .string(id)
    case .string, .enumeration, .varying, .children:
      guard let text = text(json) else { return nil }
      if let format, !format.accepts(text) { complain(.checkDigit(format), json.range) }
      return .string(text)
    }
    return nil
  }

  mutating func text(_ json: JSON) -> String? {
    if let text = json.string, !text.isEmpty { return text }
    complain(json.string == nil ? .kind(.text, found: json) : .emptyText, json.range)
    return nil
  }

  private mutating func code(
    _ json: JSON, _ expected: Expected, _ isLegal: ([UInt8]) -> Bool
  ) -> Value? {
    if let text = json.string, isLegal(Array(text.utf8)) { return .string(text) }
    complain(.kind(expected, found: json), json.range)
    return nil
  }

  /// `6-18-01-01`, or with a fifth part for a kind of work within the occupation.
  private func isOccupation(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return (4...5).contains(parts.count) && parts[0].count == 1
      && parts.dropFirst().allSatisfy { $0.count == 2 }
      && parts.allSatisfy { $0.allSatisfy(\.isDigit) }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension JSON {
  /// The text of a number; `nil` for anything else.
  var number: String? {
    if case .number(let text) = kind { text } else { nil }
  }
}

extension Field.Format {
  func accepts(_ text: String) -> Bool {
    switch self {
    case .identityNumber: CheckDigits.isIdentityNumber(text)
    case .creditCode: CheckDigits.isCreditCode(text)
    }
  }
}
