package import Core

/// What somebody sees of their own account.
package struct AccountView: Sendable {
  /// A role as its holder sees it.
  package struct RoleLine: Sendable {
    package let role: Bilingual
    /// Region and organisation.
    package let scope: Bilingual
    /// The last day on which it holds, if any.
    package let lastDay: CivilDate?

    package init(role: Bilingual, scope: Bilingual, lastDay: CivilDate?) {
      self.role = role
      self.scope = scope
      self.lastDay = lastDay
    }
  }

  /// A place where somebody is signed in.
  package struct SessionLine: Sendable {
    package let id: String
    package let began: String
    package let seen: String
    package let address: String
    package let device: String
    package let isThis: Bool

    package init(
      id: String, began: String, seen: String, address: String, device: String, isThis: Bool
    ) {
      self.id = id
      self.began = began
      self.seen = seen
      self.address = address
      self.device = device
      self.isThis = isThis
    }
  }

  /// One way to reach somebody.
  package struct ContactLine: Sendable {
    /// As forms name it.
    package let channel: String
    package let label: Bilingual
    /// The address, most of it hidden; `nil` where there is none.
    package let masked: String?

    package init(channel: String, label: Bilingual, masked: String?) {
      self.channel = channel
      self.label = label
      self.masked = masked
    }
  }

  /// The addresses of one recipient: oneself, or an organisation one speaks for.
  package struct Contacts: Sendable {
    /// As forms name it.
    package let recipient: String
    package let title: Bilingual
    package let lines: [ContactLine]

    package init(recipient: String, title: Bilingual, lines: [ContactLine]) {
      self.recipient = recipient
      self.title = title
      self.lines = lines
    }
  }

  package var name: String
  package var signIn: String
  package var language: Language
  package var hasAuthenticator: Bool
  package var roles: [RoleLine]
  package var work: [WorkLink]
  package var sessions: [SessionLine]
  package var contacts: [Contacts]

  package init(
    name: String, signIn: String, language: Language, hasAuthenticator: Bool,
    roles: [RoleLine] = [], work: [WorkLink] = [], sessions: [SessionLine] = [],
    contacts: [Contacts] = []
  ) {
    self.name = name
    self.signIn = signIn
    self.language = language
    self.hasAuthenticator = hasAuthenticator
    self.roles = roles
    self.work = work
    self.sessions = sessions
    self.contacts = contacts
  }
}

/// A page behind the sign-in that somebody's roles lead to.
package struct WorkLink: Sendable {
  /// Below the language.
  package let path: String
  package let label: Bilingual

  package init(_ path: String, _ label: Bilingual) {
    self.path = path
    self.label = label
  }
}
