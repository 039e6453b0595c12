import Core
import FEEL
import Vocabulary

/// Records of a year by their names, and the highest of each key.
extension Lowering {
  /// `年度(指标, 认定日.year)`: what the party's records of a type say for a year, each by its name.
  mutating func lowerYear(_ arguments: [NodeID], _ range: SourceRange) -> NodeID? {
    let type: Int? =
      switch nodes[arguments[0]].operation {
      case .records(let type), .recordsOf(let type, _): type
      default: nil
      }
    guard let type, let view = vocabulary.yearlyView(ofType: type) else {
      refuse(
        "PLN014", nodes[arguments[0]].range,
        Bilingual(
          zh: "“年度”的第一个参数要是按名称、年度登记的记录，例如 指标",
          en: "the first argument of “ofYear” must be records by name and year, as indicator"),
        Bilingual(
          zh: "写成 年度(指标, 认定日.year)；筛选过的列表不行。",
          en: "Write ofYear(indicator, determinationDate.year); a filtered list will not do."))
      return nil
    }
    return add(.policyFunction(.ofYear, arguments), .record(view), range)
  }

  /// `就高合计(荣誉.劳动者, 荣誉.级别分)`: both arguments must come from one list, record by record.
  mutating func lowerSumOfHighest(_ arguments: [NodeID], _ range: SourceRange) -> NodeID? {
    guard case .map(let keys, let loop) = nodes[arguments[0]].operation,
      case .map(let values, _) = nodes[arguments[1]].operation, isSame(keys, values)
    else {
      refuse(
        "PLN015", range,
        Bilingual(
          zh: "“就高合计”的两个参数要取自同一个记录列表",
          en: "the two arguments of “sumOfHighest” must be taken from one list of records"),
        Bilingual(
          zh: "例如 就高合计(当年.领军荣誉.劳动者, 当年.领军荣誉.荣誉分)。",
          en: "For example sumOfHighest(year.honours.person, year.honours.points)."))
      return nil
    }
    // Who is meant is known by the id, also where nobody describes that party.
    var key = arguments[0]
    if case .follow(let field, let record) = nodes[loop.body].operation {
      let place = nodes[loop.body].range
      let id = add(.field(field, of: record), .string, place)
      let loop = Loop(body: id, depth: loop.depth, testsOpenField: loop.testsOpenField)
      key = add(.map(keys, loop), .list(.string), place)
    }
    return add(.policyFunction(.sumOfHighest, [key, arguments[1]]), .number, range)
  }

  /// Whether two nodes are one expression written twice.
  private func isSame(_ one: NodeID, _ other: NodeID) -> Bool {
    if one == other { return true }
    switch (nodes[one].operation, nodes[other].operation) {
    case (.subject, .subject), (.party, .party), (.determinationDate, .determinationDate):
      return true
    case (.records(let left), .records(let right)): return left == right
    case (.element(let left), .element(let right)): return left == right
    case (.assumption(let left), .assumption(let right)): return left == right
    case (.definition(_, let left), .definition(_, let right)): return left == right
    case (.constant(let left), .constant(let right)):
      return left.literalText == right.literalText
    case (.recordsOf(let left, let one), .recordsOf(let right, let other)):
      return left == right && isSame(one, other)
    case (.field(let left, let one), .field(let right, let other)),
      (.follow(let left, let one), .follow(let right, let other)):
      return left == right && isSame(one, other)
    case (.dateMember(let left, let one), .dateMember(let right, let other)):
      return left == right && isSame(one, other)
    case (.comparison(let left, let one, let two), .comparison(let right, let three, let four)):
      return left == right && isSame(one, three) && isSame(two, four)
    case (.filter(let one, let left), .filter(let other, let right)):
      return isSame(one, other) && isSame(left.body, right.body)
    case (.policyFunction(let left, let some), .policyFunction(let right, let others)):
      return left == right && zip(some, others).allSatisfy { isSame($0, $1) }
    default: return false
    }
  }
}
