import Office

extension Posting {
  /// What the trail says of it: the case it is about, else the budget, else the entry it answers.
  func auditEntry(_ entry: LedgerEntry, _ signer: Signer) -> AuditEntry {
    var detail = ["entry": "\(entry.number)", "key": key]
    if let about = act.about { detail["about"] = "\(about)" }
    // Of a carry-over the lines are too many to name; they stand in the ledger.
    if entry.kind != .carryOver {
      for line in entry.lines {
        let sum = entry.change(of: line.account, in: line.budget)
        detail["\(line.budget.id) \(line.account.rawValue)"] = "\(sum)"
      }
    }
    let (kind, object): (String, String)
    switch act {
    case .propose(let budget, let change):
      (kind, object) = ("budget", budget.id)
      detail["change"] = "\(change)"
    case .carryOver(let budget, let year, let free):
      (kind, object) = ("budget", budget.id)
      detail["to"] = "\(year)"
      detail["free"] = free.rawValue
    case .confirm(let number), .decline(let number):
      (kind, object) =
        entry.lines.first.map { ("budget", $0.budget.id) } ?? ("proposal", "\(number)")
    case .commit, .release, .settle, .takeBack, .demand, .recover, .waive:
      (kind, object) = ("case", entry.subject?.id ?? "")
    }
    return AuditEntry(
      signer, "ledger.\(entry.kind.rawValue)", kind, object, party: entry.subject?.party,
      detail: detail)
  }
}
