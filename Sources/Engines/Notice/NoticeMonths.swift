package import Core
import Determination

/// The months that a monthly benefit pays for; the subtotals add up to the total.
package struct NoticeMonths: Sendable, Equatable {
  /// Months in a row at one rate.
  package struct Span: Sendable, Equatable {
    /// First days of the first and the last month.
    package let from: CivilDate
    package let to: CivilDate
    package let months: Int
    package let rate: Money
    /// Months times rate.
    package let subtotal: Money
  }

  package let spans: [Span]
  package let months: Int
  package let total: Money

  /// - Parameters:
  ///   - monthly: the months that are paid.
  ///   - amount: what they come to.
  ///   - benefit: for the message.
  /// - Throws: `NoticeProblem.sumsDisagree` when they do not.
  init(_ monthly: Monthly, amount: Money, benefit: Bilingual) throws(NoticeProblem) {
    var spans: [Span] = []
    var total = Money.zero
    for span in monthly.spans {
      let months = span.to.monthNumber - span.from.monthNumber + 1
      let (fen, isTooMuch) = span.rate.fen.multipliedReportingOverflow(by: Int64(months))
      guard !isTooMuch, let sum = total.adding(Money(fen: fen)) else {
        throw .sumsDisagree(benefit: benefit)
      }
      spans.append(
        Span(
          from: span.from, to: span.to, months: months, rate: span.rate,
          subtotal: Money(fen: fen)))
      total = sum
    }
    let months = spans.reduce(0) { $0 + $1.months }
    guard total == amount, months == monthly.months else {
      throw .sumsDisagree(benefit: benefit)
    }
    self.spans = spans
    self.months = months
    self.total = total
  }
}
