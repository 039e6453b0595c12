import Core
import Determination
import Determinations
import Notice
import Notices
import Print
import Registry

/// Notices of stored determinations on paper, each from asking for it to the last byte of the PDF: worked
/// out, kept under its code, laid out with its QR code.
struct NoticeBenchmark {
  private let store: DeterminationStore
  private let issuer: NoticeIssuer
  private static let count = 200

  init(_ store: DeterminationStore, _ rules: Rulebook) throws {
    self.store = store
    issuer = NoticeIssuer(try NoticeRegister(store), rules)
  }

  /// - Parameter report: takes a name, sorted times in ms, and a share of them.
  /// - Throws: what keeps a notice from being made.
  func run(_ report: (String, [Double], Double) -> Void) throws {
    guard let run = try store.lastRun() else { return }
    var all: [StoredDetermination] = []
    _ = try store.each { if $0.outcome == .entitled { all.append($0) } }
    all.shuffle()
    var sizes: [Int] = []
    let times = try all.prefix(Self.count).map { stored in
      let began = ContinuousClock.now
      let notice = try issuer.issue(
        NoticeRequest(
          party: stored.party, benefit: stored.benefit, subject: stored.subject, on: run.on,
          known: .change(run.facts), issued: run.on, base: "https://rencai.example.cn"),
        of: stored)
      sizes.append(try notice.document(.zh).pdf().count)
      return (ContinuousClock.now - began) / .milliseconds(1)
    }.sorted()
    report("a notice on paper, median", times, 0.5)
    report("a notice on paper, p99", times, 0.99)
    if let largest = sizes.max() {
      print("a notice on paper, the largest\t\(largest / 1000)\tkB\t")
    }
  }
}
