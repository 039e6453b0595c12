import Core
import LocalValues
import Workbench

extension Arguments {
  /// The local values of the file that `--parameters` names; `nil` where it was not given.
  ///
  /// - Throws: `Problem` when it cannot be read, `DiagnosticsError` when its form is wrong.
  func localValueFile() throws -> LocalValueFile? {
    try self[.localValues].map { try LocalValueFile(SourceText.read($0)) }
  }
}

extension Option {
  static let localValues = Option(
    "parameters", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".yaml")),
    Bilingual(
      zh: "地方取值（YAML）：按地区和日期代替文件里的参数和假设，登记库里的也一并适用",
      en:
        "local values (YAML): by region and day in the place of parameters and assumptions; those "
        + "of the registry hold too"))
}
