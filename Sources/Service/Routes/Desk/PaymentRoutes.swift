import BankFiles
import Bureau
import Casework
import Core
import HTTP
import Office
import Pages
import Payout
import Procedures
import Store

/// Payments: batches, files for the bank, statements from it, and what is to be followed up.
struct PaymentRoutes: Sendable {
  let desk: Desk

  private var payout: Payout { desk.bureau.payout }
  private static let most = 100

  func page(_ request: SignedRequest) throws -> Response { try page(request, told: []) }

  private func page(
    _ request: SignedRequest, told: [Bilingual], isProblem: Bool = false
  ) throws -> Response {
    let signer = try request.signer(.financeOfficer, .auditor)
    try request.note("payout.list", "desk", "payments")
    let regions = regions(of: signer)
    return try desk.bureau.office.read { connection in
      let batches = try payout.batches(in: regions, limit: Self.most, connection)
      let followUps = try payout.followUps(in: regions, limit: Self.most, connection)
      let unmatched = try payout.entries(.unmatched, in: regions, limit: Self.most, connection)
      let proposals = try payout.openProposals(limit: Self.most, connection).map {
        (number: $0.number, words: Bilingual($0.note))
      }
      return Response(
        paymentsPage(
          request.place,
          PaymentsView(
            batches: batches.map(line), payable: try waiting(signer, connection),
            followUps: followUps.map { ($0.instruction.subject, Self.words(of: $0)) },
            unmatched: unmatched.map { ($0.number, words(of: $0)) }, proposals: proposals,
            regions: signer.regionsToChoose,
            isPayer: signer.role == .financeOfficer), request.form(),
          told: told.map { request.place($0) }, isProblem: isProblem),
        status: isProblem ? .unprocessableContent : .ok)
    }
  }

  private func regions(of signer: Signer) -> [String] {
    let regions = signer.actor.grants.filter { $0.role == signer.role }.map { $0.region ?? "" }
    return regions.contains("") ? [""] : regions
  }

  /// Who was not paid how much, and what to do.
  private static func words(of failed: FollowUp) -> Bilingual {
    let (payee, amount) = (failed.instruction.payee, Money(fen: failed.instruction.amount))
    return Bilingual(
      zh: "\(payee)，\(amount) 元：\(failed.reason.zh)。\(failed.advice.zh)",
      en: "\(payee), \(amount) yuan: \(failed.reason.en). \(failed.advice.en)")
  }

  private func words(of entry: KeptEntry) -> Bilingual {
    let amount = Money(fen: entry.amount)
    return Bilingual(
      zh: "\(entry.reference) \(amount.description) 元 \(entry.cause?.label.zh ?? "")",
      en: "\(entry.reference) \(amount.description) yuan \(entry.cause?.label.en ?? "")")
  }

  private func line(_ batch: PayoutBatch) -> BatchLine {
    BatchLine(
      number: batch.number, name: batch.message, status: batch.status.label,
      count: Int(batch.count), amount: Money(fen: batch.amount).description, day: batch.day)
  }

  /// The states in which cases are to be paid.
  private var payableStates: [String] {
    Set(desk.bureau.casework.shelf.current.flatMap(\.states).filter(\.isPayable).map(\.id)).sorted()
  }

  /// Numbers of the cases of a region that are to be paid.
  private func payable(
    _ signer: Signer, region: String, _ connection: borrowing Connection
  ) throws -> [String] {
    try payableStates.flatMap { state in
      var filter = QueueFilter()
      filter.state = state
      filter.region = region
      return try desk.bureau.casework.list(
        filter, limit: Casework.mostBulkRows, for: signer, connection
      ).cases.map(\.number)
    }
  }

  /// How many cases that are to be paid stand in no batch that is on its way.
  private func waiting(
    _ signer: Signer, _ connection: borrowing Connection
  ) throws -> Int {
    try desk.bureau.casework.count(
      in: payableStates, unless: Payout.isUnderWay("\"case_record\".\"number\""), for: signer,
      connection)
  }

