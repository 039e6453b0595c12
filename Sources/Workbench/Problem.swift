package import Core

/// Why work cannot begin, in words for the person who asked for it: something is missing or is not
/// what it should be, and what to do next. Faults inside a text are `Diagnostic`s instead.
package struct Problem: Error, Sendable {
  package let message: Bilingual
  package let advice: Bilingual

  package init(_ message: Bilingual, advice: Bilingual) {
    self.message = message
    self.advice = advice
  }
}
