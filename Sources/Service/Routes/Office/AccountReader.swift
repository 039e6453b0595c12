import Bureau
import Core
import Messages
import Office
import Pages
import People
import Registry

/// Reads somebody's own account for its page.
struct AccountReader {
  private let visit: SignedRequest

  init(_ visit: SignedRequest) { self.visit = visit }

  /// Whom messages reach as one: oneself, as an account and as a person, or one organisation.
  struct Group {
    /// As forms name it.
    let name: String
    let recipients: [Recipient]
    /// `nil` for oneself.
    let organisation: String?
  }

  static func recipients(of actor: Actor) -> [Group] {
    let organisations = Set(actor.organisations)
    let all = Recipient.all(of: actor)
    let own = all.filter { recipient in
      organisations.allSatisfy { recipient != .party($0) }
    }
    return [Group(name: "own", recipients: own, organisation: nil)]
      + organisations.sorted().map {
        Group(name: $0, recipients: [.party($0)], organisation: $0)
      }
  }

  /// - Throws: `StoreError`, `PeopleProblem.sessionOver` where the account is gone.
  func view() throws -> AccountView {
    let (people, user) = (visit.bureau.people, visit.actor.user)
    let names = try visit.desk.names(of: visit.actor.organisations)
    return try visit.bureau.office.read { connection in
      guard let account = try people.account(user, connection) else {
        throw PeopleProblem.sessionOver
      }
      let grants = try people.grants(of: user, connection).filter { $0.state == .effective }
      return AccountView(
        name: account.name, signIn: account.signIn, language: account.language,
        hasAuthenticator: account.hasSecondFactor,
        roles: grants.map { record in
          AccountView.RoleLine(
            role: record.grant.role.label, scope: record.grant.scope(names),
            lastDay: record.lastDay)
        },
        work: Work.links(for: visit.actor),
        sessions: try people.sessions(of: user, connection).map { line in
          AccountView.SessionLine(
            id: line.id, began: line.began.text, seen: line.seen.text, address: line.address,
            device: line.device, isThis: line.id == visit.signed.session)
        },
        contacts: try AccountReader.recipients(of: visit.actor).map { group in
          let kept = try group.recipients.flatMap {
            try visit.bureau.messages.contacts(of: $0, connection)
          }
          return AccountView.Contacts(
            recipient: group.name,
            title: group.organisation.map { Bilingual(names[$0] ?? $0) }
              ?? Bilingual(zh: "本人", en: "Myself"),
            lines: Channel.allCases.map { channel in
              AccountView.ContactLine(
                channel: channel.rawValue, label: channel.label,
                masked: kept.first { $0.channel == channel }?.masked)
            })
        })
    }
  }
}

extension Grant {
  /// Where it holds, in words.
  ///
  /// - Parameter names: what organisations are called; their ids stand for others.
  /// - Returns: region and organisation.
  func scope(_ names: [String: String] = [:]) -> Bilingual {
    let place = region.map(Region.name) ?? Bilingual(zh: "全部地区", en: "all regions")
    guard let organisation else { return place }
    let name = names[organisation] ?? organisation
    return Bilingual(zh: "\(name)（\(place.zh)）", en: "\(name) (\(place.en))")
  }
}

extension Desk {
  /// What parties of the registry are called.
  ///
  /// - Throws: `StoreError`, `RegistryProblem`.
  func names(of parties: [String]) throws -> [String: String] {
    guard let served = model.registry, !parties.isEmpty else { return [:] }
    let facts = try served.registry.files(of: parties, types: [], on: model.today())
    return Dictionary(
      parties.map { ($0, served.name(of: $0, in: facts)) }, uniquingKeysWith: { first, _ in first })
  }
}
