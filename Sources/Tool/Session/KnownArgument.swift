import Core
import Registry
import Workbench

extension Registry {
  /// The change as of which `--known` asks for the registry: one by its number, or the last by a
  /// moment.
  ///
  /// - Parameters:
  ///   - arguments: of a command that has the option.
  ///   - option: `--known`, or the like of it for another side.
  /// - Returns: `nil` when the option was not given.
  /// - Throws: `UsageError.notAChange` for what is neither; `Problem` when there is no such change;
  ///   `StoreError`.
  func known(_ arguments: Arguments, _ option: Option = .known) throws -> Change? {
    guard let text = arguments[option] else { return nil }
    let change: Change?
    if let number = Int64(text) {
      change = try self.change(number)
    } else if let moment = Registry.end(ofMoment: text) {
      change = try self.change(by: moment)
    } else {
      throw UsageError.notAChange(text, option)
    }
    guard let change else { throw try unknown(text) }
    return change
  }

  private func unknown(_ text: String) throws -> Problem {
    let see = Bilingual(
      zh: "请用 gongjiang changes 查看有哪些变更。", en: "See the changes with gongjiang changes.")
    guard Int64(text) == nil else {
      return Problem(
        Bilingual(zh: "登记库里没有变更 \(text)", en: "the registry has no change \(text)"), advice: see)
    }
    let first = try changes(limit: 1).first
    return Problem(
      Bilingual(
        zh: "到 \(text) 为止登记库里还什么都没有" + (first.map { "，第一次变更在 \($0.clock)" } ?? ""),
        en: "by \(text) nothing was on record yet"
          + (first.map { "; the first change came on \($0.clock)" } ?? "")),
      advice: see)
  }

  /// The end of a day, a second or a shorter moment on the clock of this machine, or of the zone
  /// that is named, in microseconds since 1970-01-01T00:00:00Z; `nil` for another text.
  private static func end(ofMoment text: String) -> Int64? {
    let here = DateTime.now.time.zone
    if let day = CivilDate(text), let next = CivilDate(validDayNumber: day.dayNumber + 1) {
      return microseconds(DateTime(next, TimeOfDay(nanoseconds: 0, zone: here))).map { $0 - 1 }
    }
    // Pages and lists write a blank where ISO 8601 has a T.
    let parts = text.split(separator: " ", maxSplits: 1)
    guard let written = DateTime(parts.joined(separator: "T")) else { return nil }
    let time = TimeOfDay(nanoseconds: written.time.nanoseconds, zone: written.time.zone ?? here)
    let isWhole = written.time.nanosecond == 0 && !text.contains(".")
    return microseconds(DateTime(written.date, time)).map { $0 + (isWhole ? 999_999 : 0) }
  }

  private static func microseconds(_ moment: DateTime) -> Int64? {
    moment.instant.flatMap { Int64(exactly: $0 / 1000) }
  }
}

extension Arguments {
  /// The number of a change that an option gives, where it was given.
  func changeNumber(_ option: Option) throws(UsageError) -> Int64? {
    guard let text = self[option] else { return nil }
    guard let number = Int64(text), number >= 0 else { throw .notANumber(text, option) }
    return number
  }
}

extension Option {
  static let known = Option(
    "known", takes: ArgumentValue(Bilingual(zh: "变更号|时间", en: "N|MOMENT"), .text),
    Bilingual(
      zh: "按那时所知：这次变更之后，或到某一天、某一刻为止，如 2026-11-20",
      en: "as it was known after this change, or by a day or moment such as 2026-11-20"))
}
