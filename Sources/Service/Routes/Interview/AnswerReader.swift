import HTTP
import Questionnaire

/// Reads the answer to a step out of a form.
struct AnswerReader {
  let step: Step

  func answer(_ form: FormFields) throws(AnswerText.Mistake) -> Answer {
    if let escape = escape(form) { return escape.answer }
    let text = AnswerText(step.form)
    switch step.form {
    case .several(let options):
      return try text.several(form.all("value"), among: options.map(\.id))
    case .date: return try text.date(year: form["year"], month: form["month"], day: form["day"])
    case .month: return try text.month(year: form["year"], month: form["month"])
    default: return try text.answer(form["value"] ?? "")
    }
  }

  /// A button beside the form, or a radio button among its choices.
  private func escape(_ form: FormFields) -> Step.Escape? {
    step.escapes.first { $0.rawValue == form["escape"] }
      ?? step.escapes.first { $0.rawValue == form["value"] && step.isChoice }
  }
}
