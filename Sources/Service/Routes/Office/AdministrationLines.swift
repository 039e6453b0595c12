import Bureau
import Core
import HTTP
import Office
import Pages
import People
import Registry
import Store

/// What the pages of administrators have in common.
extension SignedRequest {
  /// The number in the path.
  ///
  /// - Throws: a refusal where it is none.
  func number() throws(Refusal) -> Int64 {
    guard let number = Int64(parameter("number")), number > 0 else { throw .notFound }
    return number
  }

  /// Back to the page of an account.
  func back(to account: Int64) -> Response {
    .seeOther(place.link("administration/accounts/\(account)"))
  }

  /// A reason that says something.
  func reason(_ typed: String?) -> String? {
    typed.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
  }

  func noReason(_ field: String) -> FormError {
    FormError(
      field: field,
      message: place("请写明理由，审计时看得到。", "Say why; it stands in the trail."))
  }
}

extension Form {
  /// What was typed, by field, without blanks around it.
  var typed: [String: String] {
    Dictionary(
      fields.pairs.map { pair in
        let text = pair.value.drop(while: \.isWhitespace)
        return (pair.name, String(text.reversed().drop(while: \.isWhitespace).reversed()))
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension Desk {
  static let unknownParty = Bilingual(
    zh: "登记库里没有这个编号。请从这个人的页面上抄下来。",
    en: "The registry knows nobody by this id. Copy it from the person’s page.")

  /// Whether the registry knows a party.
  ///
  /// - Throws: `StoreError`.
  func isKnown(_ party: String) throws -> Bool {
    try bureau.registry.snapshot().key(of: party) != nil
  }
}

extension AccountLine {
  init(_ account: Account, roles: [Bilingual] = []) {
    self.init(
      number: account.number, name: account.name, signIn: account.signIn, party: account.party,
      isClosed: account.closed != nil, roles: roles)
  }
}

extension People {
  /// The roles that accounts hold now, each once, by their numbers.
  func roleNames(
    of users: [Int64], _ connection: borrowing Connection
  ) throws -> [Int64: [Bilingual]] {
    let held = try grants(of: users, connection).filter { $0.state == .effective }
    return Dictionary(grouping: held, by: \.user).mapValues { grants in
      let roles = grants.map(\.grant.role)
      return Role.allCases.filter(roles.contains).map(\.label)
    }
  }
}

extension GrantRecord {
  /// Whether it is or may become a role that acts for the state.
  var isOfficialAndOpen: Bool {
    grant.role.isOfficial && (state == .proposed || state == .effective)
  }
}

extension People {
  /// The names of all who have a part in grants, by their accounts.
  ///
  /// - Throws: `StoreError`.
  func names(
    in grants: [GrantRecord], and others: [Int64] = [], _ connection: borrowing Connection
  ) throws -> [Int64: String] {
    let parts = grants.flatMap { [$0.user, $0.proposer] + $0.acts.map(\.user) }
    return try names(of: Set(parts + others), connection)
  }
}

extension GrantLine {
  init(_ record: GrantRecord, _ names: [Int64: String]) {
    func who(_ user: Int64) -> Bilingual {
      names[user].map { Bilingual($0) } ?? Role.system.label
    }
    func why(_ reason: String) -> Bilingual {
      reason.isEmpty ? Bilingual("") : Bilingual(zh: "：\(reason)", en: ": \(reason)")
    }
    let proposer = who(record.proposer)
    let reason = why(record.reason)
    let proposed = Bilingual(
      zh: "\(record.proposed.text) \(proposer.zh) 提出\(reason.zh)",
      en: "\(record.proposed.text) proposed by \(proposer.en)\(reason.en)")
    let acts = record.acts.map { act in
      let (name, reason, verb) = (who(act.user), why(act.reason), act.kind.words)
      return Bilingual(
        zh: "\(act.moment.text) \(name.zh) \(verb.zh)\(reason.zh)",
        en: "\(act.moment.text) \(verb.en) by \(name.en)\(reason.en)")
    }
    self.init(
      number: record.number, holder: names[record.user] ?? "\(record.user)", user: record.user,
      role: record.grant.role.label, scope: record.grant.scope(), lastDay: record.lastDay,
      state: record.state.words, history: [proposed] + acts,
      isProposed: record.state == .proposed, isEffective: record.state == .effective)
  }
}

extension GrantRecord.Act.Kind {
  fileprivate var words: Bilingual {
    switch self {
    case .confirmed: Bilingual(zh: "确认", en: "confirmed")
    case .refused: Bilingual(zh: "不同意", en: "refused")
    case .withdrawn: Bilingual(zh: "撤销", en: "withdrawn")
    }
  }
}

extension GrantRecord.State {
  fileprivate var words: Bilingual {
    switch self {
    case .proposed: Bilingual(zh: "待确认", en: "waits to be confirmed")
    case .effective: Bilingual(zh: "有效", en: "in effect")
    case .refused: Bilingual(zh: "未同意", en: "refused")
    case .withdrawn: Bilingual(zh: "已撤销", en: "withdrawn")
    case .over: Bilingual(zh: "已到期", en: "over")
    }
  }
}
