import Core

extension Tool {
  /// The one list of the commands, in the order the help shows them.
  static let gongjiang = Tool(
    name: "gongjiang",
    summary: Bilingual(
      zh: "让政策文件自己会算：待遇是多少、凭哪一条、还缺什么",
      en: "policy documents that compute: what is due, by which article, and what is missing"),
    commands: [
      .determine, .ask, .next, .notice, .compare, .replay, .check, .lint, .coverage, .boundaries,
      .format,
      .plan,
      .policy, .parameters,
      .feel, .dmn,
      .importing, .withdraw, .export, .changes, .synthesise, .stats, .total, .snapshot,
      .people, .office,
      .serve, .completion, .version,
    ])
}
