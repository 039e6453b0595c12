/// The names an expression can see, innermost first (DMN 1.5, 10.3.2.11).
public struct Scope: Sendable {
  private final class Frame: Sendable {
    let names: Names
    let parent: Frame?

    init(_ names: Names, parent: Frame?) {
      self.names = names
      self.parent = parent
    }
  }

  private enum Names {
    case one(String, Value)
    case many(Context)

    subscript(name: String) -> Value? {
      switch self {
      case .one(let own, let value): own == name ? value : nil
      case .many(let context): context[name]
      }
    }
  }

  private let frame: Frame?

  public init(_ names: Context = Context()) { frame = Frame(.many(names), parent: nil) }

  private init(frame: Frame) { self.frame = frame }

  /// This scope with more names in front of it.
  public func extended(by names: Context) -> Scope {
    Scope(frame: Frame(.many(names), parent: frame))
  }

  /// This scope with one more name in front of it.
  public func extended(_ name: String, _ value: Value) -> Scope {
    Scope(frame: Frame(.one(name, value), parent: frame))
  }

  /// The value of a name, the built-in functions being outermost.
  public func value(of name: String) -> Value? {
    var current = frame
    while let frame = current {
      if let value = frame.names[name] { return value }
      current = frame.parent
    }
    return BuiltIns.byName[name].map { .function(.builtIn($0)) }
  }
}
