/// What is due, and what would change it for the better.
package struct Outlook: Sendable {
  package let report: Report
  /// The best first; `nil` where there are so many cases that not all that might was tried out.
  package let steps: [NextStep]?

  package init(_ report: Report, steps: [NextStep]?) {
    self.report = report
    self.steps = steps
  }

  /// The same of some benefits alone.
  ///
  /// - Parameter isWanted: whether a benefit, by its full id, is one of them.
  /// - Returns: the rest is left out.
  package func filtered(_ isWanted: (String) -> Bool) -> Outlook {
    Outlook(
      Report(
        on: report.on, determinations: report.determinations.filter { isWanted($0.benefit) }),
      steps: steps?.filter { isWanted($0.benefit) })
  }
}
