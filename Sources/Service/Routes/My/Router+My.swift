import HTTP
import Office
import Pages

extension Router {
  /// The pages of those who receive: workers, and agents of organisations.
  ///
  /// - Parameters:
  ///   - desk: what they work with.
  ///   - path: the language.
  mutating func addMy(_ desk: Desk, _ path: LanguagePaths) {
    let roles = SignedRequest.receivers
    let home = MyHomeRoutes(desk)
    addSigned(.get, "my/", desk, path, roles: roles, home.home)
    addSigned(.get, "my/ended", desk, path, roles: roles, home.ended)
    addSigned(.get, "my/payments", desk, path, roles: roles, home.payments)
    addSigned(.get, "my/workers", desk, path, roles: roles, home.workers)
    let apply = MyApplyRoutes(desk: desk)
    addSigned(.get, "my/apply", desk, path, roles: roles, apply.page)
    addSigned(.post, "my/apply", desk, path, roles: roles, apply.begin)
    addMyCases(desk, path)
    let agents = MyAgentRoutes(desk: desk)
    addSigned(.get, "my/agents", desk, path, roles: roles, agents.list)
    addSigned(.post, "my/agents", desk, path, roles: roles, agents.delegate)
    addSigned(.get, "my/agents/new", desk, path, roles: roles, agents.new)
    addSigned(.post, "my/agents/new", desk, path, roles: roles, agents.check)
    addSigned(.get, "my/agents/{grant}", desk, path, roles: roles, agents.withdrawal)
    addSigned(.post, "my/agents/{grant}", desk, path, roles: roles, agents.withdraw)
    // Officials have an inbox too.
    let messages = MyMessageRoutes(desk: desk)
    addSigned(.get, "my/messages", desk, path, messages.list)
    addSigned(.post, "my/messages/read", desk, path, messages.readAll)
    addSigned(.get, "my/messages/{number}", desk, path, messages.message)
  }

  private mutating func addMyCases(_ desk: Desk, _ path: LanguagePaths) {
    let roles = SignedRequest.receivers
    let one = "my/cases/{number}"
    addSigned(.get, one, desk, path, roles: roles, MyCaseRoutes(desk).page)
    let steps = MyStepRoutes(desk)
    addSigned(.get, one + "/steps/{step}", desk, path, roles: roles, steps.page)
    addSigned(.post, one + "/steps/{step}", desk, path, roles: roles, steps.answer)
    addSigned(.get, one + "/done/{step}", desk, path, roles: roles, steps.done)
    let account = MyAccountRoutes(desk)
    addSigned(.get, one + "/account", desk, path, roles: roles, account.page)
    addSigned(.post, one + "/account", desk, path, roles: roles, account.keep)
    let evidence = MyEvidenceRoutes(desk)
    addSigned(.get, one + "/files", desk, path, roles: roles, evidence.page)
    addSigned(.post, one + "/files", desk, path, roles: roles, evidence.attach)
    addSigned(.get, one + "/files/{file}", desk, path, roles: roles, evidence.content)
    addSigned(.post, one + "/files/{file}/remove", desk, path, roles: roles, evidence.remove)
    let scores = MyScoreRoutes(desk)
    addSigned(.get, one + "/scores", desk, path, roles: roles, scores.sheet)
    addSigned(.get, one + "/scores/{part}", desk, path, roles: roles, scores.part)
    addSigned(.post, one + "/scores/{part}", desk, path, roles: roles, scores.keep)
  }
}