  /// Makes a batch of all cases of a region that are to be paid.
  func make(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try request.signer(.financeOfficer)
    let region = form.fields["region"]?.trimmed ?? ""
    guard region.isRegionCode else {
      return try page(request, told: [PaymentRoutes.noRegion], isProblem: true)
    }
    let key = form.fields[SignedForm.request] ?? ""
    do {
      let (batch, lines) = try desk.bureau.office.write { connection in
        let batch = try payout.draft(
          region: region,
          payer: BankAccount(
            name: form.fields["payer"]?.trimmed ?? "",
            number: form.fields["account"]?.trimmed ?? "",
            bank: form.fields["bank"]?.trimmed ?? ""), day: desk.bureau.clock.today,
          key: key + "/draft", by: signer, connection)
        let numbers = try payable(signer, region: region, connection)
        return (
          batch,
          try desk.bureau.collect(numbers, into: batch, key: key + "/add", by: signer, connection)
        )
      }
      let refused = lines.filter { $0.refusal != nil }
      if refused.isEmpty { return .seeOther(request.place.link("desk/payments/\(batch)")) }
      return try page(request, told: refused.map(\.sentence), isProblem: true)
    } catch let problem as any WordedProblem {
      return try page(request, told: [problem.sentence], isProblem: true)
    }
  }

  func batch(_ request: SignedRequest) throws -> Response { try batch(request, told: nil) }

  private func batch(_ request: SignedRequest, told: Bilingual?) throws -> Response {
    let signer = try request.signer(.financeOfficer, .auditor)
    let number = Int64(request.parameter("batch")) ?? 0
    let view = try desk.bureau.office.read { connection in
      let batch = try payout.batch(number, connection)
      guard signer.actor.may(signer.role, region: batch.region) else {
        throw SignedRequest.notForYou
      }
      let rows = try payout.instructions(of: number, limit: 1_000, connection).map { row in
        BatchView.Row(
          subject: row.subject, payee: row.payee,
          account: try payout.maskedAccount(of: row, connection),
          amount: Money(fen: row.amount).description, status: row.status.label,
          reason: row.reason.map { BankReason(code: $0)?.label ?? Bilingual($0) })
      }
      let all = try payout.instructions(of: number, limit: 100_000, connection)
      return BatchView(
        line: line(batch), rows: rows,
        sums: InstructionStatus.allCases.compactMap { status in
          let those = all.filter { $0.status == status }
          return those.isEmpty
            ? nil
            : (status.label, those.count, Money(fen: those.reduce(0) { $0 + $1.amount }))
        },
        warnings: try warnings(number, connection), acts: acts(batch, signer),
        formats: signer.role == .financeOfficer && batch.releasedBy != nil
          ? BankFormat.all.map { ($0.name, $0.label) } : [])
    }
    try request.note("payout.see", "payout-batch", "\(number)")
    return Response(
      batchPage(
        request.place, view, request.form(), told: told.map { request.place($0) },
        isProblem: told != nil), status: told == nil ? .ok : .unprocessableContent)
  }

  /// What is remarkable about a batch; parties are called by their names.
  private func warnings(
    _ number: Int64, _ connection: borrowing Connection
  ) throws -> [Bilingual] {
    try payout.warnings(number, connection).map { warning in
      guard case .severalRows(let party, let count) = warning,
        let name = try desk.bureau.names(of: [party])[party]
      else { return warning.message }
      return BatchWarning.severalRows(party: name, count: count).message
    }
  }

  private func acts(_ batch: PayoutBatch, _ signer: Signer) -> [(id: String, label: Bilingual)] {
    guard signer.role == .financeOfficer else { return [] }
    var acts: [(id: String, label: Bilingual)] = []
    if batch.status == .draft, batch.madeBy != signer.actor.user {
      acts.append(("release", Bilingual(zh: "放行（第二人签）", en: "Release, as the second officer")))
    }
    if [.draft, .released].contains(batch.status) {
      acts.append(("cancel", Bilingual(zh: "取消这一批", en: "Cancel this batch")))
    }
    if batch.status == .settled { acts.append(("close", Bilingual(zh: "办结", en: "Close"))) }
    return acts
  }

  func act(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try request.signer(.financeOfficer)
    let number = Int64(request.parameter("batch")) ?? 0
    let key = form.fields[SignedForm.request] ?? ""
    do {
      try desk.bureau.office.write { connection in
        switch form.fields["act"] {
        case "release": try payout.release(number, key: key, by: signer, connection)
        case "cancel": try payout.cancel(number, key: key, by: signer, connection)
        case "close": try payout.close(number, key: key, by: signer, connection)
        default: throw Refusal.notFound
        }
      }
    } catch let problem as any WordedProblem {
      return try batch(request, told: problem.sentence)
    }
    return .seeOther(request.place.link("desk/payments/\(number)"))
  }

