import Core

/// What the process tells its caller; every help lists them.
enum ExitStatus: Int32, CaseIterable, Sendable {
  case success = 0
  /// The work was done and its answer is a no: findings, a file that is not in standard form.
  case findings = 1
  case usage = 2
  case badInput = 3
  /// The system does not let it: an address in use, no right to read or write.
  case refused = 4

  var meaning: Bilingual {
    switch self {
    case .success: Bilingual(zh: "完成", en: "done")
    case .findings:
      Bilingual(zh: "完成，但有需要修改之处", en: "done, and there is something to mend")
    case .usage: Bilingual(zh: "命令行写法不对", en: "the command line is wrong")
    case .badInput:
      Bilingual(zh: "输入的文件缺失或有误", en: "an input is missing or wrong")
    case .refused:
      Bilingual(zh: "系统不允许，如端口已被占用", en: "the system refuses, as with a port in use")
    }
  }
}
