package import Core

/// Why no town is made.
package enum SynthesisProblem: Error, Sendable, Equatable {
  /// A town has 1 … `Town.mostWorkers` workers.
  case workers(Int)
  /// The registry holds something else already.
  case otherFacts(registry: String)
  /// The registry holds another town; `town` is its edition, number of workers and seed.
  case otherTown(registry: String, town: String)
  /// The vocabulary lacks a type or field that the town is made of.
  case notInVocabulary(String)
  /// The folder for the tables holds files of that name already.
  case exists(file: String)
}

extension SynthesisProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .workers: "SYN001"
    case .otherFacts: "SYN002"
    case .otherTown: "SYN003"
    case .notInVocabulary: "SYN004"
    case .exists: "SYN005"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .workers(let count):
      Bilingual(
        zh: "人数应为 1 到 \(Town.mostWorkers)，而不是 \(count)",
        en: "the number of workers must be 1 to \(Town.mostWorkers), not \(count)")
    case .otherFacts(let registry):
      Bilingual(
        zh: "登记库 \(registry) 里已有别的数据，不能混入样例城镇",
        en: "the registry \(registry) holds other facts, which a synthetic town must not mix with")
    case .otherTown(let registry, let town):
      Bilingual(
        zh: "登记库 \(registry) 里已有另一座样例城镇（版次、人数、种子：\(town)）",
        en:
          "the registry \(registry) holds another synthetic town (edition, workers, seed: \(town))"
      )
    case .notInVocabulary(let name):
      Bilingual(
        zh: "词汇表里没有样例城镇要用的 \(name)",
        en: "the vocabulary lacks \(name), which a synthetic town needs")
    case .exists(let file):
      Bilingual(zh: "文件 \(file) 已经存在", en: "the file \(file) exists already")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .workers:
      Bilingual(zh: "请改写 --workers。", en: "Give another number with --workers.")
    case .otherFacts, .otherTown:
      Bilingual(
        zh: "请用 --registry 指明另一个文件；原有数据没有改动。",
        en: "Name another file with --registry; what is there was left as it was.")
    case .notInVocabulary:
      Bilingual(
        zh: "请用 --home 指明带有本程序词汇表的目录。",
        en: "Name with --home a folder that has this program's vocabulary.")
    case .exists:
      Bilingual(zh: "请用 --to 指明空目录。", en: "Name an empty folder with --to.")
    }
  }
}
