public import FEEL
import Synchronization

/// What happened while a model ran: each node as it came to its value, in that order.
public struct Trace: Sendable {
  public internal(set) var steps: [Step] = []

  /// A node that was worked out, or a function that was invoked.
  public struct Step: Sendable {
    public enum Kind: String, Sendable { case input, decision, invocation }

    public let kind: Kind
    public let name: String
    public let value: Value
    /// Of the decision tables within, in the order they were evaluated.
    public let tables: [TableHits]
  }

  /// The rules of a decision table that hit.
  public struct TableHits: Sendable {
    /// Counted from 1, in the order of the table. With hit policy `FIRST` at most the first one.
    public let rules: [Int]
    /// How many rules the table has.
    public let count: Int
  }
}

/// Takes notes for a trace. Tables belong to the node or invocation that is open when they run.
final class TraceRecorder: Sendable {
  private struct Notes {
    var trace = Trace()
    var open: [[Trace.TableHits]] = []
  }

  private let notes = Mutex(Notes())

  var trace: Trace { notes.withLock { $0.trace } }

  func begin() { notes.withLock { $0.open.append([]) } }

  func end(_ kind: Trace.Step.Kind, _ name: String, _ value: Value) {
    notes.withLock { notes in
      let tables = notes.open.popLast() ?? []
      notes.trace.steps.append(
        Trace.Step(kind: kind, name: name, value: value, tables: tables))
    }
  }

  func hits(_ rules: [Int], of count: Int) {
    notes.withLock { notes in
      guard let last = notes.open.indices.last else { return }
      notes.open[last].append(Trace.TableHits(rules: rules.map { $0 + 1 }, count: count))
    }
  }
}
