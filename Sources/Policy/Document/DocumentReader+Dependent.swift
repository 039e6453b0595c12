import Core
import YAMLText

/// Words and days that rest on an assumption.
extension DocumentReader {
  /// A word of a closed list, or `{ if: …, then: …, else: … }`.
  ///
  /// - Parameters:
  ///   - node: the value; absent it is `nil`.
  ///   - key: its key.
  /// - Returns: the word; `nil` after reporting.
  mutating func dependentWord<Word: RawRepresentable & CaseIterable & Sendable>(
    _ node: YAML?, _ key: String
  ) -> DependentWord<Word>? where Word.RawValue == String {
    guard let node else { return nil }
    guard node.entries != nil else {
      return word(node, key).map { DependentWord($0) }
    }
    let keys = ["if", "then", "else"]
    guard let fields = fields(of: node, name: key, allowed: keys, required: keys),
      let assumption = text(fields["if"], "if"),
      let then: Word = word(fields["then"], "then"),
      let otherwise: Word = word(fields["else"], "else")
    else { return nil }
    resting.append(assumption)
    return DependentWord(then, otherwise: (assumption, otherwise))
  }

  private mutating func word<Word: RawRepresentable & CaseIterable>(
    _ node: YAML?, _ key: String
  ) -> Word? where Word.RawValue == String {
    guard let node else { return nil }
    if let word = node.text.flatMap({ Word(rawValue: $0) }) { return word }
    report(wrongValue(key, node, .choice(Word.allCases.map(\.rawValue))), at: node.range)
    return nil
  }

  /// A day, or the name of the assumption that holds it.
  mutating func startDay(_ node: YAML?, _ key: String) -> StartDay? {
    guard let node else { return nil }
    if let day = node.text.flatMap({ CivilDate($0) }) { return StartDay(day: day, assumption: nil) }
    guard let name = node.text, name.isName else {
      report(wrongValue(key, node, .date), at: node.range)
      return nil
    }
    let cell = Cell(text: name, range: node.range)
    resting.append(cell)
    return StartDay(day: nil, assumption: cell)
  }

  /// Gives days that assumptions hold their values, once those are read.
  mutating func settleStartDays() {
    let start = settled(front?.start)
    front?.start = start
    for index in benefits.indices {
      let own = settled(benefits[index].start)
      benefits[index].start = own
    }
  }

  private mutating func settled(_ start: StartDay?) -> StartDay? {
    guard let name = start?.assumption,
      let assumption = assumptions.first(where: { $0.name.text == name.text })
    else { return start }
    let day = CivilDate(assumption.value.text)
    if day == nil {
      report(
        .wrongValue(key: "events-from", found: assumption.value.text, expected: .date),
        at: name.range)
    }
    return StartDay(day: day, assumption: name)
  }
}
