package import Core

extension RegistryProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .nestedChildren: "REG001"
    case .fieldChanged: "REG002"
    case .wrongKey: "REG003"
    case .keyLost: "REG004"
    case .unknownParty: "REG005"
    case .partyOfOtherType: "REG006"
    case .wrongParty: "REG007"
    case .repeated: "REG008"
    case .unknownRecord: "REG009"
    case .unreadable: "REG010"
    case .unfit: "REG011"
    case .wrongReference: "REG012"
    case .overlappingValue: "REG013"
    case .unknownValue: "REG014"
    case .sameTwice: "REG015"
    case .keyTwice: "REG016"
    case .emptied: "REG017"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .nestedChildren(let field):
      Bilingual(
        zh: "\(field) 是子记录中的子记录，登记库无法存放",
        en: "\(field) holds child records within child records, which the registry cannot keep")
    case .fieldChanged(let field, let from, let to):
      Bilingual(
        zh: "词汇表把 \(field) 的存法由“\(from)”改成了“\(to)”",
        en: "the vocabulary now wants \(field) kept as \"\(to)\"; the registry has \"\(from)\"")
    case .wrongKey(let database, let keyFile):
      Bilingual(
        zh: "密钥文件 \(keyFile) 不是登记库 \(database) 的密钥",
        en: "\(keyFile) is not the key of the registry \(database)")
    case .emptied(let database):
      Bilingual(
        zh: "登记库 \(database) 是一个空文件（0 字节），里面的数据不见了",
        en: "the registry \(database) is an empty file (0 bytes): its data is gone")
    case .keyLost(let database, let keyFile):
      Bilingual(
        zh: "登记库 \(database) 已有数据，但密钥文件 \(keyFile) 不在了",
        en: "the registry \(database) has data, but its key file \(keyFile) is gone")
    case .unknownParty(let id):
      Bilingual(
        zh: "登记库里没有编号为“\(id)”的当事人", en: "the registry has no party \"\(id)\"")
    case .partyOfOtherType(let id, let type):
      Bilingual(
        zh: "编号“\(id)”已是另一种当事人（\(type)）",
        en: "the id \"\(id)\" is that of a party of another type (\(type))")
    case .wrongParty(let record, let party, let type):
      Bilingual(
        zh: "\(record) 记录不能属于当事人“\(party)”（\(type)）",
        en: "a record of type \(record) cannot belong to the party \"\(party)\" (\(type))")
    case .wrongReference(let field, let id, let type):
      Bilingual(
        zh: "\(field) 指的“\(id)”是另一种当事人（\(type)）",
        en: "\"\(id)\", which \(field) names, is a party of another type (\(type))")
    case .repeated(let type, nil):
      Bilingual(
        zh: "同一条 \(type) 在同一批里既加入又撤回", en: "the same \(type) is put in and withdrawn at once")
    case .repeated(let type, let id?):
      Bilingual(
        zh: "\(type)“\(id)”在同一批里出现两次，内容不同",
        en: "\(type) \"\(id)\" comes twice at once and says different things")
    case .sameTwice(let type):
      Bilingual(
        zh: "没有编号的 \(type) 在同一批里出现两次，内容完全相同",
        en: "a \(type) without an id comes twice at once and says the same")
    case .keyTwice(let type, let fields):
      Bilingual(
        zh: "\(type) 在同一批里出现两次，\(fields.joined(separator: "、")) 相同而其余不同",
        en:
          "a \(type) comes twice at once with the same \(fields.joined(separator: ", ")) and says "
          + "different things")
    case .unknownRecord(let type, nil):
      Bilingual(
        zh: "登记库里没有这样的 \(type)", en: "the registry has no \(type) that says this")
    case .unknownRecord(let type, let id?):
      Bilingual(
        zh: "登记库里没有 \(type)“\(id)”", en: "the registry has no \(type) \"\(id)\"")
    case .unreadable(let field, let party):
      Bilingual(
        zh: "当事人“\(party)”的 \(field) 读不出来，数据被人改动过",
        en: "\(field) of the party \"\(party)\" cannot be read: somebody has changed the data")
    case .overlappingValue(let name, let number):
      Bilingual(
        zh: "“\(name)”与登记库里第 \(number) 号地方取值的日期重叠",
        en: "the dates of \"\(name)\" overlap with local value number \(number) of the registry")
    case .unknownValue(let number):
      Bilingual(
        zh: "登记库里没有第 \(number) 号地方取值，或已撤回",
        en: "the registry has no local value number \(number), or it was withdrawn")
    case .unfit(let field, let value):
      Bilingual(zh: "\(value) 不能存入 \(field)", en: "\(value) does not fit into \(field)")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .nestedChildren:
      Bilingual(
        zh: "请把它改为单独的记录类型。", en: "Declare it as a record type of its own.")
    case .fieldChanged:
      Bilingual(
        zh: "请用新名字另立一个字段，或恢复原来的类型；数据没有改动。",
        en: "Declare a field of another name, or restore its type; no data was changed.")
    case .emptied:
      Bilingual(
        zh: "请从备份中恢复；确要从头建立，先删去这个文件和它的密钥文件。没有改动。",
        en: """
          Restore it from a backup; to begin anew, delete the file and its key file first. Nothing \
          was changed.
          """)
    case .wrongKey, .keyLost:
      Bilingual(
        zh: "请从备份中恢复原来的密钥文件；没有它读不出数据，数据没有改动。",
        en: """
          Restore the original key file from your backup; without it nothing can be read. No data \
          was changed.
          """)
    case .unknownParty:
      Bilingual(
        zh: "请先导入这个当事人，或改正编号。", en: "Import the party first, or correct the id.")
    case .partyOfOtherType:
      Bilingual(
        zh: "请换一个编号，或改正种类。", en: "Use another id, or correct the type.")
    case .wrongReference:
      Bilingual(zh: "请改正编号。", en: "Correct the id.")
    case .wrongParty:
      Bilingual(zh: "请改正当事人的编号。", en: "Correct the id of the party.")
    case .repeated:
      Bilingual(zh: "请只留正确的一条。", en: "Keep the right one only.")
    case .sameTwice, .keyTwice:
      Bilingual(
        zh: "请只留正确的一条；确是两件事，就给每条一个编号。",
        en: "Keep the right one; if they are two, give each an id.")
    case .unknownRecord:
      Bilingual(zh: "请核对编号和内容。", en: "Check the id and what it says.")
    case .overlappingValue(_, let number):
      Bilingual(
        zh: "请改正日期；或写上与它相同的 from，更正那一条；或先用 parameters withdraw \(number) 撤回它。",
        en: """
          Correct the dates; or give the same from, which corrects that value; or withdraw it with \
          parameters withdraw \(number).
          """)
    case .unknownValue:
      Bilingual(
        zh: "请用 gongjiang parameters list 查看编号。",
        en: "See the numbers with gongjiang parameters list.")
    case .unfit:
      Bilingual(
        zh: "请按词汇表的类型和小数位数改正。",
        en: "Correct it to the type and the digits that the vocabulary says.")
    case .unreadable:
      Bilingual(
        zh: "请从备份恢复数据库，并查明原因。",
        en: "Restore the database from a backup, and find out who changed it.")
    }
  }
}
