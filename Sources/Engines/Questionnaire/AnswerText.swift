package import Core
import Vocabulary

/// Reads what somebody wrote as the answer to a question.
package struct AnswerText: Sendable {
  let form: Step.Form

  package init(_ form: Step.Form) { self.form = form }

  /// What is wrong with an answer, in words for who gave it.
  package struct Mistake: Error {
    package let message: Bilingual

    package init(_ zh: String, _ en: String) { message = Bilingual(zh: zh, en: en) }
  }

  /// An answer in one text: a date as `2019-5-3` or `2019年5月3日`, several choices between commas.
  package func answer(_ text: String) throws(Mistake) -> Answer {
    let text = AnswerText.tidied(text)
    switch form {
    case .yesOrNo: return try chosen(text, among: ["true", "false"])
    case .choices(let values): return try chosen(text, among: values.map(\.id))
    case .several(let options):
      let given = text.split { " ,，、".contains($0) }.map(String.init)
      return try several(given, among: options.map(\.id))
    case .number(let range, let scale, _): return try number(text, range, scale)
    case .text: return try written(text)
    case .occupation: return try occupation(text)
    case .region: return try region(text)
    case .date:
      let parts = AnswerText.parts(text)
      guard parts.count == 3 else { throw AnswerText.noDate }
      return try date(year: parts[0], month: parts[1], day: parts[2])
    case .month:
      let parts = AnswerText.parts(text)
      guard parts.count == 2 else { throw AnswerText.noMonth }
      return try month(year: parts[0], month: parts[1])
    }
  }

  /// Several choices.
  package func several(_ given: [String], among ids: [String]) throws(Mistake) -> Answer {
    let known = ids.filter { given.contains($0) }
    guard !known.isEmpty else { throw Mistake("请至少选择一项。", "Choose at least one.") }
    return .several(known)
  }

  private func chosen(_ text: String, among ids: [String]) throws(Mistake) -> Answer {
    guard ids.contains(text) else { throw Mistake("请选择一项。", "Choose one.") }
    return .value(text)
  }

  private func number(
    _ text: String, _ range: ClosedRange<Decimal128>, _ scale: Int
  ) throws(Mistake) -> Answer {
    let digits = text.filter { $0 != "," }
    guard let number = Decimal128(digits), !digits.contains(where: { "eE".contains($0) }) else {
      throw Mistake("请填写数字，例如 1200。", "Enter a number, for example 1200.")
    }
    guard range.contains(number) else {
      throw Mistake(
        "应在 \(range.lowerBound) 到 \(range.upperBound) 之间。",
        "Enter a number from \(range.lowerBound) to \(range.upperBound).")
    }
    let places = number.description.split(separator: ".").dropFirst().first?.count ?? 0
    guard places <= scale else {
      throw scale == 0
        ? Mistake("请填写整数。", "Enter a whole number.")
        : Mistake("小数最多 \(scale) 位。", "At most \(scale) digits after the point.")
    }
    return .value(number.description)
  }

  private func written(_ text: String) throws(Mistake) -> Answer {
    guard !text.isEmpty else { throw Mistake("请填写。", "Enter an answer.") }
    guard text.count <= 200 else {
      throw Mistake("最多 200 个字。", "At most 200 characters.")
    }
    return .value(text)
  }

  private func occupation(_ text: String) throws(Mistake) -> Answer {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [1, 2, 2, 2], parts.allSatisfy(AnswerText.isDigits) else {
      throw Mistake(
        "职业代码是四段数字，例如 6-18-01-01。",
        "An occupation code has four groups of digits, for example 6-18-01-01.")
    }
    return .value(text)
  }

  private func region(_ text: String) throws(Mistake) -> Answer {
    guard text.utf8.count == 6, AnswerText.isDigits(text[...]) else {
      throw Mistake("请选择一个地区。", "Choose a region.")
    }
    return .value(text)
  }

  static func isDigits(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
