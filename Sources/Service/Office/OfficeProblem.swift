package import Core

/// Why the office cannot be used, or refuses.
package enum OfficeProblem: Error, Sendable, Equatable {
  case wrongKey(database: String, keyFile: String)
  /// An entry of the trail was altered, or one before it was taken away.
  case trailBroken(number: Int64)
  /// A form was sent again by somebody else.
  case requestOfAnother
  /// Something was done here already, so that it cannot become a demonstration.
  case notEmpty(database: String)
}

extension OfficeProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .wrongKey: "OFF001"
    case .trailBroken: "OFF002"
    case .requestOfAnother: "OFF003"
    case .notEmpty: "OFF004"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .wrongKey(let database, let keyFile):
      Bilingual(
        zh: "密钥文件 \(keyFile) 不是办公库 \(database) 的密钥",
        en: "\(keyFile) is not the key of the office database \(database)")
    case .trailBroken(let number):
      Bilingual(
        zh: "审计记录从第 \(number) 条起对不上：有人改动或删除过",
        en:
          "the audit trail does not hold from entry \(number) on: something was altered or removed")
    case .requestOfAnother:
      Bilingual(zh: "这张表单是别人的", en: "this form belongs to somebody else")
    case .notEmpty(let database):
      Bilingual(
        zh: "办公库 \(database) 里已经办过事", en: "work was done in the office \(database) already")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .wrongKey:
      Bilingual(
        zh: "请用 --key 指明登记库的密钥文件；数据没有改动。",
        en: "Name the key file of the registry with --key; no data was changed.")
    case .trailBroken:
      Bilingual(
        zh: "请保全数据库文件，与备份逐条核对，并报告审计部门。",
        en: "Keep the database file as it is, compare it with backups, and tell the auditors.")
    case .requestOfAnother:
      Bilingual(zh: "请重新打开页面再填写。", en: "Open the page anew and fill it in again.")
    case .notEmpty:
      Bilingual(
        zh: "演示只能用一个新的办公库。请用 --registry 指明另一座虚构城镇。",
        en:
          "A demonstration needs an office of its own. Name another synthetic town with --registry."
      )
    }
  }
}
