import Core
import HTTP
import Vocabulary

/// Reads the answer to a step out of a form.
struct AnswerReader {
  let step: Step

  /// What is wrong with an answer, in words for who gave it.
  struct Mistake: Error {
    let message: Bilingual

    init(_ zh: String, _ en: String) { message = Bilingual(zh: zh, en: en) }
  }

  func answer(_ form: FormFields) throws(Mistake) -> Answer {
    if let escape = escape(form) { return escape.answer }
    let text = form["value"].map(Self.tidied) ?? ""
    switch step.form {
    case .yesOrNo: return try chosen(text, among: ["true", "false"])
    case .choices(let values): return try chosen(text, among: values.map(\.id))
    case .several(let options): return try several(form.all("value"), among: options.map(\.id))
    case .number(let range, let scale, let unit):
      return try number(text, range, scale, unit)
    case .text: return try written(text)
    case .occupation: return try occupation(text)
    case .region:
      guard text.utf8.count == 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw Mistake("请选择一个地区。", "Choose a region.")
      }
      return .value(text)
    case .date: return try date(form)
    case .month: return try month(form)
    }
  }

  /// A button beside the form, or a radio button among its choices.
  private func escape(_ form: FormFields) -> Step.Escape? {
    step.escapes.first { $0.rawValue == form["escape"] }
      ?? step.escapes.first { $0.rawValue == form["value"] && step.isChoice }
  }

  private func chosen(_ text: String, among ids: [String]) throws(Mistake) -> Answer {
    guard ids.contains(text) else { throw Mistake("请选择一项。", "Choose one.") }
    return .value(text)
  }

  private func several(_ given: [String], among ids: [String]) throws(Mistake) -> Answer {
    let known = ids.filter { given.contains($0) }
    guard !known.isEmpty else { throw Mistake("请至少选择一项。", "Choose at least one.") }
    return .several(known)
  }

  private func number(
    _ text: String, _ range: ClosedRange<Decimal128>, _ scale: Int, _ unit: Bilingual?
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
    guard parts.map(\.utf8.count) == [1, 2, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else {
      throw Mistake(
        "职业代码是四段数字，例如 6-18-01-01。",
        "An occupation code has four groups of digits, for example 6-18-01-01.")
    }
    return .value(text)
  }

  /// Without blanks at the ends, and with full-width digits and signs made half-width.
  static func tidied(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if (0xFF10...0xFF19).contains(scalar.value)
        || [0xFF0D, 0xFF0E, 0xFF0C].contains(scalar.value),
        let half = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        result.unicodeScalars.append(half)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    let start = result.drop { $0.isWhitespace }
    return String(start.dropLast(start.reversed().prefix { $0.isWhitespace }.count))
  }
}
