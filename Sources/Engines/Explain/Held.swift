import Core
import Determination
import FEEL
import Vocabulary

/// What evaluating a plan node gives: a value, records, or the knowledge that it is unknown.
enum Held {
  /// A known value; `.null` without a reason is *known to be none*.
  case value(Value)
  case record(RecordReference)
  /// Records known to belong, and why there may be more.
  case records([RecordReference], doubt: Doubt?)
  case unknown(Unknown)

  /// Records of which nobody knows whether they belong.
  struct Doubt {
    /// Those on record, each with what is missing to say.
    var maybe: [(record: RecordReference, unknown: Unknown)] = []
    /// Why there may be any number that are not on record.
    var open: Unknown?

    /// Everything that is missing.
    var unknown: Unknown { maybe.reduce(open ?? Unknown()) { $0.union($1.unknown) } }

    /// Nothing where there is no doubt.
    var orNil: Doubt? { maybe.isEmpty && open == nil ? nil : self }
  }

  static let yes = Held.value(.boolean(true))
  static let no = Held.value(.boolean(false))

  /// A value from a value operation: a null with a reason is a defect of the rule, not "none".
  static func settled(_ value: Value) -> Held {
    if case .null(let reason?) = value { return .unknown(Unknown(defect: reason)) }
    return .value(value)
  }

  /// The truth of a condition: `nil` while unknown. *None* is not true.
  var truth: Bool? {
    switch self {
    case .value(.boolean(let truth)): truth
    case .value, .record, .records: false
    case .unknown: nil
    }
  }

  var unknown: Unknown? {
    if case .unknown(let unknown) = self { unknown } else { nil }
  }
}

/// A party or a record of the facts, or one that is not there.
enum RecordReference: Hashable {
  /// Position in `FactBase.records`.
  case record(Int)
  /// Position in `FactBase.parties`.
  case party(Int)
  /// A party or record that a fact names and nobody describes; the type it would have, and its id.
  case absent(type: Int, id: String)
  /// A record nobody knows of, of which only the open field is supposed: an insurance spell of a
  /// scheme without any record, and whose it would be.
  case supposed(type: Int, field: Int, String, party: String)
  /// What a party's records of a type say for a year, each by its name.
  case ofYear(YearlyRecords)
  /// Rare and large; in line it would make every reference as large.
  indirect case child(ChildRecord)
}

/// Why something is unknown: facts that are missing, and defects of the rule itself.
struct Unknown {
  var needs: Set<Need>
  var defects: [NullReason]

  init(needs: Set<Need> = [], defects: [NullReason] = []) {
    self.needs = needs
    self.defects = defects
  }

  init(_ need: Need) { self.init(needs: [need]) }

  init(defect: NullReason) { self.init(defects: [defect]) }

  mutating func formUnion(_ other: Unknown?) {
    guard let other else { return }
    needs.formUnion(other.needs)
    defects += other.defects.filter { !defects.contains($0) }
  }

  func union(_ other: Unknown?) -> Unknown {
    var both = self
    both.formUnion(other)
    return both
  }
}

extension NullReason {
  /// The words of a defect with its code, for people who will look it up.
  var coded: Bilingual {
    Bilingual(zh: "\(message.zh)（\(code)）", en: "\(message.en) (\(code))")
  }

  /// A parameter was asked about a day before its first value or after its last.
  static func noValue(of parameter: String, on day: String) -> NullReason {
    NullReason(
      "PLN-R01",
      Bilingual(
        zh: "参数“\(parameter)”在 \(day) 没有取值",
        en: "the parameter “\(parameter)” has no value on \(day)"))
  }

  /// Several records of one name and year say different things.
  static func severalValues(of name: Bilingual, year: Int) -> NullReason {
    NullReason(
      "PLN-R07",
      Bilingual(
        zh: "\(year) 年的“\(name.zh)”有几条记录，而且不一致",
        en: "several records say different things about “\(name.en)” in \(year)"))
  }

  /// An item that is worth none at all, not even 0.
  static func noPoints(_ item: String, at range: SourceRange) -> NullReason {
    NullReason(
      "PLN-R09",
      Bilingual(zh: "评分项“\(item)”没有算出分数", en: "the item “\(item)” gives no points"),
      at: range)
  }

  /// A deduction that would add points.
  static func gain(of item: String, at range: SourceRange) -> NullReason {
    NullReason(
      "PLN-R08",
      Bilingual(zh: "扣分项“\(item)”算出的是加分", en: "the deduction “\(item)” would add points"),
      at: range)
  }

  /// A function of a date was asked about none.
  static func noDate(at range: SourceRange) -> NullReason {
    NullReason(
      "PLN-R06",
      Bilingual(zh: "这里要一个日期，却是“无”", en: "a date is needed here, and there is none"),
      at: range)
  }
}
