import Core
import Determinations
import Foundation
import HTTP
import Pages
import PolicyPlan
import Registry
import Routes
import Workbench

extension Command {
  static let serve = Command(
    "serve", Bilingual(zh: "打开网站", en: "serve the site"),
    options: [.listen, .hosts, .trustedProxies, .policies, .localValues] + Option.registryOptions,
    examples: [
      Example(
        "serve", Bilingual(zh: "在 http://127.0.0.1:8080/ 打开", en: "on http://127.0.0.1:8080/")),
      Example(
        "serve --listen 127.0.0.1:0",
        Bilingual(
          zh: "由系统选一个空闲端口，打印网址", en: "on a free port of the system's choice, and prints it")),
    ]
  ) { arguments, session in
    let home = try Home.find(arguments, session.environment)
    let (bench, registry) = try session.served(
      arguments, home, Workbench(home, policies: arguments[.policies]).sound())
    let documents = bench.documents.compactMap(\.document)
    let model = ServiceModel(
      vocabulary: bench.vocabulary, documents: documents, plans: bench.plans,
      findings: bench.findings, registry: registry, originals: session.originals(home, documents),
      chartLibrary: (try? String(contentsOfFile: ChartLibrary.installedFile, encoding: .utf8))
        .map(ChartLibrary.init),
      today: { DateTime.now.date })
    let site = Site(model)
    var stop = StopSignal()  // before the first thread of the server, which inherits it
    do throws(ListenError) {
      let reach = try ServeReach(arguments, hasSignIn: false)
      var configuration = Site.serverConfiguration
      configuration.hosts = reach.hosts
      configuration.proxies = reach.proxies
      let server = try MicrohttpdServer.start(on: reach.address, configuration) { request in
        site.respond(to: request)
      }
      session.output.line("http://\(server.address)/")
      stop.wait()
      server.stop(within: .seconds(10))
    } catch {
      throw Refusal(error.diagnostic.message, advice: error.diagnostic.advice)
    }
    return .success
  }
}

extension Session {
  /// The registry that is named, or the one that lies where registries lie, `nil` when none was
  /// named and none is there; and the documents with the local values that hold.
  fileprivate func served(
    _ arguments: Arguments, _ home: Home, _ bench: Workbench
  ) throws -> (Workbench, ServedRegistry?) {
    let file = try arguments.localValueFile()
    let isNamed = arguments[.registry] != nil || variable("GONGJIANG_REGISTRY") != nil
    let path = Registry.path(arguments, home, self)
    guard isNamed || FileManager.default.fileExists(atPath: path) else {
      return (try bench.setting(file), nil)
    }
    let registry = try Registry.open(arguments, home, self, vocabulary: bench.vocabulary)
    let bench = try bench.setting(file, stored: registry.localValues())
    let store = try DeterminationStore(registry)
    let served = ServedRegistry(registry, store, try Rulebook(bench.plans)) { error in
      let words = (error as? any ToldError).map { "\($0.code): \($0.message[language])" }
      errors.line(words ?? "\(error)")
    }
    return (bench, served)
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
