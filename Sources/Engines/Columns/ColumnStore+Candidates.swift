package import PolicyPlan

extension ColumnStore {
  /// The numbers of the parties that a benefit may have an entry for: whoever has a subject of it.
  package func candidates(_ benefit: BenefitPlan) -> Set<Int32> {
    guard benefit.isOfParty, !benefit.recorded.isEmpty else {
      return Set(tables[benefit.subject]?.owners ?? Cells())
    }
    return Set(benefit.recorded.flatMap { tables[$0]?.owners ?? Cells() })
  }

  /// The key by which the registry knows a party.
  package func key(of party: Int32) -> Int64 { parties.keys[Int(party)] }
}
