extension Course {
  /// How selections come to stand where they shall: one in every state.
  enum Selection {
    static let all: [Course] = [
      Course("scoring", [(30, .apply)]),
      submitted(29, "submitted"),
      submitted(24, "returned").then(
        "returned", [(28, .official("return", .reviewer, because: "X1.1 没有任命文件"))]),
      scored(30, from: 23, "differing"),
      accepted, ranked(28),
      ranked(28).then("announced", [(Season.Notice.third, .notice)]),
      ranked(28).then(
        "objected",
        [(Season.Notice.third, .notice), (31, .object("该企业去年有欠薪记录。"))]),
      cleared,
      cleared.then(
        "selected", [(Season.Notice.secondOver, .official("select", .approver))]),
      accepted.then(
        "rejected", [(16, .official("rank-out", .approver, because: "名次在名额之外"))]),
      submitted(2, "withdrawn").then("withdrawn", [(3, .party("withdraw"))]),
      submitted(2, "lapsed").then(
        "lapsed", [(3, .official("return", .reviewer, because: "依据与项目不符"))]),
    ]

    private static func submitted(_ day: Int, _ goal: String) -> Course {
      Course(goal, [(day, .apply), (day, .evidence), (day, .ownScores), (day, .party("submit"))])
    }

    private static func scored(_ day: Int, from start: Int, _ goal: String) -> Course {
      submitted(start, goal).then(
        goal, [(day, .reviewScores), (day, .official("score", .reviewer))])
    }

    private static let accepted = scored(3, from: 2, "scored").then(
      "scored", [(4, .party("accept-score"))])
    private static func ranked(_ day: Int) -> Course {
      accepted.then("ranked", [(day, .official("rank", .approver))])
    }
    private static let cleared = ranked(7).then("cleared", [(Season.Notice.second, .notice)])
  }
}
