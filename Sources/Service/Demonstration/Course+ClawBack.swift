extension Course {
  /// How claw-backs come to stand where they shall: one in every state.
  enum ClawBack {
    static let all: [Course] = [
      Course("proposed", [(31, .follow)]),
      told(29, "heard"),
      answered, reviewed, decided,
      decided.then("settled", [(28, .recovered)]),
      Course(
        "dropped",
        [
          (17, .follow),
          (18, .official("discard", .clerk, because: "更正的等级后来又恢复了")),
        ]),
    ]

    private static func told(_ day: Int, _ goal: String) -> Course {
      Course(
        goal,
        [
          (day - 1, .follow),
          (day, .official("tell", .clerk, because: "证书等级更正，补贴标准降低")),
        ])
    }

    private static let answered = told(18, "considered").then(
      "considered", [(21, .party("answer", because: "同意退还，希望分期"))])
    private static let reviewed = answered.then(
      "reviewed", [(22, .official("review", .reviewer, because: "更正属实"))])
    private static let decided = reviewed.then(
      "collecting",
      [
        (23, .instalments),
        (23, .official("decide", .approver, because: "按更正后的等级重新计算")),
      ])
  }
}
