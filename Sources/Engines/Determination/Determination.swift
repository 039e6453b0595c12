package import Core

/// What a determination comes to.
package enum Outcome: String, Sendable, CaseIterable {
  case entitled
  case notEntitled = "not-entitled"
  case undetermined

  package var label: Bilingual {
    switch self {
    case .entitled: Bilingual(zh: "可以享受", en: "entitled")
    case .notEntitled: Bilingual(zh: "不能享受", en: "not entitled")
    case .undetermined: Bilingual(zh: "暂不能确定", en: "cannot say yet")
    }
  }
}

/// One benefit determined for one subject: the answer, and the reasons as data.
///
/// The fields and their names in JSON are those of the facts-and-output contract in
/// `Documentation/output.md`; text, pages and notices are made from this and nothing else.
package struct Determination: Sendable {
  /// Full id, `wenzhou-2018-242/skill-upgrade`.
  package let benefit: String
  package let label: Bilingual
  /// Who receives.
  package let party: String
  /// The record that gives rise to it, or `nil`.
  package let subject: String?
  package var outcome: Outcome
  /// The sum due in all up to the day of determination; `nil` unless entitled, and for benefits
  /// that are not money.
  package var amount: Money?
  package var monthly: Monthly?
  /// Before caps and stacking; `nil` unless the benefit's own conditions hold.
  package var gross: Money?
  /// Already granted by claims; `nil` when the sum of one is unknown.
  package var granted: Money?
  /// What is given when it is not money.
  package let inKind: [InKind]
  /// The points, of a score sheet.
  package let score: Score?
  /// Missing facts that would still change the outcome, as `type.field`, sorted.
  package var needs: [MissingFact]
  package var because: [Reason]
  package var cites: [Citation]
  /// What would change it for the better, the best first; `nil` where nobody asked.
  package var steps: [NextStep]?

  package struct InKind: Sendable, Hashable {
    package let key: String
    package let value: Bilingual

    package init(key: String, value: Bilingual) {
      self.key = key
      self.value = value
    }
  }

  /// What a score sheet comes to.
  package struct Score: Sendable, Hashable {
    /// An item and its points; `nil` while they are unknown.
    package struct Item: Sendable, Hashable {
      package let id: String
      package let points: Decimal128?

      package init(id: String, points: Decimal128?) {
        self.id = id
        self.points = points
      }
    }

    /// `nil` while an item is unknown.
    package let total: Decimal128?
    /// In the order of the sheet.
    package let items: [Item]

    package init(total: Decimal128?, items: [Item]) {
      self.total = total
      self.items = items
    }
  }

  package init(
    benefit: String, label: Bilingual, party: String, subject: String?, outcome: Outcome,
    amount: Money? = nil, monthly: Monthly? = nil, gross: Money? = nil, granted: Money? = .zero,
    inKind: [InKind] = [], score: Score? = nil, needs: [MissingFact] = [], because: [Reason] = [],
    cites: [Citation] = []
  ) {
    self.benefit = benefit
    self.label = label
    self.party = party
    self.subject = subject
    self.outcome = outcome
    self.amount = amount
    self.monthly = monthly
    self.gross = gross
    self.granted = granted
    self.inKind = inKind
    self.score = score
    self.needs = needs
    self.because = because
    self.cites = cites
  }

  /// Amount less granted; for a benefit that is not due, what was granted wrongly comes back as a
  /// negative sum (a proposal to claw back). `nil` while undetermined, where no money moves, and
  /// where it is unknown what was granted.
  package var payable: Money? {
    Determination.payable(outcome, amount: amount, granted: granted)
  }

  /// The same from its parts.
  package static func payable(_ outcome: Outcome, amount: Money?, granted: Money?) -> Money? {
    guard let granted else { return nil }
    return switch outcome {
    case .entitled: amount.flatMap { $0.subtracting(granted) }
    case .notEntitled: granted == .zero ? nil : Money.zero.subtracting(granted)
    case .undetermined: nil
    }
  }
}

/// The months a monthly benefit is paid for.
package struct Monthly: Sendable, Hashable {
  /// Months from … to with one rate.
  package struct Span: Sendable, Hashable {
    /// First days of the first and the last month.
    package let from: CivilDate
    package let to: CivilDate
    package let rate: Money

    package init(from: CivilDate, to: CivilDate, rate: Money) {
      self.from = from
      self.to = to
      self.rate = rate
    }
  }

  /// How many months are paid.
  package let months: Int
  /// In order of time; empty when stacking leaves no month.
  package let spans: [Span]

  package init(months: Int, spans: [Span]) {
    self.months = months
    self.spans = spans
  }

  /// The last rate.
  package var rate: Money? { spans.last?.rate }
  package var from: CivilDate? { spans.first?.from }
  package var to: CivilDate? { spans.last?.to }
}

/// All determinations of one day.
package struct Report: Sendable {
  package let on: CivilDate
  package let determinations: [Determination]

  package init(on: CivilDate, determinations: [Determination]) {
    self.on = on
    self.determinations = determinations
  }
}

/// A fact that is missing: its id, `certificate.level`, and what people call it.
package struct MissingFact: Sendable, Hashable {
  package let id: String
  package let label: Bilingual
  /// What to ask to settle it; `nil` where the vocabulary has no words for that.
  package let question: Bilingual?
  /// The record or list that says it.
  package let source: Bilingual?

  package init(
    id: String, label: Bilingual, question: Bilingual? = nil, source: Bilingual? = nil
  ) {
    self.id = id
    self.label = label
    self.question = question
    self.source = source
  }

  /// What to ask, and where it stands: “证书是几级？（见证书记录）”.
  package var words: Bilingual? {
    let seen = source.map { Bilingual(zh: "（见\($0.zh)）", en: " (see \($0.en))") }
    guard let question else {
      return source.map { Bilingual(zh: "见\($0.zh)", en: "see \($0.en)") }
    }
    return Bilingual(zh: question.zh + (seen?.zh ?? ""), en: question.en + (seen?.en ?? ""))
  }
}
