package import Core
package import Office

/// Somebody who may sign in.
package struct Account: Sendable, Equatable {
  package let number: Int64
  package let signIn: String
  /// How the person is addressed.
  package let name: String
  /// The person in the registry that this is, where known.
  package let party: String?
  package let language: Language
  /// The password was set by somebody else, and must be changed before anything is done.
  package let mustChangePassword: Bool
  /// Whether codes of an authenticator are asked for.
  package let hasSecondFactor: Bool
  package let opened: Moment
  /// Since when nobody signs in with it any more.
  package let closed: Moment?
}

/// An account that is to be opened.
package struct NewAccount: Sendable, Equatable {
  package var signIn: String
  package var name: String
  package var party: String?
  package var language: Language

  package init(signIn: String, name: String, party: String? = nil, language: Language = .zh) {
    self.signIn = signIn
    self.name = name
    self.party = party
    self.language = language
  }
}

/// A password that was found good enough, as its hash.
package struct PreparedPassword: Sendable {
  let hash: String
}
