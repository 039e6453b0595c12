import Core

extension TypeChecker {
  /// Checks the bindings' domains and then the body, with the bound names in scope.
  mutating func scoped<Result>(
    _ bindings: [Expression.Binding], partialOf body: Expression?,
    _ check: (inout TypeChecker) -> Result
  ) -> Result {
    let depth = frames.count
    for binding in bindings {
      let type = itemType(of: binding)
      frames.append(.names([binding.name: type]))
    }
    if body != nil, !bindings.contains(where: { $0.name == "partial" }) {
      frames.append(.names(["partial": .list(.any)]))
    }
    defer { frames.removeLast(frames.count - depth) }
    return check(&self)
  }

  private mutating func itemType(of binding: Expression.Binding) -> FEELType {
    let domain = check(binding.domain)
    if let upTo = binding.upTo {
      let end = check(upTo)
      let isCountable = [.number, .date, .any].contains(domain)
      if !isCountable || !domain.accepts(end) {
        report(.noDomain(.range(domain)), binding.domain.range.joined(upTo.range))
        return .any
      }
      return domain
    }
    switch domain {
    case .list(let element): return element
    case .range(let element) where [.number, .date, .any].contains(element): return element
    case .any, .null: return .any
    case .range:
      report(.noDomain(domain), binding.domain.range)
      return .any
    default: return domain
    }
  }

  mutating func filter(_ list: Expression, _ condition: Expression) -> FEELType {
    let source = check(list)
    let element = source.element
    frames.append(.item(element))
    let type = check(condition)
    frames.removeLast()
    switch type.plain {
    case .number: return element
    case .boolean: return .list(element)
    case .any: return condition.isSurelyCondition ? .list(element) : .any
    default:
      report(.filter(type), condition.range)
      return .list(element)
    }
  }

  mutating func context(_ entries: [Expression.Entry]) -> FEELType {
    var members: [String: FEELType] = [:]
    frames.append(.names([:]))
    for entry in entries {
      members[entry.key] = check(entry.value)
      frames[frames.count - 1] = .names(members)
    }
    frames.removeLast()
    return .context(members)
  }

  mutating func rangeType(
    _ literal: Expression.RangeLiteral, _ range: SourceRange
  ) -> FEELType {
    let low = literal.low.map { check($0) }
    // `= a` and `!= a` have one endpoint, which stands for both.
    let high = literal.comparison == nil ? literal.high.map { check($0) } : low
    let (first, second) = ((low ?? high ?? .any).plain, (high ?? low ?? .any).plain)
    guard first.accepts(second), first.isOrdered, second.isOrdered else {
      report(.rangeEnds(low ?? .any, high ?? .any), range)
      return .range(.any)
    }
    return .range(first == .any ? second : first)
  }

  mutating func function(
    _ parameters: [Expression.Parameter], _ body: Expression, _ range: SourceRange
  ) -> FEELType {
    var names: [String: FEELType] = [:]
    for parameter in parameters {
      names[parameter.name] = parameter.type.map { resolve($0, range) } ?? .any
    }
    frames.append(.names(names))
    let result = check(body)
    frames.removeLast()
    return .function(parameters.map { names[$0.name] ?? .any }, result: result)
  }
}

extension Expression {
  /// Whether the node can only be Boolean, whatever its parts are.
  fileprivate var isSurelyCondition: Bool {
    switch kind {
    case .comparison, .conjunction, .disjunction, .between, .isIn, .quantified, .instanceOf: true
    default: false
    }
  }
}
