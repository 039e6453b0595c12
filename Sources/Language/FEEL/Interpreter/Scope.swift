/// The names an expression can see, innermost first (DMN 1.5, 10.3.2.11).
public struct Scope: Sendable {
  /// Names that came into sight together: one, or those of a context.
  private final class Frame: Sendable {
    /// The one name; meaningless where there is a context.
    private let name: String
    private let value: Value
    private let context: Context?
    let parent: Frame?

    init(_ context: Context, parent: Frame?) {
      (name, value) = ("", .null)
      self.context = context
      self.parent = parent
    }

    init(_ name: String, _ value: Value, parent: Frame?) {
      (self.name, self.value) = (name, value)
      context = nil
      self.parent = parent
    }

    func value(of name: String) -> Value? {
      if let context { return context[name] }
      return name == self.name ? value : nil
    }
  }

  private let frame: Frame?

  public init(_ names: Context = Context()) {
    frame = names.isEmpty ? nil : Frame(names, parent: nil)
  }

  private init(frame: Frame) { self.frame = frame }

  /// This scope with more names in front of it.
  public func extended(by names: Context) -> Scope { Scope(frame: Frame(names, parent: frame)) }

  /// This scope with one more name in front of it.
  public func extended(_ name: String, _ value: Value) -> Scope {
    Scope(frame: Frame(name, value, parent: frame))
  }

  /// The value of a name, the built-in functions being outermost.
  public func value(of name: String) -> Value? {
    var current = frame
    while let frame = current {
      if let value = frame.value(of: name) { return value }
      current = frame.parent
    }
    return BuiltIns.byName[name].map { .function(.builtIn($0)) }
  }
}
