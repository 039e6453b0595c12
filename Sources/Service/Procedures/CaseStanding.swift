/// What the machine must know of a case to say whether it may move.
package struct CaseStanding: Sendable, Equatable {
  package var state: String
  /// Who receives, a person or an organisation.
  package var party: String
  /// Everybody whose own matter it is: the party, and whose record it rests on.
  package var concerned: Set<String>
  package var region: String
  /// 分; zero where no money moves.
  package var amount: Int64
  /// Officials who took part so far, by their part in it.
  package var hands: [Hand]
  /// Signatures given since the case came to its present state.
  package var signatures: [Signature]

  /// Somebody who took part in a stage.
  package struct Hand: Sendable, Equatable {
    package let stage: Stage
    package let user: Int64

    package init(_ stage: Stage, _ user: Int64) {
      self.stage = stage
      self.user = user
    }
  }

  /// A signature under a transition that needs several.
  package struct Signature: Sendable, Equatable {
    package let transition: String
    package let user: Int64
    package let department: String?

    package init(_ transition: String, _ user: Int64, department: String? = nil) {
      self.transition = transition
      self.user = user
      self.department = department
    }
  }

  package init(
    state: String, party: String, concerned: Set<String> = [], region: String, amount: Int64 = 0,
    hands: [Hand] = [], signatures: [Signature] = []
  ) {
    self.state = state
    self.party = party
    self.concerned = concerned.union([party])
    self.region = region
    self.amount = amount
    self.hands = hands
    self.signatures = signatures
  }
}
