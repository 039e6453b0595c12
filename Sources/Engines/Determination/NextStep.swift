package import Core

/// Something that would change a case for the better. The engine has been asked: with these facts, on
/// this day, the case comes to that.
package struct NextStep: Sendable {
  /// A fact that would have to be another one.
  package struct Change: Sendable {
    package let fact: FactUse
    /// What it would have to be.
    package let value: Shown
    /// How far that is from what it is, where it is a number: `3 − 4`.
    package let distance: Decimal128?

    package init(fact: FactUse, value: Shown, distance: Decimal128?) {
      self.fact = fact
      self.value = value
      self.distance = distance
    }
  }

  /// What has to be so besides, where one thing is not enough.
  package struct Besides: Sendable {
    /// What has to change; empty where time alone does it.
    package let change: Change?
    /// A spell that ended and has to be taken up again after the day of the determination.
    package let goingOn: FactUse?
    /// The condition or sum that it turns, and where that stands.
    package let reason: Bilingual
    package let citation: Citation

    package init(change: Change?, goingOn: FactUse?, reason: Bilingual, citation: Citation) {
      self.change = change
      self.goingOn = goingOn
      self.reason = reason
      self.citation = citation
    }
  }

  /// The benefit's full id, and its name.
  package let benefit: String
  package let label: Bilingual
  /// Who receives.
  package let party: String
  /// Whose record gives rise to it, and the record.
  package let owner: String
  package let subject: String?
  /// What has to change; empty where time alone does it.
  package let change: Change?
  /// A spell that ended and has to be taken up again after the day of the determination.
  package let goingOn: FactUse?
  /// The second thing that has to be so; neither alone comes to as much.
  package let also: Besides?
  /// The first day on which it holds.
  package let on: CivilDate
  /// What the case comes to now, and then.
  package let outcome: Outcome
  package let before: Money?
  package let amount: Money?
  /// The condition or sum that it turns, and where that stands.
  package let reason: Bilingual
  package let citation: Citation

  package init(
    benefit: String, label: Bilingual, party: String, owner: String, subject: String?,
    change: Change?, goingOn: FactUse?, also: Besides? = nil, on: CivilDate, outcome: Outcome,
    before: Money?, amount: Money?, reason: Bilingual, citation: Citation
  ) {
    self.benefit = benefit
    self.label = label
    self.party = party
    self.owner = owner
    self.subject = subject
    self.change = change
    self.goingOn = goingOn
    self.also = also
    self.on = on
    self.outcome = outcome
    self.before = before
    self.amount = amount
    self.reason = reason
    self.citation = citation
  }

  /// How much more is due; `nil` for what is not money.
  package var gain: Money? {
    amount.flatMap { $0.subtracting(before ?? .zero) }
  }
}

extension [NextStep] {
  /// The highest gain first, then the nearest, then what takes one thing before what takes two.
  package var ranked: [NextStep] {
    sorted { left, right in
      let gains = (left.gain ?? .zero, right.gain ?? .zero)
      if gains.0 != gains.1 { return gains.0 > gains.1 }
      if left.on != right.on { return left.on < right.on }
      if (left.also == nil) != (right.also == nil) { return left.also == nil }
      return (left.benefit, left.owner, left.subject ?? "")
        < (right.benefit, right.owner, right.subject ?? "")
    }
  }
}
