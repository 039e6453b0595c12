/// The components of an ISO 8601 duration as written, before they are of one kind or the other.
struct DurationParts {
  var isNegative = false
  var years = 0
  var months = 0
  var days = 0
  var hours = 0
  var minutes = 0
  var seconds = 0
  var nanoseconds = 0
  var hasYearOrMonth = false
  var hasDayOrTime = false

  /// Reads `P1Y2M3DT4H5M6.7S`: at least one component, in this order, none behind an empty `T`.
  init?(_ text: some StringProtocol) {
    var scanner = DigitScanner(text)
    isNegative = scanner.skip("-")
    guard scanner.skip("P"), !scanner.isAtEnd else { return nil }
    var order = 0
    var isTime = false
    while !scanner.isAtEnd {
      if !isTime, scanner.skip("T") {
        isTime = true
        guard !scanner.isAtEnd else { return nil }
      }
      guard let (value, _) = scanner.run(1...17),
        let place = readComponent(value, isTime: isTime, &scanner), place > order
      else { return nil }
      order = place
    }
  }

  /// Stores one number by the letter behind it; its place in the order, or `nil`.
  private mutating func readComponent(
    _ value: Int, isTime: Bool, _ scanner: inout DigitScanner
  ) -> Int? {
    if !isTime {
      if scanner.skip("Y") { return date(\.years, value, place: 1) }
      if scanner.skip("M") { return date(\.months, value, place: 2) }
      guard scanner.skip("D") else { return nil }
      return clock(\.days, value, place: 3)
    }
    if scanner.skip("H") { return clock(\.hours, value, place: 4) }
    if scanner.skip("M") { return clock(\.minutes, value, place: 5) }
    if scanner.skip(".") {
      guard let fraction = scanner.fraction(places: 9, mayBeEmpty: true) else { return nil }
      nanoseconds = fraction
    }
    guard scanner.skip("S") else { return nil }
    return clock(\.seconds, value, place: 6)
  }

  private mutating func date(
    _ field: WritableKeyPath<DurationParts, Int>, _ value: Int, place: Int
  ) -> Int {
    self[keyPath: field] = value
    hasYearOrMonth = true
    return place
  }

  private mutating func clock(
    _ field: WritableKeyPath<DurationParts, Int>, _ value: Int, place: Int
  ) -> Int {
    self[keyPath: field] = value
    hasDayOrTime = true
    return place
  }
}
