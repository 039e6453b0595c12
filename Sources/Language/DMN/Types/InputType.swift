public import Core
public import FEEL

/// The type of an input, for whoever reads inputs from a format that has fewer types than FEEL.
public struct InputType: Sendable {
  private let type: ModelType
  private let interpreter: Interpreter

  init(_ type: ModelType, _ interpreter: Interpreter) {
    self.type = type
    self.interpreter = interpreter
  }

  /// What people call the type.
  public var name: Bilingual { type.name }

  /// The type of a list's items; of any other type that type itself.
  public var item: InputType { InputType(type.item, interpreter) }

  /// The type of a structure's member; any type where there is none of that name.
  public func member(_ name: String) -> InputType { InputType(type.member(name), interpreter) }

  /// Text as a value of this type: a string, or the date, time or duration it spells.
  ///
  /// - Returns: `nil` when the type is one of those and the text spells none.
  public func value(of text: String) -> Value? {
    switch type.item.plain {
    case .date: CivilDate(text).map(Value.date)
    case .time: TimeOfDay(text).map(Value.time)
    case .dateTime: DateTime(text).map(Value.dateTime) ?? CivilDate(text).map(Value.date)
    case .yearMonthDuration: YearMonthDuration(text).map(Value.yearMonthDuration)
    case .dayTimeDuration: DayTimeDuration(text).map(Value.dayTimeDuration)
    default: .string(text)
    }
  }

  /// Whether a value is of the type and among its allowed values, or is converted to one.
  public func takes(_ value: Value) -> Bool { type.converted(value, interpreter) != nil }
}

extension DecisionProgram {
  /// An input of the model, or of one that it imports.
  public struct Input: Sendable {
    /// The name of the import; `nil` for the model's own inputs.
    public let importName: String?
    public let name: String
    public let type: InputType
  }

  /// The model's own inputs, and those of the models it imports under a name.
  public var inputs: [Input] {
    guard let main = models.first else { return [] }
    return models.flatMap { model -> [Input] in
      let prefix = prefix(of: model, in: main)
      guard model.namespace == main.namespace || prefix != nil else { return [] }
      return model.inputs.map { input in
        Input(
          importName: prefix.flatMap { $0.isEmpty ? nil : $0 }, name: input.name,
          type: InputType(types.type(input.typeName, in: model), runner.interpreter))
      }
    }
  }
}

extension ModelType {
  fileprivate var item: ModelType {
    switch self {
    case .feel(.list(let element)): .feel(element)
    case .list(let element): element
    case .narrowed(let base, _): base.item
    default: self
    }
  }

  func member(_ name: String) -> ModelType {
    switch self {
    case .structure(let members): members.first { $0.name == name }?.type ?? .any
    case .feel(.context(let members)): members[name].map(ModelType.feel) ?? .any
    case .list, .narrowed: item.member(name)
    default: .any
    }
  }

  /// The FEEL type beneath allowed values.
  var plain: FEELType {
    switch self {
    case .feel(let type): type
    case .narrowed(let base, _): base.plain
    default: .any
    }
  }
}
