import BankFiles

extension Course {
  /// How cases without application come to stand where they shall: at least one in every state.
  enum Payment {
    /// Of the first opening.
    static let first: [Course] = [
      Course("lapsed"), Course("lapsed"),
      Course("declined", [(2, .party("decline"))]), Course("declined", [(3, .party("decline"))]),
      announced.then(
        "refused",
        [
          (Season.Notice.first + 1, .object("公示的证书等级与本人说法不一致。")),
          (7, .official("uphold-objection", .reviewer, because: "经核对，证书已被发证机构撤销")),
        ]),
      announced.then(
        "refused",
        [
          (
            Season.Notice.firstOver,
            .official("refuse", .approver, because: "同一证书在外地已经领取补贴")
          )
        ]),
      announced.then(
        "paid",
        [
          (Season.Notice.first + 1, .object("此人去年已经离职。")),
          (7, .official("dismiss-objection", .reviewer, because: "社保记录显示仍在职")),
        ] + approvedFirst + paidFirst),
      announced.then(
        "account-wrong",
        approvedFirst + paidFirst
          + [(Season.Batch.secondPaid, .bank(.return, because: "AC04"))]),
    ]

    /// Of the first opening, too: what was paid turns out wrong later.
    static let paid = announced.then("paid", approvedFirst + paidFirst)

    /// Of the second opening.
    static let second: [Course] =
      [
        readySecond.then(
          "account-wrong",
          batchSecond + [(Season.Batch.secondPaid, .bank(.rejection, because: "AC01"))]),
        readySecond.then(
          "account-wrong",
          batchSecond + [(Season.Batch.secondPaid, .bank(.rejection, because: "BE01"))]),
        readySecond.then(
          "approved",
          batchSecond + [
            (Season.Batch.secondPaid, .bank(.rejection, because: "AC01")),
            (28, .account), (28, .party("correct-account")), (Season.Batch.third, .batch),
          ]),
      ]
      + Array(
        repeating: readySecond.then(
          "paid", batchSecond + [(Season.Batch.secondPaid, .bank(.payment))]),
        count: 6)
      + Array(repeating: readySecond.then("paying", batchSecond), count: 4)
      + Array(repeating: readySecond.then("approved", [(Season.Batch.third, .batch)]), count: 3)
      + Array(repeating: readySecond.then("approved", []), count: 4)
      + Array(repeating: clearedSecond, count: 5)

    /// The worker whom one can sign in as; another case of theirs waits for consent.
    static let worker = readySecond.then(
      "paid", batchSecond + [(Season.Batch.secondPaid, .bank(.payment))])

    /// A sum that needs two signatures has one.
    static let large = clearedSecond.then("cleared", [(28, .official("approve", .approver))])

    /// Of the third opening.
    static let third: [Course] =
      Array(repeating: announcedThird, count: 6)
      + [announcedThird.then("objected", [(31, .object("公示的金额可能有误。"))])]
      + Array(repeating: consented(25, "consented"), count: 8)

    private static func consented(_ day: Int, _ goal: String) -> Course {
      Course(goal, [(day, .account), (day, .party("consent"))])
    }

    private static let announced = consented(2, "announced").then(
      "announced", [(Season.Notice.first, .notice)])
    private static let clearedSecond = consented(8, "cleared").then(
      "cleared", [(Season.Notice.second, .notice)])
    private static let readySecond = clearedSecond.then(
      "approved", [(Season.Notice.secondOver, .official("approve", .approver))])
    private static let announcedThird = consented(25, "announced").then(
      "announced", [(Season.Notice.third, .notice)])

    private static let approvedFirst: [(day: Int, step: Step)] = [
      (Season.Notice.firstOver, .official("approve", .approver))
    ]
    private static let paidFirst: [(day: Int, step: Step)] = [
      (Season.Batch.first, .batch), (Season.Batch.firstPaid, .bank(.payment)),
    ]
    private static let batchSecond: [(day: Int, step: Step)] = [(Season.Batch.second, .batch)]
  }
}
