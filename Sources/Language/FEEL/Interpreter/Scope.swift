/// The names an expression can see, innermost first (DMN 1.5, 10.3.2.11).
public struct Scope: Sendable {
  private final class Frame: Sendable {
    let names: Context
    let parent: Frame?

    init(_ names: Context, parent: Frame?) {
      self.names = names
      self.parent = parent
    }
  }

  private let frame: Frame?

  public init(_ names: Context = Context()) { frame = Frame(names, parent: nil) }

  private init(frame: Frame) { self.frame = frame }

  /// This scope with more names in front of it.
  public func extended(by names: Context) -> Scope {
    Scope(frame: Frame(names, parent: frame))
  }

  /// This scope with one more name in front of it.
  public func extended(_ name: String, _ value: Value) -> Scope {
    extended(by: Context(CollectionOfOne((name, value))))
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
