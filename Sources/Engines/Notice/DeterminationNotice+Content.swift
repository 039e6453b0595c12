package import Core
package import Determination

extension DeterminationNotice {
  /// What a notice knows beside the determination.
  package struct Context: Sendable {
    package let recipient: Recipient
    package let subject: Bilingual?
    /// Of the document that the benefit is in.
    package let title: Bilingual
    package let number: String?
    package let on: CivilDate
    package let basis: Bilingual
    package let issued: CivilDate
    package let verification: Verification

    package init(
      recipient: Recipient, subject: Bilingual?, title: Bilingual, number: String?, on: CivilDate,
      basis: Bilingual, issued: CivilDate, verification: Verification
    ) {
      self.recipient = recipient
      self.subject = subject
      self.title = title
      self.number = number
      self.on = on
      self.basis = basis
      self.issued = issued
      self.verification = verification
    }
  }

  /// - Parameters:
  ///   - determination: with its reasons.
  ///   - context: what it does not say itself.
  /// - Throws: `NoticeProblem.sumsDisagree` when its sums do not add up to the last 分.
  package init(
    _ determination: Determination, _ context: Context
  ) throws(NoticeProblem) {
    recipient = context.recipient
    benefit = determination.label
    subject = context.subject
    source = Source(
      title: context.title, number: context.number,
      articles: Self.articles(determination.cites, of: determination.benefit))
    on = context.on
    basis = context.basis
    outcome = determination.outcome
    statement =
      NoticeStatement(determination: determination, name: context.recipient.name).sentences
    if let monthly = determination.monthly, let amount = determination.amount {
      months = try NoticeMonths(monthly, amount: amount, benefit: determination.label)
    } else {
      months = nil
    }
    sums = try determination.sums()
    inKind = determination.inKind.map(\.value) + Self.points(determination.score)
    conditions = NoticeLine.conditions(determination.because)
    figures = NoticeLine.figures(determination.because)
    missing = determination.outcome == .undetermined ? determination.needs.map(\.told) : []
    issued = context.issued
    verification = context.verification
  }

  /// The articles of the benefit's own document, each once.
  private static func articles(_ cites: [Citation], of benefit: String) -> [Bilingual] {
    let document = benefit.prefix { $0 != "/" }
    var articles: [Bilingual] = []
    for citation in cites where citation.document == document {
      if let article = citation.article, !articles.contains(article) { articles.append(article) }
    }
    return articles
  }

  private static func points(_ score: Determination.Score?) -> [Bilingual] {
    guard let total = score?.total else { return [] }
    return [Bilingual(zh: "总分 \(total) 分", en: "\(total) points in all")]
  }
}

extension MissingFact {
  /// What it is, what to ask, and where it stands.
  fileprivate var told: Bilingual {
    guard let words else { return label }
    return Bilingual(zh: "\(label.zh)：\(words.zh)", en: "\(label.en): \(words.en)")
  }
}
