import FEEL
import Synchronization

/// What invocations of functions with boxed bodies may use up within one evaluation: FEEL's own
/// limits begin anew in each of them.
struct CallBudget: Sendable {
  /// Levels of expressions that are open: what the bodies upon each other are high.
  private(set) var height = 0
  private let counter = Counter()

  /// Levels that the stack of a thread holds in a debug build, with room to spare.
  static let heightLimit = 1_200
  /// Levels that an invocation costs beside its body.
  private static let levelsPerCall = 20

  private final class Counter: Sendable {
    private let count = Atomic(0)

    func next() -> Int { count.add(1, ordering: .relaxed).newValue }
  }

  /// The budget for a body of this height; `nil` when it goes too deep, or when there were too many
  /// invocations, as where each of many functions calls the next one twice.
  func spending(_ bodyHeight: Int) -> CallBudget? {
    var inner = self
    inner.height += bodyHeight + CallBudget.levelsPerCall
    guard inner.height <= CallBudget.heightLimit, counter.next() <= Interpreter.itemLimit else {
      return nil
    }
    return inner
  }

  /// The budget of the evaluation that runs; `nil` where a function outlived its evaluation.
  @TaskLocal static var current: CallBudget?
}
