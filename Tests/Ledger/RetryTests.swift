import Core
import Ledger
import Office
import OfficeSupport
import TestSupport
import Testing

@Suite struct RetryTests {
  /// 500 payments, a million confirmations in random order: most are the same again, some claim the
  /// same payment under a key of their own, some say something else under a key that is known.
  @Test("a million retries pay nothing twice", .timeLimit(.minutes(5))) func million() throws {
    let seed: UInt64 = 20_261_129
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let city = LedgerFixture.city
    let moment = Moment(startOf: CivilDate(dayNumber: 20_500))
    let (maker, checker) = try (Signer.make(.financeOfficer), Signer.make(.approver, 2))
    var books = Books()
    _ = try books.apply(
      Posting(.propose(city, change: 1_000_000), key: "p", by: maker, at: moment))
    _ = try books.apply(Posting(.confirm(proposal: 1), key: "c", by: checker, at: moment))
    let subjects = (0..<500).map { LedgerSubject("case-\($0)") }
    for subject in subjects {
      let commit = LedgerAct.commit(subject, [.init(city, 100)])
      _ = try books.apply(Posting(commit, key: "c \(subject.id)", by: checker, at: moment))
    }
    let settlements = subjects.map { subject in
      Posting(
        .settle(subject, [.init(city, 100)]), key: "s \(subject.id)", by: .system, at: moment)
    }
    var (paid, again, refused) = (0, 0, 0)
    for number in 0..<1_000_000 {
      let draw = Int.random(in: 0..<5000, using: &generator)
      var posting = settlements[draw % 500]
      if draw / 500 == 8 {
        posting = Posting(posting.act, key: "n \(number)", by: .system, at: moment)
      } else if draw / 500 == 9 {
        let other = LedgerAct.settle(subjects[draw % 500], [.init(city, 99)])
        posting = Posting(other, key: posting.key, by: .system, at: moment)
      }
      switch outcome(of: posting, &books) {
      case .first: paid += 1
      case .again: again += 1
      case nil: refused += 1
      }
    }
    let position = books.position(of: city)
    // A case whose first try was of 99 keeps 1 committed.
    let committed = position?.committed ?? -1
    #expect(position.map { $0.paid + $0.committed } == 50_000 && (1..<500).contains(committed))
    #expect(position?.free == 950_000)
    #expect(paid == 500 && paid + again + refused == 1_000_000)
    #expect(again > 500_000 && refused > 200_000)
  }

  /// `nil` for a key that is taken and for money that is not there; no other refusal is right.
  private func outcome(of posting: Posting, _ books: inout Books) -> Books.Outcome? {
    do { return try books.apply(posting) } catch {
      switch error {
      case .keyReused, .moreThanCommitted: break
      default: Issue.record(error)
      }
      return nil
    }
  }
}
