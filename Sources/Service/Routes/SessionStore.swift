import Core
import Determination
import Questionnaire
import Synchronization

/// Answers, and the order in which their questions were first answered.
struct GivenAnswers: Sendable {
  private(set) var answers: Answers = [:]
  private(set) var order: [String] = []

  mutating func keep(_ answer: Answer, to key: String) {
    if answers.updateValue(answer, forKey: key) == nil { order.append(key) }
  }
}

/// The answers of everybody who is being asked, kept in memory: for a limited time after the last
/// use and for a limited number of people, of whom the longest idle gives way.
final class SessionStore: Sendable {
  private struct Session {
    var given = GivenAnswers()
    var lastUse: ContinuousClock.Instant
    /// What the answers come to, once somebody has asked.
    var outcome: Outcome?
  }

  /// What answers come to on a day. The rules do not change while the service runs.
  struct Outcome: Sendable {
    let language: Language
    let today: CivilDate
    let outlook: Outlook
  }

  private let sessions = Mutex<[String: Session]>([:])
  private let most: Int
  /// Of so many sessions what they come to is kept; with more, of none but the next.
  private static let mostOutcomes = 256
  private let lifetime: Duration
  private let now: @Sendable () -> ContinuousClock.Instant

  init(
    most: Int = 10_000, lifetime: Duration = .seconds(7_200),
    now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    self.most = most
    self.lifetime = lifetime
    self.now = now
  }

  /// Begins a session.
  /// - Returns: its id, 128 random bits.
  func begin() -> String {
    let id = Self.randomID()
    let now = now()
    sessions.withLock { sessions in
      if sessions.count >= most { sessions = sessions.filter { now - $0.value.lastUse < lifetime } }
      if sessions.count >= most,
        let oldest = sessions.min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        sessions[oldest.key] = nil
      }
      sessions[id] = Session(lastUse: now)
    }
    return id
  }

  /// The answers of a session, or `nil` when there is none (any more). Counts as a use.
  func answers(of id: String) -> GivenAnswers? {
    let now = now()
    return sessions.withLock { sessions in
      guard let session = sessions[id] else { return nil }
      guard now - session.lastUse < lifetime else {
        sessions[id] = nil
        return nil
      }
      sessions[id]?.lastUse = now
      return session.given
    }
  }

  /// Keeps an answer; does nothing when the session is gone.
  func keep(_ answer: Answer, to key: String, in id: String) {
    sessions.withLock { sessions in
      sessions[id]?.given.keep(answer, to: key)
      sessions[id]?.outcome = nil
    }
  }

  /// What a session's answers come to: what was kept of it, else what is worked out now.
  ///
  /// - Parameters:
  ///   - id: of the session.
  ///   - answers: those that it is worked out from.
  ///   - today: the day where none was answered.
  ///   - language: in which the person is named.
  ///   - work: works it out; called outside any lock.
  /// - Returns: the outcome.
  func outlook(
    of id: String, _ answers: Answers, today: CivilDate, _ language: Language, _ work: () -> Outlook
  ) -> Outlook {
    let kept = sessions.withLock { sessions -> Outlook? in
      guard let session = sessions[id], let outcome = session.outcome,
        outcome.language == language, outcome.today == today, session.given.answers == answers
      else { return nil }
      return outcome.outlook
    }
    if let kept { return kept }
    let outlook = work()
    sessions.withLock { sessions in
      // Another request may have answered meanwhile.
      guard sessions[id]?.given.answers == answers else { return }
      if sessions.count(where: { $0.value.outcome != nil }) >= Self.mostOutcomes {
        for key in sessions.keys { sessions[key]?.outcome = nil }
      }
      sessions[id]?.outcome = Outcome(language: language, today: today, outlook: outlook)
    }
    return outlook
  }

  func end(_ id: String) {
    sessions.withLock { $0[id] = nil }
  }

  /// From the system's generator, which is fit for secrets.
  private static func randomID() -> String {
    var generator = SystemRandomNumberGenerator()
    let number = UInt128(generator.next()) << 64 | UInt128(generator.next())
    return String(number, radix: 36)
  }
}
