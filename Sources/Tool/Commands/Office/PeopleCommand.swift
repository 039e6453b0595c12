import Core
import JSONText
import Office
import Passwords
import People
import Registry
import Workbench

extension Command {
  static let people = Command(
    "people",
    Bilingual(
      zh: "开立最初两位管理员的账户，列出账户",
      en: "open the accounts of the first two administrators, list accounts"),
    operand: Operand(
      ArgumentValue(Bilingual("add|list"), .choice(PeopleVerb.allCases.map(\.rawValue))),
      Bilingual(
        zh: "add：开立一位全域管理员的账户，只能开到有两位为止；list：列出账户和角色",
        en: "add: opens the account of an administrator for all regions, until there are two; "
          + "list: accounts and roles"), count: 1...1),
    options: [.accountName, .signIn, .accountParty, .passwordInput, .json]
      + Option.registryOptions,
    examples: [
      Example(
        "people add --name 甲管理员 --sign-in admin-a",
        Bilingual(
          zh: "生成一个密码，只显示这一次；第一次登录时必须修改",
          en: "makes a password and shows it this once; it must be changed at the first sign-in")),
      Example(
        "people add --name 乙管理员 --sign-in admin-b --password-input",
        Bilingual(
          zh: "密码从标准输入的第一行读取", en: "reads the password from the first line of its input")),
      Example("people list", Bilingual(zh: "每个账户一行", en: "a line for each account")),
    ]
  ) { arguments, session in
    let verb = try PeopleVerb(arguments)
    let home = try Home.find(arguments, session.environment)
    switch verb {
    case .add: try add(arguments, home, session)
    case .list: try list(arguments, home, session)
    }
    return .success
  }

  private static func add(_ arguments: Arguments, _ home: Home, _ session: Session) throws {
    let account = NewAccount(
      signIn: try arguments.required(.signIn), name: try arguments.required(.accountName),
      party: arguments[.accountParty], language: session.language)
    // An office without its registry could never do anything; and the key is that of the registry.
    let registry = try Registry.open(arguments, home, session)
    if let party = account.party, try registry.snapshot().key(of: party) == nil {
      throw RegistryProblem.unknownParty(id: party)
    }
    let office = try OfficePlace(arguments, home, session).open()
    let people = try People(office, hasher: PasswordHasher())
    let isRead = arguments.has(.passwordInput)
    let made =
      if isRead {
        try { (password: $0, prepared: try people.prepare($0, for: account)) }(
          session.passwordOfInput())
      } else {
        try people.generate(for: account)
      }
    let number = try office.write { try people.bootstrap(account, made.prepared, $0) }
    let opened = Bilingual(
      zh: "账户 \(number)：\(account.name)，登录名 \(account.signIn)，全域系统管理员。",
      en: "account \(number): \(account.name), signs in as \(account.signIn), administrator for "
        + "all regions")
    session.print(opened)
    if !isRead {
      session.print(
        Bilingual(
          zh: "密码（只显示这一次，第一次登录时必须修改）：\(made.password)",
          en: "password (shown this once, to be changed at the first sign-in): \(made.password)"))
    }
  }

  private static func list(_ arguments: Arguments, _ home: Home, _ session: Session) throws {
    let office = try OfficePlace(arguments, home, session).opened()
    let people = try People(office, hasher: PasswordHasher())
    let lines = try office.read { connection in
      var lines: [PeopleLine] = []
      while true {
        let page = try people.accounts(
          after: lines.last?.account.number ?? 0, limit: 500, connection)
        lines += try page.map { account in
          let grants = try people.grants(of: account.number, connection)
          return PeopleLine(
            account: account, grants: grants.filter { $0.state == .effective }.map(\.grant))
        }
        if page.count < 500 { return lines }
      }
    }
    if arguments.has(.json) {
      session.output.line(PeopleLine.json(lines))
    } else {
      for line in lines { session.print(line.text) }
    }
  }
}

/// What is to be done: the word after `people`.
private enum PeopleVerb: String, CaseIterable {
  case add, list

  private var options: [Option] {
    switch self {
    case .add: [.accountName, .signIn, .accountParty, .passwordInput]
    case .list: [.json]
    }
  }

  /// - Throws: when an option is given that belongs to the other.
  init(_ arguments: Arguments) throws(UsageError) {
    let word = arguments.operands.first ?? ""
    guard let verb = PeopleVerb(rawValue: word) else {
      throw .notAChoice(
        word, PeopleVerb.allCases.map(\.rawValue),
        of: Bilingual(zh: "people 之后的词", en: "the word after people"))
    }
    for other in PeopleVerb.allCases where other != verb {
      for option in other.options where arguments.has(option) {
        throw .unknownOption(
          option.spelling, among: verb.options + Option.registryOptions + Option.common)
      }
    }
    self = verb
  }
}

/// An account as the list shows it.
private struct PeopleLine: Sendable {
  let account: Account
  let grants: [Grant]

  var text: Bilingual {
    let roles = grants.map { grant in
      let place = [grant.region, grant.organisation].compactMap(\.self).joined(separator: " ")
      return Bilingual(
        zh: grant.role.label.zh + (place.isEmpty ? "" : "（\(place)）"),
        en: grant.role.label.en + (place.isEmpty ? "" : " (\(place))"))
    }
    let closed = account.closed == nil ? Bilingual("") : Bilingual(zh: "，已注销", en: ", closed")
    return Bilingual(
      zh: "\(account.number)  \(account.signIn)  \(account.name)  "
        + roles.map(\.zh).joined(separator: "、") + closed.zh,
      en: "\(account.number)  \(account.signIn)  \(account.name)  "
        + roles.map(\.en).joined(separator: ", ") + closed.en)
  }

  static func json(_ lines: [PeopleLine]) -> String {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.key("accounts")
      writer.array { writer in for line in lines { line.write(to: &writer) } }
    }
    return writer.text
  }

  private func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("number")
      writer.integer(Int(clamping: account.number))
      writer.member("signIn", account.signIn)
      writer.member("name", account.name)
      if let party = account.party { writer.member("party", party) }
      writer.member("opened", account.opened.text)
      if let closed = account.closed { writer.member("closed", closed.text) }
      writer.key("roles")
      writer.array { writer in
        for grant in grants {
          writer.object { writer in
            writer.member("role", grant.role.rawValue)
            if let region = grant.region { writer.member("region", region) }
            if let organisation = grant.organisation {
              writer.member("organisation", organisation)
            }
          }
        }
      }
    }
  }
}

extension Session {
  /// The first line of standard input.
  ///
  /// - Throws: `Problem` where it is not text.
  fileprivate func passwordOfInput() throws -> String {
    let text = try SourceText.decode(environment.readInput(), name: "-").text
    return String(text.prefix { !$0.isNewline })
  }
}

extension Option {
  static let accountName = Option(
    "name", takes: ArgumentValue(Bilingual(zh: "姓名", en: "NAME"), .text),
    Bilingual(zh: "add：姓名", en: "add: how the person is addressed"))

  static let signIn = Option(
    "sign-in", takes: ArgumentValue(Bilingual(zh: "登录名", en: "SIGN-IN"), .text),
    Bilingual(zh: "add：登录名", en: "add: the name to sign in with"))

  static let accountParty = Option(
    "party", takes: ArgumentValue(Bilingual(zh: "编号", en: "ID"), .text),
    Bilingual(zh: "add：这个人在登记库里的编号", en: "add: the person’s id in the registry"))

  static let passwordInput = Option(
    "password-input",
    Bilingual(
      zh: "add：密码从标准输入读取，不写则生成一个", en: "add: read the password from standard input, else make one"))
}
