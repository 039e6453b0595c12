import Core
import Cryptography
import Determination
package import Determinations
import Explain
import Facts
package import Notice
import PolicyDocument
import PolicyPlan
import Registry
import Vocabulary

/// Works out a determination with its reasons and makes a notice of it, which is kept so that it can
/// be confirmed.
package struct NoticeIssuer: Sendable {
  package let register: NoticeRegister
  let rules: Rulebook

  /// - Parameters:
  ///   - register: where notices are kept.
  ///   - rules: the plans.
  package init(_ register: NoticeRegister, _ rules: Rulebook) {
    self.register = register
    self.rules = rules
  }

  /// Issues a notice.
  ///
  /// - Parameters:
  ///   - request: which.
  ///   - stored: what the notice shall be of; a paper that said otherwise is not issued.
  /// - Returns: the notice, the same for the same request.
  /// - Throws: `NoticeProblem`, `DeterminationProblem.unknownParty`, `StoreError`,
  ///   `RegistryProblem`, `CryptographyFailure`.
  package func issue(
    _ request: NoticeRequest, of stored: StoredDetermination? = nil
  ) throws -> DeterminationNotice {
    let base = try request.base.map(Self.checked)
    let registry = register.store.registry
    let snapshot = try registry.snapshot(request.known)
    let determiner = PartyDeterminer(rules, snapshot)
    guard let findings = try determiner.findings(of: request.party, on: request.on) else {
      throw DeterminationProblem.unknownParty(id: request.party)
    }
    let finding = try choose(findings, request, owner: stored?.owner)
    let found = finding.determination
    if let stored, !stored.agrees(with: found) {
      throw NoticeProblem.outdated(benefit: found.label)
    }
    let issued = IssuedNotice(
      owner: finding.owner, party: found.party, benefit: found.benefit, subject: found.subject,
      on: request.on, facts: snapshot.change, plan: rules.hash(of: found.benefit) ?? "",
      digest: try SM3.hexDigest(Report(on: request.on, determinations: [found]).json()),
      outcome: found.outcome, amount: found.amount, granted: found.granted,
      issued: request.issued)
    // Sums that do not add up end it before anything is kept.
    let draft = try notice(finding, issued, .init(code: "", address: nil), request)
    let code = try register.keep(issued)
    var notice = draft
    notice.verification = DeterminationNotice.Verification(
      code: code.grouped, address: base.map { "\($0)/verify/\(code.text)" })
    return notice
  }

  private func choose(
    _ findings: [Finding], _ request: NoticeRequest, owner: String?
  ) throws(NoticeProblem) -> Finding {
    var candidates = findings.filter { $0.determination.benefit == request.benefit }
    if candidates.isEmpty {
      throw .noDetermination(party: request.party, benefit: request.benefit)
    }
    let subjects = candidates.compactMap(\.determination.subject)
    if let subject = request.subject {
      candidates = candidates.filter { $0.determination.subject == subject }
      if candidates.isEmpty { throw .noSubject(subject: subject, known: subjects) }
    }
    // Records of two parties may bear one number; that of the party itself is meant.
    let preferred = candidates.filter { $0.owner == owner ?? request.party }
    if !preferred.isEmpty { candidates = preferred }
    guard candidates.count == 1, let only = candidates.first else {
      throw .severalSubjects(benefit: request.benefit, subjects: subjects)
    }
    return only
  }

  private func notice(
    _ finding: Finding, _ issued: IssuedNotice, _ verification: DeterminationNotice.Verification,
    _ request: NoticeRequest
  ) throws -> DeterminationNotice {
    let registry = register.store.registry
    let facts = try registry.files(
      of: Array(Set([issued.owner, issued.party])).sorted(), types: nil, on: request.on,
      known: request.known)
    let words = NoticeWords(facts: facts, vocabulary: registry.vocabulary)
    let plan = rules.plans.first { $0.benefits.contains { $0.id == issued.benefit } }
    let change = try registry.change(issued.facts)
    return try DeterminationNotice(
      finding.determination,
      DeterminationNotice.Context(
        recipient: words.recipient(issued.party),
        subject: plan?.benefits.first { $0.id == issued.benefit }.flatMap {
          words.subject(issued.subject, ofType: $0.subject, owner: issued.owner)
        },
        title: plan?.document.front.title ?? Bilingual(issued.benefit),
        number: plan?.document.front.number, on: request.on,
        basis: Bilingual(
          zh: "登记库第 \(issued.facts) 次变更" + (change.map { "（\($0.clock)）" } ?? "") + "为止的记录",
          en: "on record up to change \(issued.facts)" + (change.map { " (\($0.clock))" } ?? "")),
        issued: issued.issued, verification: verification))
  }

  /// An address that can begin a link; without a slash at its end.
  private static func checked(_ base: String) throws(NoticeProblem) -> String {
    var text = base
    while text.hasSuffix("/") { text.removeLast() }
    let rest = ["https://", "http://"].first(where: text.hasPrefix).map { text.dropFirst($0.count) }
    let allowed = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~:/[]%".utf8.contains(byte)
    }
    guard let rest, !rest.isEmpty, text.utf8.count <= 500, rest.utf8.allSatisfy(allowed),
      rest.first != "/"
    else { throw .badBase(base) }
    return text
  }
}

extension StoredDetermination {
  /// Whether a determination worked out anew comes to the same.
  fileprivate func agrees(with other: Determination) -> Bool {
    outcome == other.outcome && amount == other.amount && granted == other.granted
      && gross == other.gross && monthly == other.monthly
  }
}
