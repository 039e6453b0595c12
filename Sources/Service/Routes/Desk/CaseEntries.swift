import Bureau
import Casework
import Core
import HTTP
import Office
import Pages
import PolicyPlan
import Store

/// What officials enter on the page of a case: points of the review, and what came in.
extension CaseRoutes {
  /// Keeps the points that a reviewer has given; what is left empty stays as it is, and one that
  /// cannot be read keeps none of the others back.
  func score(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try request.signer(.reviewer)
    var problem: CaseEntryProblem?
    let response = try change(request, form) { number, connection in
      let record = try desk.bureau.casework.record(number, connection)
      let words = ScoreWords(desk.model.plans, record)
      var given: [ItemScore] = []
      for score in try desk.bureau.casework.scores(of: number, connection) {
        let text = form.fields[ScoreLine.pointsField(score.item)]?.trimmed ?? ""
        let most = words.item(score.item)?.maximum
        guard !text.isEmpty else { continue }
        guard let points = Decimal128(text), Self.fits(points, most) else {
          problem = problem ?? .points(item: score.item, most: most?.description)
          continue
        }
        let new = ItemScore(
          item: score.item, points: points,
          note: form.fields[ScoreLine.remarkField(score.item)]?.trimmed ?? "")
        if new != score.review { given.append(new) }
      }
      if !given.isEmpty {
        try desk.bureau.casework.set(given, .review, of: number, by: signer, connection)
      }
    }
    return try problem.map { try page(request, told: $0.sentence) } ?? response
  }

  /// What is taken off has no most, and is nothing or less.
  private static func fits(_ points: Decimal128, _ most: Decimal128?) -> Bool {
    most.map { points >= .zero && points <= $0 } ?? (points <= .zero)
  }

  /// Books what came in on a claw-back.
  func recover(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try request.signer(.financeOfficer)
    let text = form.fields["amount"]?.filter { $0 != "," && $0 != " " } ?? ""
    let reference = form.fields["reference"]?.trimmed ?? ""
    return try change(request, form) { number, connection in
      guard let yuan = Decimal128(text), let money = Money(yuan: yuan), money.yuan == yuan,
        money > .zero, !reference.isEmpty
      else { throw CaseEntryProblem.receipt }
      let record = try desk.bureau.casework.record(number, connection)
      guard signer.actor.may(.financeOfficer, region: record.region) else {
        throw SignedRequest.notForYou
      }
      try desk.bureau.recover(money.fen, of: number, key: reference, by: signer, connection)
    }
  }
}

/// What cannot be read of what an official has entered.
enum CaseEntryProblem: WordedProblem, Equatable {
  case points(item: String, most: String?)
  case receipt
  /// How many parts, or from when.
  case division
  /// The day or the amount of a part: its number.
  case part(Int)

  /// Stable.
  var code: String {
    switch self {
    case .points: "DESK001"
    case .receipt: "DESK002"
    case .division: "DESK003"
    case .part: "DESK004"
    }
  }

  /// What is wrong.
  var message: Bilingual {
    switch self {
    case .points(let item, let most?):
      Bilingual(
        zh: "\(item) 应为 0 到 \(most) 的数", en: "\(item) takes a number from 0 to \(most)")
    case .points(let item, nil):
      Bilingual(zh: "\(item) 应为 0 或负数", en: "\(item) takes 0 or a negative number")
    case .receipt:
      Bilingual(
        zh: "没有写收到的金额或流水号", en: "the amount that came in or its reference is missing")
    case .division:
      Bilingual(zh: "看不出分几期、从哪天起", en: "how many parts there are, or from when, cannot be read")
    case .part(let number):
      Bilingual(
        zh: "第 \(number) 期的日期或金额看不懂", en: "the day or the amount of part \(number) cannot be read")
    }
  }

  /// What to do about it.
  var advice: Bilingual {
    switch self {
    case .points:
      Bilingual(
        zh: "其余各项已经保存；请改正这一项。", en: "The other items were kept; correct this one.")
    case .receipt:
      Bilingual(
        zh: "金额大于零、最多两位小数，并写上银行流水号。",
        en: "Give an amount above zero with two decimals at most, and the bank’s reference.")
    case .division:
      Bilingual(
        zh: "请写 1 到 \(InstalmentsView.most) 的期数，每期至少一分，和第一期的日期。",
        en: "Give 1 to \(InstalmentsView.most) parts of a fen or more, and the day of the first.")
    case .part:
      Bilingual(
        zh: "日期写成 2026-01-31，金额最多两位小数。",
        en: "Write the day as 2026-01-31, the amount with two decimals at most.")
    }
  }
}
