/// An organisation of a town, before it becomes records.
struct Organisation: Sendable {
  enum Kind: String, Sendable {
    case enterprise, school, union, association, government
    case institution = "training-institution"

    var suffix: String {
      switch self {
      case .enterprise: "厂"
      case .institution: "培训学校"
      case .school: "技工学校"
      case .union: "工会"
      case .association: "协会"
      case .government: "服务中心"
      }
    }
  }

  let index: Int
  let kind: Kind
  /// Position in `Places.all`.
  let place: Int
  let industry: String
  /// Indexes of the workers whose present or last employer this is; none but an enterprise's.
  var workers: Range<Int> = 0..<0

  var id: String { Organisation.id(index) }
  var region: String { Places.all[place].code }

  static func id(_ index: Int) -> String { "E" + Numbers.padded(index + 1, 6) }
  /// Stands in its name and in the ids of its records.
  var number: Int { index + 1 }

  private static let kinds = Choice<Kind>([
    (.enterprise, 920), (.institution, 30), (.school, 15), (.union, 10), (.association, 15),
    (.government, 10),
  ])

  /// The first is an enterprise and the second a training institution, in the smallest town too.
  init(_ index: Int, seed: UInt64) {
    var draw = Draw(seed: seed, .organisation, index)
    self.index = index
    let drawn = draw.pick(Organisation.kinds)
    kind = index == 0 ? .enterprise : index == 1 ? .institution : drawn
    place = draw.pick(Places.choice)
    industry = draw.pick(Trades.industries)
  }

  /// How large it is beside the others: most are small, a few have a hundredfold.
  static func weight(_ index: Int, seed: UInt64) -> Int {
    var draw = Draw(seed: seed, .size, index)
    var weight = draw.among(2...5)
    while weight < 600, draw.chance(4000) { weight *= 2 }
    return weight
  }
}
