import Bureau
import Core
import Determinations
import Foundation
import HTTP
import Office
import Pages
import PolicyPlan
import Registry
import Routes
import Workbench

extension Command {
  static let serve = Command(
    "serve", Bilingual(zh: "打开网站", en: "serve the site"),
    options: [.listen, .hosts, .trustedProxies, .policies, .localValues]
      + Option.deliveryOptions + Option.registryOptions,
    examples: [
      Example(
        "serve", Bilingual(zh: "在 http://127.0.0.1:8080/ 打开", en: "on http://127.0.0.1:8080/")),
      Example(
        "serve --listen 127.0.0.1:0",
        Bilingual(
          zh: "由系统选一个空闲端口，打印网址", en: "on a free port of the system's choice, and prints it")),
      Example(
        "serve --host rencai.example.cn --trust-proxy 127.0.0.1",
        Bilingual(
          zh: "放在反向代理后面给公众用；要先用 people add 开立管理员账户，才有登录",
          en:
            "for everybody, behind a reverse proxy; once `people add` has opened accounts, so that "
            + "there is a sign-in")),
    ]
  ) { arguments, session in try session.serve(arguments) }
}

extension Session {
  /// Serves the site until it is stopped.
  fileprivate func serve(_ arguments: Arguments) throws -> ExitStatus {
    let home = try Home.find(arguments, environment)
    let delivery = try ServeDelivery(arguments)
    let (bench, registry, office) = try served(
      arguments, home, Workbench(home, policies: arguments[.policies]).sound(), delivery)
    if office == nil, !delivery.senders.isEmpty { throw ServeDelivery.noOffice }
    let documents = bench.documents.compactMap(\.document)
    // A demonstration stands on a day of its own.
    let clock = office?.bureau.clock ?? .system
    let model = ServiceModel(
      vocabulary: bench.vocabulary, documents: documents, plans: bench.plans,
      findings: bench.findings, registry: registry, bureau: office?.bureau,
      demonstration: office?.demonstration,
      originals: originals(home, documents),
      chartLibrary: (try? String(contentsOfFile: ChartLibrary.installedFile, encoding: .utf8))
        .map(ChartLibrary.init),
      today: { clock.today })
    let site = Site(model)
    var stop = StopSignal()  // before the first thread of the server, which inherits it
    do {
      let reach = try ServeReach(arguments, hasSignIn: office != nil)
      try office?.check(reach)
      var configuration = site.serverConfiguration
      configuration.hosts = reach.hosts
      configuration.proxies = reach.proxies
      let server = try MicrohttpdServer.start(on: reach.address, configuration) { request in
        site.respond(to: request)
      }
      output.line("http://\(server.address)/")
      let running = office?.start(site: reach.site(server.address), self)
      stop.wait()
      server.stop(within: .seconds(10))
      running?.stop()
    } catch let error as ListenError {
      throw Refusal(error.diagnostic.message, advice: error.diagnostic.advice)
    }
    return .success
  }

  /// The registry that is named, or the one that lies where registries lie, `nil` when none was
  /// named and none is there; the documents with the local values that hold; and the office beside
  /// the registry, where somebody has begun one.
  fileprivate func served(
    _ arguments: Arguments, _ home: Home, _ bench: Workbench, _ delivery: ServeDelivery
  ) throws -> (Workbench, ServedRegistry?, ServedOffice?) {
    let file = try arguments.localValueFile()
    let isNamed = arguments[.registry] != nil || variable("GONGJIANG_REGISTRY") != nil
    let path = Registry.path(arguments, home, self)
    guard isNamed || FileManager.default.fileExists(atPath: path) else {
      return (try bench.setting(file), nil, nil)
    }
    let registry = try Registry.open(arguments, home, self, vocabulary: bench.vocabulary)
    let bench = try bench.setting(file, stored: registry.localValues())
    let store = try DeterminationStore(registry)
    let rules = try Rulebook(bench.plans)
    let served = try ServedRegistry(registry, store, rules, report: tell)
    let office = try ServedOffice(
      OfficePlace(arguments, home, self), home, registry, store, rules, delivery)
    return (bench, served, office)
  }
}

extension Option {
  static let listen = Option(
    "listen", takes: ArgumentValue(Bilingual(zh: "地址:端口", en: "ADDRESS:PORT"), .text),
    Bilingual(
      zh: "监听的本机地址，不写则 127.0.0.1:8080；端口 0 由系统选",
      en: "where to listen on this machine, else 127.0.0.1:8080; port 0 lets the system choose"))

  static let hosts = Option(
    "host", takes: ArgumentValue(Bilingual(zh: "主机名[,主机名…]", en: "NAME[,NAME…]"), .text),
    Bilingual(
      zh: "用户打开网站所用的主机名；别的一概拒绝，不写则只认本机",
      en: "under which host names the site answers, and no other; else those of this machine"))

  static let trustedProxies = Option(
    "trust-proxy", takes: ArgumentValue(Bilingual(zh: "地址[,地址…]", en: "ADDRESS[,ADDRESS…]"), .text),
    Bilingual(
      zh: "反向代理的 IP 地址；只有它们说的客户端地址和 HTTPS 算数",
      en: "reverse proxies, by IP address, that are believed about the client and HTTPS"))
}
