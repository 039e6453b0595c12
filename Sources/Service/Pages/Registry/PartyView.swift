package import Core
package import Determination

/// All that the page of a worker or an organisation shows.
package struct PartyView: Sendable {
  package let link: PartyLink
  /// “劳动者”.
  package let type: Bilingual
  /// Names and values, secret ones masked.
  package var attributes: [Detail] = []
  /// Records, the newest first.
  package var entries: [TimelineEntry] = []
  package var determinations: StoredResults?
  /// Those who work for an organisation.
  package var workers: Workers?
  /// Changes that concern the party, the last one first; only where they can be looked back to.
  package var history: [RecordedChange] = []
  /// The change as of which this is what was known; `nil` for now.
  package var known: RecordedChange?
  /// The day on which the page is made: what goes on goes on until then.
  package let today: CivilDate

  package init(_ link: PartyLink, type: Bilingual, today: CivilDate) {
    self.link = link
    self.type = type
    self.today = today
  }

  /// The address of a page below this one, as of the same change.
  func path(_ below: String = "") -> String {
    let path = below.isEmpty ? link.path : "\(link.path)/\(below)"
    return known.map { "\(path)?known=\($0.number)" } ?? path
  }
}

/// A name and a value; the value may lead to a party's page.
package struct Detail: Sendable {
  package let label: Bilingual
  package let value: Bilingual
  package let link: PartyLink?

  package init(_ label: Bilingual, _ value: Bilingual, link: PartyLink? = nil) {
    self.label = label
    self.value = value
    self.link = link
  }

  func text(_ place: PageLocation) -> HTML { link?.anchor(place) ?? HTML(place(value)) }
}

/// When something became known to the registry.
package struct RecordedChange: Sendable, Equatable {
  package let number: Int64
  /// Day and time on the clock of the service: `2026-11-20 18:02:11`.
  package let moment: String
  /// Where it came from: a file, a form.
  package let source: String

  package init(number: Int64, moment: String, source: String) {
    self.number = number
    self.moment = moment
    self.source = source
  }
}

/// A page of those who work or worked for an organisation.
package struct Workers: Sendable {
  package let lines: [PartyLine]
  package let position: ListPosition

  package init(lines: [PartyLine], position: ListPosition) {
    self.lines = lines
    self.position = position
  }
}

/// A record, at its place in time.
package struct TimelineEntry: Sendable {
  /// How exactly the time is known.
  package enum Precision: Sendable { case day, month, year }

  package let type: Bilingual
  package let details: [Detail]
  /// The day of the record, or the first of its spell; `nil` when it is not known.
  package let from: CivilDate?
  /// The last day of a spell.
  package let to: CivilDate?
  /// Whether the record is of a stretch of time, which goes on where `to` is `nil`.
  package let isSpell: Bool
  package let precision: Precision

  package init(
    type: Bilingual, details: [Detail], from: CivilDate?, to: CivilDate? = nil,
    isSpell: Bool = false, precision: Precision = .day
  ) {
    self.type = type
    self.details = details
    self.from = from
    self.to = to
    self.isSpell = isSpell
    self.precision = precision
  }
}

/// The determinations that are stored of a party.
package struct StoredResults: Sendable {
  /// The day they are of; `nil` when nothing was determined yet.
  package let on: CivilDate?
  /// Why they may not be what holds now.
  package let doubts: [ResultDoubt]
  package let lines: [Line]

  /// One determination.
  package struct Line: Sendable {
    package let label: Bilingual
    /// What gave rise to it: “证书 2019-05-03”.
    package let subject: Bilingual?
    package let outcome: Outcome
    package let amount: Money?
    package let monthly: Monthly?
    package let payable: Money?
    package let granted: Money?
    /// The other party: who receives it, or whose record it rests on.
    package let other: Detail?
    /// Whether it is the party of the page that receives it.
    package let isReceived: Bool
    /// The first day on which it can come out otherwise by itself.
    package let until: CivilDate?
    /// Where there is a notice of it on paper, below the language.
    package let notice: String?
    /// Of the stored determination; `nil` leads nowhere.
    package let number: Int64?

    package init(
      label: Bilingual, subject: Bilingual?, outcome: Outcome, amount: Money?, monthly: Monthly?,
      payable: Money?, granted: Money?, other: Detail?, isReceived: Bool,
      until: CivilDate?, notice: String? = nil, number: Int64? = nil
    ) {
      self.number = number
      self.label = label
      self.subject = subject
      self.outcome = outcome
      self.amount = amount
      self.monthly = monthly
      self.payable = payable
      self.granted = granted
      self.other = other
      self.isReceived = isReceived
      self.until = until
      self.notice = notice
    }
  }

  package init(on: CivilDate?, doubts: [ResultDoubt] = [], lines: [Line]) {
    self.on = on
    self.doubts = doubts
    self.lines = lines
  }
}
