/// What the statistics ask about one person, worked out record by record in any order.
struct Person {
  /// Whether it is so, going by what is known.
  enum Certainty: UInt8, Sendable { case no, maybe, yes }

  /// Whether the party is a person that the registry knows.
  var isThere = false
  /// Whether the person works as a technical worker or engineer on the day.
  private(set) var isTechnical = Certainty.no
  /// Whether the registry knows of any employment, or that there is none.
  var isEmploymentKnown = false
  /// Own region; −1 while unknown. Positions in a list of regions.
  var home: Int32 = -1
  /// Region of the employer of `since`; −1 while unknown.
  private(set) var work: Int32 = -1
  /// The day the main job began.
  private var since = Int32.min
  private var job = (id: "", employer: "")

  /// The best level that is certain, 6 for none, and the best one that is possible.
  private var certainLevel: UInt8 = Person.uncertified
  private var possibleLevel: UInt8 = Person.uncertified
  var hasTitle = Certainty.no

  /// Sum of the wages of the year, in millionths of a yuan.
  private(set) var wage: Int64 = 0
  private var isWageKnown = Certainty.no

  static let uncertified: UInt8 = 6

  /// A job that covers the day, or may.
  ///
  /// Of several, the one that began last says the region; of those that began together, the one
  /// with the lowest id.
  mutating func add(
    job: (id: String, employer: String), _ certainty: Certainty, since day: Int32, region: Int32
  ) {
    isEmploymentKnown = true
    if certainty.rawValue > isTechnical.rawValue { isTechnical = certainty }
    guard certainty == .yes, day > since || (day == since && job < self.job) else { return }
    since = day
    self.job = job
    work = region
  }

  /// A certificate; `level` is `nil` when nobody has told it.
  mutating func add(certificate certainty: Certainty, level: UInt8?) {
    guard certainty != .no else { return }
    possibleLevel = min(possibleLevel, level ?? 1)
    if certainty == .yes, let level { certainLevel = min(certainLevel, level) }
  }

  /// A wage of the year; `nil` when its amount is not known.
  mutating func add(wage amount: Int64?) {
    guard let amount, isWageKnown != .maybe else {
      isWageKnown = .maybe
      return
    }
    isWageKnown = .yes
    wage += amount
  }

  var hasWage: Bool { isWageKnown == .yes }

  /// 1 … 5, 6 for none; `nil` when it is not certain.
  var level: UInt8? { certainLevel == possibleLevel ? certainLevel : nil }

  /// Level 3 or above, or a professional title.
  var isHighSkilled: Certainty {
    if certainLevel <= 3 || hasTitle == .yes { return .yes }
    return possibleLevel <= 3 || hasTitle == .maybe ? .maybe : .no
  }

  /// Whether the person is high-skilled by a title alone.
  var isTitledOnly: Bool { hasTitle == .yes && possibleLevel > 3 }

  /// Where the person counts.
  var region: Int32 { work >= 0 ? work : home }
}
