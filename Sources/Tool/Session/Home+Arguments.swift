import Core
import Workbench

extension Home {
  /// The folder that `--home` names, else that of `GONGJIANG_HOME`, else the nearest one upwards
  /// from the working directory, else upwards from the executable (`.build/release/gongjiang` lies
  /// below the repository).
  static func find(_ arguments: Arguments, _ environment: Environment) throws(Problem) -> Home {
    if let named = arguments[.home] { return try Home(at: named, namedBy: Option.home.spelling) }
    if let named = environment.variables[variable], !named.isEmpty {
      return try Home(at: named, namedBy: variable)
    }
    let here = environment.workingDirectory
    if let home = Home(upwardsFrom: [here] + [environment.executable].compactMap { $0 }) {
      return home
    }
    throw Problem(
      Bilingual(
        zh: "找不到政策和词汇：从 \(here) 往上没有同时含 Policies 和 Vocabulary 的目录",
        en: "no policies and vocabulary were found: no folder from \(here) upwards holds both "
          + "Policies and Vocabulary"),
      advice: Bilingual(
        zh: "请用 --home 目录 或环境变量 \(variable) 指明。",
        en: "Name the folder with --home DIR or the variable \(variable)."))
  }

  private static let variable = "GONGJIANG_HOME"

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
