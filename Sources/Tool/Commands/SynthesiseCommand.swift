import Core
import Foundation
import Registry
import Synthesis
import Vocabulary
import Workbench

extension Command {
  static let synthesise = Command(
    "synthesise",
    Bilingual(
      zh: "生成一座虚构的城镇：劳动者、单位和目录，同一种子总是同一座",
      en: "make a town that never was: workers, organisations, lists; one seed, one town"),
    options: [.workers, .seed, .to, .quiet] + Option.registryOptions,
    examples: [
      Example(
        "synthesise --workers 20000",
        Bilingual(zh: "两万名劳动者、八百家单位，写入登记库", en: "20,000 workers and 800 organisations")),
      Example(
        "synthesise --workers 1000 --seed 7 --to town",
        Bilingual(
          zh: "另一座城镇，写成可以导入的 CSV 表", en: "another town, as CSV tables that can be imported")),
    ]
  ) { arguments, session in
    let workers = try arguments.wholeNumber(.workers) ?? 20_000
    let seed = try arguments.wholeNumber(.seed) ?? 1
    let home = try Home.find(arguments, session.environment)
    let vocabulary = try Workbench(home, documents: []).vocabulary
    let town = try Town(
      workers: Int(clamping: workers), seed: seed, vocabulary: vocabulary)
    let bar = Progress(
      Bilingual(zh: "生成", en: "making"), unit: Bilingual(zh: "人", en: "workers"), session,
      isQuiet: arguments.has(.quiet))
    defer { bar.finish() }
    let progress: (Int) -> Void = { bar.update($0, of: town.workers) }
    if let folder = arguments[.to] {
      try write(town, vocabulary, to: folder, session, progress)
    } else {
      let registry = try Registry.open(
        arguments, home, session, vocabulary: vocabulary, .createdWhenMissing)
      let indexing = IndexingProgress(session, isQuiet: arguments.has(.quiet))
      let added = try RegistrySynthesis(of: town, into: registry)
        .run(progress: progress, indexing: indexing.update)
      bar.finish()
      session.print(summary(of: town, added, registry.name))
    }
    return .success
  }

  private static func write(
    _ town: Town, _ vocabulary: Vocabulary, to folder: String, _ session: Session,
    _ progress: (Int) -> Void
  ) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Problem(
        Bilingual(zh: "无法建立目录 \(folder)", en: "the folder \(folder) cannot be made"),
        advice: Bilingual(
          zh: "请用 --to 指明可写的目录。", en: "Name a folder that can be written with --to."))
    }
    let tables = try TableSynthesis(of: town, vocabulary).write(to: folder, progress: progress)
    for table in tables {
      session.print(
        Bilingual(
          zh: "\(table.file)：\(table.rows.grouped) 行",
          en: "\(table.file): \(table.rows.grouped) rows"))
    }
  }

  private static func summary(
    of town: Town, _ added: Int, _ registry: String
  ) -> Bilingual {
    let size = town.workers.grouped
    guard added > 0 else {
      return Bilingual(
        zh: "登记库 \(registry) 里已有这座城镇（\(size) 人，种子 \(town.seed)），没有改动。",
        en: """
          The registry \(registry) has this town (\(size) workers, seed \(town.seed)) already; \
          nothing was changed.
          """)
    }
    return Bilingual(
      zh: "写入 \(added.grouped) 条事实：城镇 \(size) 人，种子 \(town.seed)，登记库 \(registry)。",
      en: """
        Put \(added.grouped) facts into \(registry): a town of \(size) workers, \
        seed \(town.seed).
        """)
  }
}

extension Arguments {
  /// The whole number that the option gives, where it was given.
  fileprivate func wholeNumber(_ option: Option) throws(UsageError) -> UInt64? {
    guard let text = self[option] else { return nil }
    guard let number = UInt64(text) else { throw .notANumber(text, option) }
    return number
  }
}

extension Option {
  static let workers = Option(
    "workers", takes: ArgumentValue(Bilingual(zh: "人数", en: "N"), .text),
    Bilingual(
      zh: "劳动者人数，不写则 20000；每 25 人一家单位",
      en: "how many workers, else 20000; one organisation for every 25"))

  static let seed = Option(
    "seed", takes: ArgumentValue(Bilingual(zh: "种子", en: "SEED"), .text),
    Bilingual(zh: "一个整数，不写则 1；种子不同，城镇不同", en: "a whole number, else 1; another seed, another town"))

  static let to = Option(
    "to", takes: ArgumentValue(Bilingual(zh: "目录", en: "DIR"), .directory),
    Bilingual(
      zh: "写成 CSV 表放进这个目录，不写入登记库", en: "write CSV tables into this folder, not into a registry"))
}
