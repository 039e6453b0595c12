/// Reading at places that another register names.
extension Kernels {
  /// Whether all places lie in a list; no place is a mark then.
  @inline(__always)
  static func areInside(_ places: Span<Int32>, _ count: Int, _ length: Int) -> Bool {
    precondition(places.count >= count)
    // Marks are negative, and so beyond every list as numbers without a sign.
    var highest: UInt32 = 0
    for lane in 0..<count { highest = max(highest, UInt32(bitPattern: places[lane])) }
    return Int(highest) < length || count == 0
  }

  /// What stands in a list at each place; marks stay marks.
  @inline(__always)
  static func look<L>(
    _ list: Span<L>, _ places: Span<Int32>, unknown: L, none: L, _ count: Int,
    into out: inout MutableSpan<L>
  ) {
    precondition(out.count >= count && places.count >= count)
    if areInside(places, count, list.count) {
      for lane in 0..<count {
        // Just found to be inside the list; checked for each lane it takes twice the time.
        out[lane] = unsafe list[unchecked: Int(places[lane])]
      }
    } else {
      for lane in 0..<count {
        let place = places[lane]
        out[lane] = place >= 0 ? list[Int(place)] : place == .none ? none : unknown
      }
    }
  }

  /// A stretch of a list.
  static func copy<L>(
    _ list: Span<L>, from first: Int, _ count: Int, into out: inout MutableSpan<L>
  ) {
    let stretch = list.extracting(first..<first + count)
    precondition(out.count >= count)
    for lane in 0..<count { out[lane] = stretch[lane] }
  }
}
