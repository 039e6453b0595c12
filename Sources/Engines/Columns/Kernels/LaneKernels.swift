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
