package import Core
import FEEL

/// How many places a quota has in a year, and by which reading: all that holds in the whole of the
/// document's region at the year's end.
extension Plan {
  /// What holds of a setting at the end of a year.
  package func value<Value>(_ setting: Setting<Value>, in year: Int) -> Value {
    guard let index = setting.assumption,
      let day = CivilDate(year: year, month: 12, day: 31)
    else { return setting.value(where: true) }
    let value = value(of: .assumption(index), on: day, in: region)
    return setting.value(where: value?.equals(.boolean(true)) ?? false)
  }

  /// The share of the population; `nil` where the figure has no value.
  package func share(of quota: Quota, in year: Int) -> Decimal128? {
    let value = CivilDate(year: year, month: 12, day: 31).flatMap {
      self.value(of: quota.share, on: $0, in: region)
    }
    if case .number(let number)? = value { return number }
    return nil
  }
}

extension Quota.Rounding {
  /// Whole places.
  ///
  /// - Parameters:
  ///   - share: of the population.
  ///   - count: how many the population is.
  /// - Returns: none where the share of so many is out of range.
  package func places(_ share: Decimal128, of count: Int) -> Int {
    share.multiplied(by: Decimal128(count))?
      .rounded(scale: 0, self == .down ? .floor : .halfUp)?.integer ?? 0
  }
}
