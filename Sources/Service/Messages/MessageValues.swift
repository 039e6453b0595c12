package import Core
package import Office

/// What a message tells beside its words. They are stored; words are made of them when it is read.
package struct MessageValues: Sendable, Equatable {
  package var benefit: Bilingual?
  package var amount: Money?
  package var date: CivilDate?
  package var reason: Bilingual?
  package var days: Int64?
  package var moment: Moment?
  /// What a browser calls itself, in a few words.
  package var device: String?

  package init(
    benefit: Bilingual? = nil, amount: Money? = nil, date: CivilDate? = nil,
    reason: Bilingual? = nil, days: Int64? = nil, moment: Moment? = nil, device: String? = nil
  ) {
    self.benefit = benefit
    self.amount = amount
    self.date = date
    self.reason = reason
    self.days = days
    self.moment = moment
    self.device = device
  }

  /// Stands where a value is not known.
  static let unknown = Bilingual(zh: "（无记录）", en: "(not recorded)")

  /// The words for a place; `nil` where there is no such value.
  func words(for place: Place, case number: CaseNumber?) -> Bilingual? {
    switch place {
    case .case: number.map { Bilingual($0.text) }
    case .benefit: benefit
    case .amount: amount.map { Bilingual(zh: "\($0) 元", en: "CNY \($0)") }
    case .date: date.map { Bilingual("\($0)") }
    case .reason: reason
    case .days: days.map { Bilingual("\($0)") }
    case .moment: moment.map { Bilingual($0.text) }
    case .device: device.map { Bilingual($0) }
    }
  }

  /// The places that have a value.
  func given(case number: CaseNumber?) -> Set<Place> {
    Set(Place.allCases.filter { words(for: $0, case: number) != nil })
  }
}
