/// A FEEL context: values by name, in the order they were entered (DMN 1.5, 10.3.2.6).
public struct Context: Sendable {
  /// The names, in order, each once.
  public private(set) var keys: [String] = []
  private var values: [Value] = []
  /// Places by name once there are many; a short context is searched faster than hashed.
  private var places: [String: Int] = [:]
  private static let searchedUpTo = 12

  public init() {}

  /// A name given twice keeps its first place and its last value.
  public init(_ entries: some Sequence<(String, Value)>) {
    for (key, value) in entries { self[key] = value }
  }

  /// Names and their values side by side: many contexts may share one list of names.
  ///
  /// - Parameters:
  ///   - keys: each once.
  ///   - values: as many.
  package init(keys: [String], values: [Value]) {
    self.keys = keys
    self.values = values
    if keys.count > Context.searchedUpTo { index() }
  }

  public var count: Int { keys.count }
  public var isEmpty: Bool { keys.isEmpty }
  /// Name and value, in order.
  public var entries: [(key: String, value: Value)] {
    zip(keys, values).map { (key: $0, value: $1) }
  }

  /// The value of an entry, `nil` without one; assigning `nil` removes the entry.
  public subscript(key: String) -> Value? {
    get { place(of: key).map { values[$0] } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): values[place] = value
      case (let place?, nil): remove(at: place)
      case (nil, let value?): append(key, value)
      case (nil, nil): return
      }
    }
  }

  private func place(of key: String) -> Int? {
    guard places.isEmpty else { return places[key] }
    for place in keys.indices where keys[place] == key { return place }
    return nil
  }

  private mutating func append(_ key: String, _ value: Value) {
    keys.append(key)
    values.append(value)
    if keys.count > Context.searchedUpTo {
      if places.isEmpty { index() } else { places[key] = keys.count - 1 }
    }
  }

  private mutating func remove(at place: Int) {
    keys.remove(at: place)
    values.remove(at: place)
    if keys.count > Context.searchedUpTo { index() } else { places = [:] }
  }

  private mutating func index() {
    places = [:]
    for (place, key) in keys.enumerated() { places[key] = place }
  }
}
