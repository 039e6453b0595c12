import Core
import FEEL

extension ColumnScale {
  /// A value of a set that is easy to read.
  static func example(of set: ValueSet, in column: BandTable.Column) -> Bilingual {
    let scale = ColumnScale(column, [], [set])
    guard let span = scale.spans(set, null: false).first else {
      return Bilingual(zh: "任意", en: "anything")
    }
    return scale.example(of: scale.part(span.low, span.high))
  }

  /// A value of the part that is easy to read: a bound that belongs to it, else a number between
  /// with few digits.
  func example(of part: Part) -> Bilingual {
    switch part {
    case .null: return Bilingual(zh: "空", en: "null")
    case .words(let words, let others):
      if let word = words.first { return text(ofWord: word) }
      return others?.isEmpty == false
        ? Bilingual(zh: "其他", en: "any other") : Bilingual(zh: "任意", en: "anything")
    case .interval(let from, let to): return text(of: value(from, to))
    }
  }

  /// What the part holds: “20 到 49”, “省级、市级”.
  func words(of part: Part) -> Bilingual {
    switch part {
    case .null: return Bilingual(zh: "空", en: "null")
    case .words(let words, let others):
      var names = words.map(text(ofWord:))
      if let others {
        let list = others.filter { !words.contains($0) }.map(text(ofWord:))
        if list.isEmpty { return Bilingual(zh: "任意", en: "anything") }
        names.append(
          Bilingual(
            zh: "\(list.map(\.zh).joined(separator: "、"))以外的",
            en: "anything but \(list.map(\.en).joined(separator: ", "))"))
      }
      return Bilingual(
        zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    case .interval(let from, let to): return words(from, to)
    }
  }

  private func words(_ from: Cut, _ to: Cut) -> Bilingual {
    let low = edge(from, isLow: true)
    let high = edge(to, isLow: false)
    switch (low, high) {
    case (nil, nil): return Bilingual(zh: "任意", en: "anything")
    case (let low?, nil):
      let text = text(of: low.value)
      return low.isIn
        ? Bilingual(zh: "\(text.zh) 及以上", en: "\(text.en) or more")
        : Bilingual(zh: "大于 \(text.zh)", en: "more than \(text.en)")
    case (nil, let high?):
      let text = text(of: high.value)
      return high.isIn
        ? Bilingual(zh: "\(text.zh) 及以下", en: "\(text.en) or less")
        : Bilingual(zh: "小于 \(text.zh)", en: "less than \(text.en)")
    case (let low?, let high?):
      let (first, last) = (text(of: low.value), text(of: high.value))
      if low.value == high.value { return first }
      return Bilingual(
        zh: "\(first.zh)\(low.isIn ? "" : "（不含）") 到 \(last.zh)\(high.isIn ? "" : "（不含）")",
        en: "\(low.isIn ? "" : "more than ")\(first.en) to \(high.isIn ? "" : "below ")\(last.en)")
    }
  }

  /// The value at an edge and whether it belongs to the part; `nil` at an end of the scale.
  ///
  /// A cut between two neighbours of a grid is told by the one that is shorter to write: “up to 49”
  /// and not “below 50”, but “above 1000” and not “from 1000.000001”.
  private func edge(_ cut: Cut, isLow: Bool) -> (value: Decimal128, isIn: Bool)? {
    switch cut {
    case .start, .end: return nil
    case .before(let value):
      guard let last = column.measure.grid?.value(before: value) else { return (value, isLow) }
      if isLow { return last.digits < value.digits ? (last, false) : (value, true) }
      return last.digits <= value.digits ? (last, true) : (value, false)
    case .after(let value): return (value, !isLow)
    }
  }

  private func value(_ from: Cut, _ to: Cut) -> Decimal128 {
    let low = edge(from, isLow: true)
    let high = edge(to, isLow: false)
    if let start = column.start, column.measure == .date,
      from < .before(start), .after(start) < to
    {
      return start
    }
    if let low, low.isIn { return low.value }
    guard let low else {
      guard let high else { return .zero }
      return high.isIn ? high.value : high.value.subtracting(.one) ?? high.value
    }
    for digits in 0...34 {
      let unit = Decimal128(units: 1, scale: digits)
      guard let next = low.value.rounded(scale: digits, .floor)?.adding(unit) else { break }
      guard let high else { return next }
      if next < high.value || (high.isIn && next == high.value) { return next }
    }
    return low.value
  }

  /// A value of the column as people write it.
  func text(of position: Decimal128) -> Bilingual {
    switch column.measure {
    case .date, .month:
      guard let day = position.integer else { return Bilingual("\(position)") }
      let date = CivilDate(dayNumber: day)
      return Bilingual(column.measure == .month ? date.monthText : date.description)
    case .yearMonthDuration:
      return Bilingual(zh: "\(position) 个月", en: "\(position) months")
    case .dayTimeDuration:
      return position.integer.map {
        Bilingual("\(DayTimeDuration(nanoseconds: Int128($0)))")
      } ?? Bilingual("\(position)")
    default:
      let text = position.shortest.description
      return column.words[text] ?? Bilingual(text)
    }
  }

  func text(ofWord word: String) -> Bilingual {
    if column.measure == .boolean {
      return word == "true" ? Bilingual(zh: "是", en: "yes") : Bilingual(zh: "否", en: "no")
    }
    return column.words[word] ?? Bilingual("“\(word)”")
  }
}

extension Decimal128 {
  /// The same number without zeros at the end.
  fileprivate var shortest: Decimal128 {
    (0...34).lazy.compactMap { rounded(scale: $0, .floor) }.first { $0 == self } ?? self
  }

  /// How many digits it takes behind the point.
  fileprivate var digits: Int {
    let text = shortest.description
    return text.firstIndex(of: ".").map { text[$0...].dropFirst().count } ?? 0
  }
}
