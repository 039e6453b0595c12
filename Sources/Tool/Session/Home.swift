import Core
import Foundation

/// The folder that holds `Policies/` and `Vocabulary/`.
struct Home: Sendable {
  let path: String

  var policies: String { path + "/Policies" }
  var vocabulary: String { path + "/Vocabulary" }

  /// The folder that `--home` names, else that of `GONGJIANG_HOME`, else the nearest one upwards
  /// from the working directory, else upwards from the executable (`.build/release/gongjiang` lies
  /// below the repository).
  static func find(_ arguments: Arguments, _ environment: Environment) throws(Failure) -> Home {
    if let named = arguments[.home] { return try named.asHome(namedBy: Option.home.spelling) }
    if let named = environment.variables[variable], !named.isEmpty {
      return try named.asHome(namedBy: variable)
    }
    let starts = [environment.workingDirectory, environment.executable].compactMap { $0 }
    for start in starts {
      if let path = start.ancestors.first(where: \.isHome) { return Home(path: path) }
    }
    throw Failure(
      .badInput,
      Bilingual(
        zh: "找不到政策和词汇：从 \(environment.workingDirectory) 往上没有同时含 Policies 和 Vocabulary 的目录",
        en: """
          no policies and vocabulary were found: no folder from \(environment.workingDirectory) \
          upwards holds both Policies and Vocabulary
          """),
      advice: Bilingual(
        zh: "请用 --home 目录 或环境变量 \(variable) 指明。",
        en: "Name the folder with --home DIR or the variable \(variable)."))
  }

  static let variable = "GONGJIANG_HOME"

  static let explanation = Bilingual(
    zh: "--home 目录，否则环境变量 \(variable)，否则从当前目录、再从程序所在目录往上找",
    en: "--home DIR, else the variable \(variable), else upwards from the working directory, "
      + "then from the program")
}

extension Option {
  static let home = Option(
    "home", takes: ArgumentValue(Bilingual(zh: "目录", en: "DIR"), .directory),
    Bilingual(
      zh: "含 Policies 和 Vocabulary 的目录", en: "the folder that holds Policies and Vocabulary"))
}

extension String {
  fileprivate func asHome(namedBy name: String) throws(Failure) -> Home {
    guard isHome else {
      throw Failure(
        .badInput,
        Bilingual(
          zh: "\(name) 指的 \(self) 里没有 Policies 和 Vocabulary",
          en: "\(self), which \(name) names, does not hold Policies and Vocabulary"),
        advice: Bilingual(
          zh: "请改为含有这两个目录的位置。", en: "Name the folder that holds these two folders."))
    }
    return Home(path: self)
  }

  fileprivate var isHome: Bool {
    ["Policies", "Vocabulary"].allSatisfy { name in
      var isDirectory: ObjCBool = false
      return FileManager.default.fileExists(atPath: self + "/" + name, isDirectory: &isDirectory)
        && isDirectory.boolValue
    }
  }

  /// The path and every folder above it, nearest first.
  fileprivate var ancestors: [String] {
    var paths = [self]
    var rest = self[...]
    while let slash = rest.lastIndex(of: "/"), slash > rest.startIndex {
      rest = rest[..<slash]
      paths.append(String(rest))
    }
    return paths
  }
}
