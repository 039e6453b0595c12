import BankFiles

extension Course {
  /// How applications with evidence come to stand where they shall: one in every state.
  enum Application {
    /// The refused one and those before it belong to the agent whom one can sign in as.
    static let all: [Course] = [
      Course("draft", [(31, .apply), (31, .account)]),
      submitted(31, "submitted"),
      submitted(24, "returned").then(
        "returned",
        [(28, .official("return", .clerk, because: "缺少学徒培训协议，请补交盖章的一份"))]),
      accepted(4).then(
        "refused",
        [
          (
            28,
            .official("refuse-at-review", .reviewer, because: "培训未满约定的学时")
          )
        ]),
      accepted(4).then(
        "appealed",
        [
          (7, .official("refuse-at-review", .reviewer, because: "培训费发票抬头与单位不符")),
          (28, .party("appeal", because: "发票已由税务机关更正，请重新核对")),
        ]),
      submitted(2, "lapsed").then(
        "lapsed", [(3, .official("return", .clerk, because: "材料不清晰，请重新扫描"))]),
      submitted(2, "withdrawn").then("withdrawn", [(3, .party("withdraw"))]),
      accepted(30),
      checking(30).then("checking", [(31, .official("agree", .insurance))]),
      accepted(25).then("reviewed", [(28, .official("review", .reviewer))]),
      announced, announced.then("objected", [(31, .object("这名学徒没有参加培训。"))]),
      cleared, approved, paying,
      paying.then("account-wrong", [(Season.Batch.secondPaid, .bank(.rejection, because: "AC06"))]),
      paid, paid.then("closed", [(24, .official("close", .clerk))]),
    ]

    /// That of the training institution.
    static let institution = submitted(30, "submitted")

    private static func submitted(_ day: Int, _ goal: String) -> Course {
      Course(goal, [(day, .apply), (day, .evidence), (day, .account), (day, .party("submit"))])
    }

    private static func accepted(_ day: Int) -> Course {
      // What is accepted on a Monday was submitted on the Friday before.
      submitted(Season.isWorkday(day - 1) ? day - 1 : day - 3, "accepted").then(
        "accepted", [(day, .official("accept", .clerk))])
    }

    private static func checking(_ day: Int) -> Course {
      accepted(day - 1).then("checking", [(day, .official("ask-departments", .reviewer))])
    }

    private static let announced = checking(29).then(
      "announced",
      [
        (30, .official("agree", .insurance)), (30, .official("agree", .market)),
        (Season.Notice.third, .notice),
      ])
    private static let cleared = accepted(3).then(
      "cleared",
      [(4, .official("review", .reviewer)), (Season.Notice.second, .notice)])
    private static let approved = cleared.then(
      "approved", [(Season.Notice.secondOver, .official("approve", .approver))])
    private static let paying = approved.then("paying", [(Season.Batch.second, .batch)])
    private static let paid = paying.then(
      "paid", [(Season.Batch.secondPaid, .bank(.payment))])
  }
}
