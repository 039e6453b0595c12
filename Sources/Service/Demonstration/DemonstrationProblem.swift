package import Core
import Office

/// Why there is no demonstration.
package enum DemonstrationProblem: WordedProblem, Sendable, Equatable {
  /// The registry holds something that does not come from a synthetic town.
  case realFacts(registry: String)
  /// The town has too few of something.
  case townTooSmall(Bilingual)
  /// Nothing was determined yet.
  case notDetermined
  /// Making it was broken off.
  case unfinished(database: String)
  /// The office is one in which people work.
  case realOffice(database: String)
  /// It would be served to others.
  case notForOthers

  /// Stable.
  package var code: String {
    switch self {
    case .realFacts: "SHOW001"
    case .townTooSmall: "SHOW002"
    case .notDetermined: "SHOW003"
    case .unfinished: "SHOW004"
    case .realOffice: "SHOW005"
    case .notForOthers: "SHOW006"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .realFacts(let registry):
      Bilingual(
        zh: "登记库 \(registry) 里不全是虚构城镇的数据",
        en: "the registry \(registry) holds more than a synthetic town")
    case .townTooSmall(let what):
      Bilingual(
        zh: "这座城镇太小，不够演示：\(what.zh)", en: "the town is too small to show it all: \(what.en)")
    case .notDetermined:
      Bilingual(zh: "登记库还没有核定过", en: "nothing was determined in the registry yet")
    case .unfinished(let database):
      Bilingual(
        zh: "演示办公库 \(database) 没有做完", en: "the demonstration \(database) was not finished")
    case .realOffice(let database):
      Bilingual(
        zh: "办公库 \(database) 不是演示", en: "the office \(database) is no demonstration")
    case .notForOthers:
      Bilingual(
        zh: "演示办公库的密码人人知道，只能在本机打开",
        en: "everybody knows the passwords of a demonstration: it is served on this machine alone")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .realFacts:
      Bilingual(
        zh: "请用 --registry 指明一个新文件，先用 gongjiang synthesise 生成城镇。",
        en:
          "Name a new file with --registry and make a town in it with `gongjiang synthesise` first."
      )
    case .townTooSmall:
      Bilingual(
        zh: "请生成两万人的城镇，或换一个种子。",
        en: "Make a town of 20,000 workers, or take another seed.")
    case .notDetermined:
      Bilingual(
        zh: "请先运行 gongjiang determine --all。", en: "Run `gongjiang determine --all` first.")
    case .unfinished:
      Bilingual(
        zh: "请再运行一次 gongjiang office demonstrate。",
        en: "Run `gongjiang office demonstrate` once more.")
    case .realOffice:
      Bilingual(
        zh: "有人在里面办过事，不能改成演示；请用 --registry 指明另一座虚构城镇。",
        en: "People have worked in it. Name another synthetic town with --registry.")
    case .notForOthers:
      Bilingual(
        zh: "请去掉 --host 和 --trust-proxy，--listen 只写本机地址。给公众用，请另建登记库和办公库。",
        en: "Leave --host and --trust-proxy out, and listen on an address of this machine. For the "
          + "public, begin a registry and an office of their own.")
    }
  }
}
