import Core

/// Record types that no file declares, because they follow from those that are: what rules see of
/// records whose value depends on their name, and of lists of child records.
extension Vocabulary {
  /// Suffix of the id of the view below.
  private static let yearly = "@year"

  /// The id of a view: the records of one year of a type, read by their names. Each case of the
  /// type's varying field is a field of it: `indicator@year` has `apprenticesTrained`.
  ///
  /// - Parameter type: position in `types`.
  /// - Returns: `nil` for a type without a varying field, or whose event is no year.
  package func yearlyView(ofType type: Int) -> String? {
    let id = types[type].id + Self.yearly
    return views[id] == nil ? nil : id
  }

  /// The type of the child records that a field of a type or of a view holds: `indicator@honours`.
  package func childView(ofField field: String, in type: String) -> String? {
    let id = Self.owner(of: type) + "@" + field
    return views[id] == nil ? nil : id
  }

  /// The type of child records with this canonical id or Chinese name: `honours`, `领军荣誉`.
  package func childView(named name: String) -> EntityType? {
    views.values.filter { !Self.isYearly($0.id) }
      .filter { $0.name.zh == name || $0.id.hasSuffix("@" + name) }
      .min { $0.id < $1.id }
  }

  /// Every view, in the order of their ids.
  package var viewTypes: [EntityType] { views.values.sorted { $0.id < $1.id } }

  /// The id of the type a view is made from: `indicator` of `indicator@honours`.
  package static func owner(of view: String) -> String {
    String(view.prefix { $0 != "@" })
  }

  /// Whether a type is that of the records of one year by their names.
  package static func isYearly(_ view: String) -> Bool { view.hasSuffix(yearly) }

  /// What people and programs call a type or view: `indicator` also for `indicator@year`,
  /// `indicator.honours` for `indicator@honours`.
  package static func publicID(of view: String) -> String {
    // Most are no views, and every fact of an explanation is named by this.
    guard view.utf8.contains(UInt8(ascii: "@")) else { return view }
    return view.replacing(Self.yearly, with: "").replacing("@", with: ".")
  }

  static func views(of types: [EntityType]) -> [String: EntityType] {
    var views: [String: EntityType] = [:]
    for type in types {
      for field in type.fields {
        switch field.type {
        case .children(let fields):
          add(child(of: type, field.id, field.name, fields, field), to: &views)
        case .varying(let by, let cases):
          let named = members(of: type, by, cases, field)
          if let event = type.eventField, case .number = type.fields[event].type {
            add(
              EntityType(
                id: type.id + yearly, name: type.name, role: type.role, source: .complete,
                fields: named, event: nil, spell: nil), to: &views)
          }
          for member in named {
            guard case .children(let fields) = member.type else { continue }
            add(child(of: type, member.id, member.name, fields, field), to: &views)
          }
        default: continue
        }
      }
    }
    return views
  }

  private static func add(_ view: EntityType, to views: inout [String: EntityType]) {
    views[view.id] = view
  }

  private static func child(
    of type: EntityType, _ id: String, _ name: Bilingual, _ fields: [Field], _ field: Field
  ) -> EntityType {
    EntityType(
      id: type.id + "@" + id, name: name, role: type.role, source: .complete, fields: fields,
      event: nil, spell: nil)
  }

  /// The cases of a varying field as fields, in the order in which the names are declared.
  private static func members(
    of type: EntityType, _ by: String, _ cases: [String: ValueType], _ field: Field
  ) -> [Field] {
    guard let index = type.fieldIndex(by), case .enumeration(let names) = type.fields[index].type
    else { return [] }
    return names.compactMap { name in
      cases[name.id].map {
        Field(
          id: name.id, name: name.name, type: $0.type, unit: $0.unit, absence: .unknown,
          sensitivity: field.sensitivity, question: nil)
      }
    }
  }
}
