extension FEELType {
  /// Whether every value of `other` may stand where this type is asked for. `any` on either side
  /// says nothing against it: the run decides.
  public func accepts(_ other: FEELType) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any), (_, .null): true
    case (.list(let a), .list(let b)), (.range(let a), .range(let b)): a.accepts(b)
    case (.context(let a), .context(let b)):
      a.allSatisfy { name, type in b[name].map { type.accepts($0) } ?? false }
    case (.context(let a), .record): a.isEmpty
    case (.function, .function): true
    case (.string, .enumeration), (.enumeration, .string), (.enumeration, .number): true
    default: self == other
    }
  }

  /// The type that holds the values of both.
  public func joined(_ other: FEELType) -> FEELType {
    switch (self, other) {
    case _ where self == other: self
    case (.null, _): other
    case (_, .null): self
    case (.list(let a), .list(let b)): .list(a.joined(b))
    case (.range(let a), .range(let b)): .range(a.joined(b))
    case (.string, .enumeration), (.enumeration, .string): .string
    default: .any
    }
  }

  /// The type of a list's items; of any other value the type itself, as a list of one.
  public var element: FEELType {
    switch self {
    case .list(let element): element
    case .null: .any
    default: self
    }
  }
}

extension BuiltIn.ResultType {
  /// The type of the result for arguments of these types.
  func type(for arguments: [FEELType]) -> FEELType {
    func argument(_ place: Int) -> FEELType { place < arguments.count ? arguments[place] : .any }
    switch self {
    case .type(let type): return type
    case .sameAs(let place): return argument(place)
    case .elementOf(let place): return argument(place).element
    case .listOf(let place): return .list(argument(place))
    case .flattened(let place):
      var type = argument(place)
      while case .list(let element) = type { type = element }
      return .list(type)
    }
  }
}
