import Core
import HTTP
import Office
import Pages
import People

extension Router {
  /// The registry on a site with a sign-in: each sees what is theirs to see, and each look leaves an
  /// entry in the trail.
  ///
  /// - Parameters:
  ///   - served: the registry.
  ///   - search: its search.
  ///   - parties: its pages of workers and organisations.
  ///   - desk: what pages behind the sign-in work with.
  ///   - path: the language.
  mutating func addSignedRegistry(
    _ served: ServedRegistry, _ search: SearchRoutes, _ parties: PartyRoutes, _ desk: Desk,
    _ path: LanguagePaths
  ) {
    let language = path.language
    addSigned(.get, "search", desk, path) { visit in
      guard RegistrySight.roles.contains(where: visit.actor.holds) else {
        return try ownParties(visit, served)
      }
      return try served.reading { try search.noted(visit).page(visit.request, language) }
    }
    addSigned(.post, "search", desk, path, roles: RegistrySight.roles) { visit in
      let form = try visit.form()
      return try served.reading { try search.noted(visit).search(form, language) }
    }
    addParty("", "registry.see", parties, desk, path) { try $0.party($1, language) }
    addParty("/workers", "registry.see-workers", parties, desk, path) {
      try $0.workers($1, language)
    }
    addParty("/reasons", "registry.see-reasons", parties, desk, path, lane: .aside) {
      try $0.reasons($1, language)
    }
    addParty("/notice", "registry.issue-notice", parties, desk, path, lane: .aside) {
      try $0.notice($1, language)
    }
    addParty("/determinations/{number}", "registry.see-replay", parties, desk, path, lane: .aside) {
      try $0.replay($1, language)
    }
    addParty("/compare", "registry.compare", parties, desk, path, lane: .aside) {
      try $0.compare($1, language)
    }
  }

  /// A page about one party. Whoever may not see it learns nothing, not even whether there is one.
  private mutating func addParty(
    _ page: String, _ action: String, _ parties: PartyRoutes, _ desk: Desk,
    _ path: LanguagePaths, lane: Lane? = nil,
    _ answer: @escaping @Sendable (PartyRoutes, Request) throws -> Response
  ) {
    addSigned(.get, "parties/{id}" + page, desk, path, lane: lane) { visit in
      let (served, id) = (parties.served, visit.parameter("id"))
      return try served.reading {
        let sight = RegistrySight(visit.actor, served)
        let today = parties.model.today()
        guard let extent = try sight.extent(of: id, today: today) else { throw Refusal.notFound }
        var parties = parties
        parties.looksAt = { other in
          guard try sight.extent(of: other, today: today) != nil else { return false }
          try visit.note(action, "party", other, party: other)
          return true
        }
        parties.showsNamesOnly = extent == .organisation
        let response = try answer(parties, visit.request)
        try visit.note(action, "party", id, party: id)
        return response
      }
    }
  }
}

/// What there is about somebody who may not search: themselves and those they speak for.
private func ownParties(_ visit: SignedRequest, _ served: ServedRegistry) throws -> Response {
  let own = RegistrySight(visit.actor, served).own
  return try served.reading {
    let lines = try served.lines(own, today: visit.desk.model.today())
    try visit.note("registry.see-own", "account", "\(visit.actor.user)", party: visit.actor.party)
    return Response(ownPartiesPage(visit.place, lines))
  }
}

extension SearchRoutes {
  /// The search as one person does it.
  fileprivate func noted(_ visit: SignedRequest) -> SearchRoutes {
    var search = self
    search.sight = RegistrySight(visit.actor, served)
    search.mark = visit.signed.csrf
    search.note = { text, found in
      try visit.note("registry.search", "search", text, detail: ["found": "\(found)"])
    }
    return search
  }
}
