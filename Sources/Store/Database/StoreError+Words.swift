package import Core

extension StoreError {
  /// Stable.
  package var code: String {
    switch self {
    case .cannotOpen: "STO001"
    case .locked: "STO002"
    case .readOnly: "STO003"
    case .diskFull: "STO004"
    case .damaged: "STO005"
    case .newer: "STO006"
    case .migrationChanged: "STO007"
    case .device: "STO008"
    case .constraint: "STO009"
    case .defect: "STO010"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .cannotOpen(let path):
      Bilingual(zh: "无法打开数据库 \(path)", en: "the database \(path) cannot be opened")
    case .locked(let path):
      Bilingual(
        zh: "数据库 \(path) 正被另一个程序占用", en: "another program keeps the database \(path) locked")
    case .readOnly(let path):
      Bilingual(
        zh: "数据库 \(path) 或其目录只读", en: "the database \(path) or its folder is read-only")
    case .diskFull(let path):
      Bilingual(
        zh: "磁盘已满，未写入 \(path)", en: "the disk is full; nothing was written to \(path)")
    case .damaged(let path, let detail):
      Bilingual(
        zh: "\(path) 不是完好的数据库（\(detail)）", en: "\(path) is not a sound database (\(detail))")
    case .newer(let path, let version, let known):
      Bilingual(
        zh: "数据库 \(path) 的版本 \(version) 高于本程序所识的 \(known)",
        en:
          "the database \(path) has version \(version); this program knows versions up to \(known)"
      )
    case .migrationChanged(let number, let name):
      Bilingual(
        zh: "迁移 \(number)（\(name)）与当初执行的不一致",
        en: "migration \(number) (\(name)) is not what was once run under this number")
    case .device(let path, let detail):
      Bilingual(
        zh: "读写 \(path) 失败（\(detail)）", en: "reading or writing \(path) failed (\(detail))")
    case .constraint(let detail):
      Bilingual(
        zh: "数据违反数据库的约束（\(detail)）", en: "the data breaks a rule of the database (\(detail))")
    case .defect(let detail):
      Bilingual(
        zh: "程序的数据库语句有误（\(detail)）", en: "a database statement of the program is wrong (\(detail))")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .cannotOpen:
      Bilingual(
        zh: "请检查路径、目录是否存在以及权限。", en: "Check the path, that its folder exists, and its permissions.")
    case .locked:
      Bilingual(
        zh: "请等那个程序结束后重试；数据没有改动。",
        en: "Try again when that program has finished; no data was changed.")
    case .readOnly:
      Bilingual(
        zh: "请给目录和文件写入权限；数据没有改动。",
        en: "Give the folder and the file write permission; no data was changed.")
    case .diskFull:
      Bilingual(
        zh: "请腾出空间后重试；已确认的数据完好。",
        en: "Free some space and try again; what was acknowledged is safe.")
    case .damaged:
      Bilingual(
        zh: "请从备份恢复；程序没有改动这个文件。",
        en: "Restore it from a backup; the program has not changed the file.")
    case .newer:
      Bilingual(
        zh: "请使用写入它的新版程序；数据没有改动。", en: "Use the newer program that wrote it; no data was changed.")
    case .migrationChanged:
      Bilingual(
        zh: "请使用与数据库同源的程序；数据没有改动。",
        en: "Use a program of the same origin as the database; no data was changed.")
    case .device:
      Bilingual(
        zh: "请检查磁盘和系统日志后重试。", en: "Check the disk and the system log, then try again.")
    case .constraint, .defect:
      Bilingual(
        zh: "请把这段文字报告给维护者；数据没有改动。",
        en: "Report this text to the maintainers; no data was changed.")
    }
  }
}
