import Core
import Determinations
import Dispatch
import Pages
import Registry
import Synchronization

/// The figures of the overview, worked out once for each state of the registry and kept: pages only
/// look at what is there.
final class Overview: Sendable {
  /// A state of what the figures rest on.
  struct Version: Equatable {
    /// The day, on which ages and open spells depend.
    let on: CivilDate
    /// The number of the last change of facts; 0 before the first.
    let change: Int64
    /// The last finished run of determinations; 0 before the first.
    let run: Int64
  }

  private struct State {
    var view: OverviewView?
    var version: Version?
    /// What is being worked out.
    var pending: Version?
  }

  private let state = Mutex(State())
  private let served: ServedRegistry
  private let today: @Sendable () -> CivilDate
  private let make: @Sendable (Version) throws -> OverviewView
  private let queue = DispatchQueue(label: "overview", qos: .utility)

  /// - Parameters:
  ///   - served: the registry.
  ///   - today: the day of the figures.
  ///   - make: works the figures out; it may take long.
  init(
    _ served: ServedRegistry, today: @escaping @Sendable () -> CivilDate,
    make: @escaping @Sendable (Version) throws -> OverviewView
  ) {
    self.served = served
    self.today = today
    self.make = make
  }

  /// The figures as far as they are worked out, marked where the registry has gone on since. Has
  /// them worked out when they are not those of now.
  ///
  /// - Returns: `nil` while there are none at all.
  /// - Throws: `StoreError`.
  func view() throws -> OverviewView? {
    let now = try version()
    let (view, isMissing) = state.withLock { state in
      var view = state.view
      let isMissing = state.version != now
      view?.isBehind = isMissing
      let mustBegin = isMissing && state.pending == nil
      if mustBegin { state.pending = now }
      return (view, mustBegin)
    }
    if isMissing { queue.async { self.workOut(now) } }
    return view
  }

  /// Has the figures worked out before anybody asks for them.
  func prepare() {
    queue.async {
      do { _ = try self.view() } catch { self.served.report(error) }
    }
  }

  private func workOut(_ version: Version) {
    do {
      let view = try make(version)
      state.withLock { state in
        state.view = view
        state.version = version
        state.pending = nil
      }
    } catch {
      served.report(error)
      state.withLock { $0.pending = nil }
    }
  }

  private func version() throws -> Version {
    Version(
      on: today(), change: try served.registry.latestChange()?.number ?? 0,
      run: try served.store.lastRun()?.number ?? 0)
  }
}
