package import Core

/// Why a file of columns is not used, or not written.
package enum ColumnFileProblem: Error, Sendable, Equatable {
  /// A part does not say what was written.
  case damaged(file: String, part: String)
  /// Another version of the program wrote it, or it is no such file.
  case foreign(file: String)
  case notReadable(file: String)
  /// It is of another registry, or of one that was restored from a backup since.
  case otherRegistry(file: String)
  /// The vocabulary means something else now.
  case otherVocabulary(file: String)
  /// The rules read fields that are not in it.
  case lacksFields(file: String)
  case notWritable(file: String)
  case diskFull(file: String)
  /// Another process is writing it.
  case busy(file: String)

  /// Stable.
  package var code: String {
    switch self {
    case .damaged: "SNAP001"
    case .foreign: "SNAP002"
    case .notReadable: "SNAP003"
    case .otherRegistry: "SNAP004"
    case .otherVocabulary: "SNAP005"
    case .lacksFields: "SNAP006"
    case .notWritable: "SNAP007"
    case .diskFull: "SNAP008"
    case .busy: "SNAP009"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .damaged(let file, let part):
      Bilingual(zh: "快照 \(file) 已损坏（\(part)）", en: "the snapshot \(file) is damaged (\(part))")
    case .foreign(let file):
      Bilingual(
        zh: "\(file) 是别的版本写的，或者不是快照",
        en: "\(file) was written by another version, or is no snapshot")
    case .notReadable(let file):
      Bilingual(zh: "快照 \(file) 无法读取", en: "the snapshot \(file) cannot be read")
    case .otherRegistry(let file):
      Bilingual(
        zh: "快照 \(file) 属于另一个登记库，或者登记库后来由备份恢复过",
        en: "the snapshot \(file) is of another registry, or of one restored from a backup since")
    case .otherVocabulary(let file):
      Bilingual(
        zh: "快照 \(file) 之后词汇表的含义变了",
        en: "the vocabulary means something else since the snapshot \(file) was made")
    case .lacksFields(let file):
      Bilingual(
        zh: "快照 \(file) 里没有规则要读的全部字段",
        en: "the snapshot \(file) lacks fields that the rules read")
    case .notWritable(let file):
      Bilingual(zh: "快照 \(file) 无法写入", en: "the snapshot \(file) cannot be written")
    case .diskFull(let file):
      Bilingual(
        zh: "磁盘已满，快照 \(file) 没有写成", en: "the disk is full; the snapshot \(file) was not written")
    case .busy(let file):
      Bilingual(
        zh: "另一个程序正在写快照 \(file)", en: "another program is writing the snapshot \(file)")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .damaged, .foreign, .otherRegistry, .otherVocabulary, .lacksFields:
      Bilingual(
        zh: "它不会被使用，会从登记库重新生成；也可以删掉它。",
        en: "It is not used and made anew from the registry; it may also be deleted.")
    case .notReadable:
      Bilingual(zh: "请检查它的读权限，或者删掉它。", en: "Check that you may read it, or delete it.")
    case .notWritable:
      Bilingual(
        zh: "请检查登记库所在目录的写权限。", en: "Check that you may write the folder of the registry.")
    case .diskFull:
      Bilingual(
        zh: "请腾出空间后再运行；原来的文件完好。",
        en: "Make room and run this again; what was there before is as it was.")
    case .busy:
      Bilingual(zh: "请等它结束后再运行。", en: "Wait until it is done and run this again.")
    }
  }

  /// Whether making it anew helps.
  package var isMended: Bool {
    switch self {
    case .damaged, .foreign, .otherRegistry, .otherVocabulary, .lacksFields: true
    case .notReadable, .notWritable, .diskFull, .busy: false
    }
  }
}
