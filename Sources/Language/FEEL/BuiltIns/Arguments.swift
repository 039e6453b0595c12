import Core

/// Arguments that fit a signature, read by place.
///
/// The accessors throw where an argument is of another type; after `Signature.fit` that happens
/// only for parameters declared with a wider type than the body reads.
struct Arguments {
  let values: [Value]

  subscript(place: Int) -> Value { place < values.count ? values[place] : .null }

  func string(_ place: Int) throws(NullReason) -> String {
    guard case .string(let text) = self[place] else { throw mismatch(place, .string) }
    return text
  }

  func number(_ place: Int) throws(NullReason) -> Decimal128 {
    guard case .number(let number) = self[place] else { throw mismatch(place, .number) }
    return number
  }

  /// A whole number that fits an `Int`; a fraction is cut off towards zero.
  func integer(_ place: Int) throws(NullReason) -> Int {
    let number = try number(place)
    guard let integer = number.rounded(scale: 0, .down)?.integer else {
      throw .outOfRange(number)
    }
    return integer
  }

  func boolean(_ place: Int) throws(NullReason) -> Bool {
    guard case .boolean(let truth) = self[place] else { throw mismatch(place, .boolean) }
    return truth
  }

  func list(_ place: Int) throws(NullReason) -> [Value] {
    guard case .list(let items) = self[place] else { throw mismatch(place, .list(.any)) }
    return items
  }

  func context(_ place: Int) throws(NullReason) -> Context {
    guard case .context(let context) = self[place] else { throw mismatch(place, .context([:])) }
    return context
  }

  func function(_ place: Int) throws(NullReason) -> FunctionValue {
    guard case .function(let function) = self[place] else {
      throw mismatch(place, .function([], result: .any))
    }
    return function
  }

  /// The numbers of a list; an element of another type has no result.
  func numbers(_ place: Int) throws(NullReason) -> [Decimal128] {
    var numbers: [Decimal128] = []
    for item in try list(place) {
      guard case .number(let number) = item else {
        throw .wrongElement(item, expected: .number)
      }
      numbers.append(number)
    }
    return numbers
  }

  private func mismatch(_ place: Int, _ expected: FEELType) -> NullReason {
    .wrongArgument(self[place], place: place, expected: expected)
  }
}
