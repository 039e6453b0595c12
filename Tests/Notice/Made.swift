import Core
import Determination
import FEEL

@testable import Notice

/// Determinations and reasons made by hand.
extension Determination {
  static func made(
    _ outcome: Outcome, amount: Int64? = nil, gross: Int64? = nil, granted: Int64? = 0,
    monthly: Monthly? = nil, inKind: [InKind] = [], score: Score? = nil,
    needs: [MissingFact] = [], because: [Reason] = []
  ) -> Determination {
    Determination(
      benefit: "test/grant", label: Bilingual(zh: "技能补贴", en: "skill grant"), party: "p1",
      subject: "c1", outcome: outcome, amount: amount.map { Money(fen: $0) }, monthly: monthly,
      gross: gross.map { Money(fen: $0) }, granted: granted.map { Money(fen: $0) },
      inKind: inKind, score: score, needs: needs, because: because, cites: [.made])
  }
}

extension Citation {
  static let made = Citation(
    document: "test", number: "测试〔2020〕1号", article: Bilingual(zh: "第一条", en: "Article 1"),
    anchor: "article-1", line: 9)
}

extension Reason {
  /// A rule that took something, or might have.
  static func rule(_ id: String, left: Int64?) -> Reason {
    Reason(
      kind: .stacking, id: id, label: Bilingual(zh: "规则 \(id)", en: "rule \(id)"),
      verdict: left == nil ? .holds : .applied, left: left.map { Money(fen: $0) },
      citation: .made)
  }

  static func condition(
    _ id: String, _ verdict: Verdict, found: String? = nil, needed: String? = nil,
    parts: [Reason] = []
  ) -> Reason {
    Reason(
      kind: .condition, id: id, label: Bilingual(zh: "条件 \(id)", en: "condition \(id)"),
      value: found.map { Shown(.string($0), Bilingual($0)) }, needed: needed.map { Bilingual($0) },
      verdict: verdict, parts: parts, citation: .made)
  }
}

extension DeterminationNotice.Context {
  static func made(
    name: String = "王样甲", on day: CivilDate, address: String? = "https://a.example/verify/ABCD"
  ) -> DeterminationNotice.Context {
    .init(
      recipient: .init(
        name: name, kind: Bilingual(zh: "劳动者", en: "worker"),
        number: (Bilingual(zh: "身份证号", en: "identity number"), "3303**********0013"), id: "p1"),
      subject: Bilingual(zh: "证书 c1（2019-05-03）", en: "certificate c1 (2019-05-03)"),
      title: Bilingual(zh: "测试办法", en: "Test measures"), number: "测试〔2020〕1号", on: day,
      basis: Bilingual(zh: "登记库第 1 次变更为止的记录", en: "on record up to change 1"), issued: day,
      verification: .init(code: "ABCD-EFGH", address: address))
  }
}