  /// The file for the bank.
  func file(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try request.signer(.financeOfficer)
    let number = Int64(request.parameter("batch")) ?? 0
    guard let format = BankFormat(name: form.fields["format"] ?? "") else { throw Refusal.notFound }
    do {
      let file = try desk.bureau.office.write { connection in
        try desk.bureau.export(number, as: format, by: signer, connection)
      }
      return Response(
        .ok,
        headers: [
          "Content-Type": "application/octet-stream",
          "Content-Disposition": "attachment; filename=\"\(file.name)\"",
        ], body: file.bytes)
    } catch let problem as any WordedProblem {
      return try batch(request, told: problem.sentence)
    }
  }

  /// Takes in a statement, and says what became of its entries.
  func statement(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try request.signer(.financeOfficer)
    let region = (form.fields["statement-region"] ?? form.fields["region"])?.trimmed ?? ""
    guard let file = form.file("file"), !file.bytes.isEmpty, region.isRegionCode else {
      return try page(request, told: [PaymentRoutes.noFile], isProblem: true)
    }
    do {
      let statement = try BankStatement.read(file.bytes, name: file.name)
      let taken = try desk.bureau.office.write { connection in
        try payout.takeIn(
          statement, name: file.name, region: region,
          key: form.fields[SignedForm.request] ?? "", by: signer, connection)
      }
      let counts = EntryPlace.allCases.filter { taken.count($0) > 0 }.map { place in
        (place.label, taken.count(place))
      }
      return try page(
        request,
        told: [
          Bilingual(
            zh: "导入 \(taken.lines.count) 条："
              + counts.map { "\($0.0.zh) \($0.1)" }.joined(separator: "，") + "。",
            en: "\(taken.lines.count) entries: "
              + counts.map { "\($0.0.en) \($0.1)" }.joined(separator: ", ") + ".")
        ])
    } catch let problem as any WordedProblem {
      return try page(request, told: [problem.sentence], isProblem: true)
    } catch let error as DiagnosticsError {
      return try page(
        request,
        told: error.diagnostics.map { diagnostic in
          Bilingual(
            zh: "\(diagnostic.message.zh)。\(diagnostic.advice.zh)",
            en: "\(diagnostic.message.en). \(diagnostic.advice.en)")
        }, isProblem: true)
    }
  }

  /// Proposes that an entry without a match is not ours.
  func resolve(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try request.signer(.financeOfficer)
    let entry = form.fields["entry"].flatMap(Int64.init) ?? 0
    return try settle(request) { connection in
      _ = try payout.propose(
        .notOurs(entry: entry), note: form.fields["note-\(entry)"]?.trimmed ?? "",
        key: form.fields[SignedForm.request] ?? "", by: signer, connection)
    }
  }

  func confirm(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try request.signer(.financeOfficer)
    let proposal = form.fields["proposal"].flatMap(Int64.init) ?? 0
    return try settle(request) { connection in
      try payout.confirm(
        proposal, key: form.fields[SignedForm.request] ?? "", by: signer, connection)
    }
  }

  private func settle(
    _ request: SignedRequest, _ body: (borrowing Connection) throws -> Void
  ) throws -> Response {
    do {
      try desk.bureau.office.write(body)
    } catch let problem as any WordedProblem {
      return try page(request, told: [problem.sentence], isProblem: true)
    }
    return .seeOther(request.place.link("desk/payments/"))
  }

  private static let noRegion = Bilingual(
    zh: "请写六位地区代码。", en: "Give a region code of six digits.")
  private static let noFile = Bilingual(
    zh: "请选择文件，并写六位地区代码。", en: "Choose a file, and give a region code of six digits.")
}

extension PayoutLine {
  /// Why a case was not taken into a batch.
  fileprivate var sentence: Bilingual {
    guard let refusal else { return Bilingual(subject) }
    return Bilingual(
      zh: "\(subject)：\(refusal.message.zh)。\(refusal.advice.zh)",
      en: "\(subject): \(refusal.message.en). \(refusal.advice.en)")
  }
}
