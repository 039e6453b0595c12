internal import CLanes
import FEEL

/// The loops over lanes of 32 bits that gain from AVX2: written in C, for there one source is compiled
/// for any processor and for those with AVX2, and the program takes what its processor has.
///
/// Unsafe: C gets the memory of spans, whose lengths are looked at here; places in a list are looked at
/// there.
struct LaneKernels: @unchecked Sendable {
  // Sendable: both tables are constants.
  private let table: UnsafePointer<lanes_kernels>

  /// For any processor.
  static let baseline = LaneKernels(table: lanes_baseline())
  /// For that on which the program runs.
  static let best = LaneKernels(table: lanes_best())

  func compare(
    _ sign: ComparisonOperator, _ a: Span<Int32>, with value: Int32, _ count: Int,
    into out: inout MutableSpan<UInt8>
  ) {
    precondition(a.count >= count && out.count >= count)
    a.withUnsafeBufferPointer { a in
      out.withUnsafeMutableBufferPointer { out in
        table.pointee.compare_value(sign.code, a.baseAddress, value, count, out.baseAddress)
      }
    }
  }

  func compare(
    _ sign: ComparisonOperator, _ a: Span<Int32>, _ b: Span<Int32>, _ count: Int,
    into out: inout MutableSpan<UInt8>
  ) {
    precondition(a.count >= count && b.count >= count && out.count >= count)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        out.withUnsafeMutableBufferPointer { out in
          table.pointee.compare(sign.code, a.baseAddress, b.baseAddress, count, out.baseAddress)
        }
      }
    }
  }

  /// Whether a spell reaches over a day or month; one without an end goes on.
  func covers(
    from: Span<Int32>, to: Span<Int32>, at: Span<Int32>, _ count: Int,
    into out: inout MutableSpan<UInt8>
  ) {
    precondition(
      from.count >= count && to.count >= count && at.count >= count && out.count >= count)
    from.withUnsafeBufferPointer { from in
      to.withUnsafeBufferPointer { to in
        at.withUnsafeBufferPointer { at in
          out.withUnsafeMutableBufferPointer { out in
            table.pointee.covers(
              from.baseAddress, to.baseAddress, at.baseAddress, count, out.baseAddress)
          }
        }
      }
    }
  }

  /// What stands in a list at each place; unknown stays unknown, and of none comes `none`.
  func look(
    _ list: Span<Int32>, _ places: Span<Int32>, none: Int32 = .none, _ count: Int,
    into out: inout MutableSpan<Int32>
  ) {
    precondition(places.count >= count && out.count >= count)
    list.withUnsafeBufferPointer { list in
      places.withUnsafeBufferPointer { places in
        out.withUnsafeMutableBufferPointer { out in
          table.pointee.look(
            list.baseAddress, list.count, places.baseAddress, none, count, out.baseAddress)
        }
      }
    }
  }
}

/// Which lanes there are in a frame.
extension LaneKernels {
  /// So many records of an owner `list` can write at most.
  static let most = Int(lanes_most)

  /// The lanes whose truth is at least so much, and their rows; both outputs have room for all.
  ///
  /// - Returns: how many passed, from the first on.
  func pass(
    _ truth: Span<UInt8>, atLeast least: UInt8, _ outer: Span<Int32>, _ count: Int,
    parents: inout MutableSpan<Int32>, rows: inout MutableSpan<Int32>
  ) -> Int {
    precondition(
      truth.count >= count && outer.count >= count && parents.count >= count && rows.count >= count)
    return truth.withUnsafeBufferPointer { truth in
      outer.withUnsafeBufferPointer { outer in
        parents.withUnsafeMutableBufferPointer { parents in
          rows.withUnsafeMutableBufferPointer { rows in
            table.pointee.pass(
              truth.baseAddress, least, outer.baseAddress, count, parents.baseAddress,
              rows.baseAddress)
          }
        }
      }
    }
  }

  /// Where the records of each owner end when those of all stand one after the other.
  ///
  /// - Returns: how many there are, and the most that an owner has.
  func endLists(
    of owners: Span<Int32>, _ offsets: Span<Int32>, _ count: Int,
    into ends: inout MutableSpan<Int32>
  ) -> (count: Int, most: Int) {
    precondition(owners.count >= count && ends.count >= count)
    var most: Int32 = 0
    let end = owners.withUnsafeBufferPointer { owners in
      offsets.withUnsafeBufferPointer { offsets in
        ends.withUnsafeMutableBufferPointer { ends in
          table.pointee.end_lists(
            owners.baseAddress, offsets.baseAddress, offsets.count, count, ends.baseAddress, &most)
        }
      }
    }
    return (end, Int(most))
  }

  /// The rows of the records of owners that have at most `most` each, and the lane of the owner; the ends
  /// are those that `endLists` gave for the same owners.
  func list(
    _ owners: Span<Int32>, _ offsets: Span<Int32>, ends: Span<Int32>, _ count: Int,
    rows: inout MutableSpan<Int32>, parents: inout MutableSpan<Int32>
  ) {
    if count == 0 { return }
    let room = Int(ends[count - 1]) + LaneKernels.most
    precondition(owners.count >= count && rows.count >= room && parents.count >= room)
    owners.withUnsafeBufferPointer { owners in
      offsets.withUnsafeBufferPointer { offsets in
        ends.withUnsafeBufferPointer { ends in
          rows.withUnsafeMutableBufferPointer { rows in
            parents.withUnsafeMutableBufferPointer { parents in
              table.pointee.list(
                owners.baseAddress, offsets.baseAddress, ends.baseAddress, count,
                rows.baseAddress, parents.baseAddress)
            }
          }
        }
      }
    }
  }
}

extension ComparisonOperator {
  fileprivate var code: lanes_sign {
    switch self {
    case .less: lanes_less
    case .lessOrEqual: lanes_less_or_equal
    case .greater: lanes_greater
    case .greaterOrEqual: lanes_greater_or_equal
    case .equal: lanes_equal
    case .notEqual: lanes_not_equal
    }
  }
}
