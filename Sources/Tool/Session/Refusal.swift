import Core

/// The system does not let a command do its work: a port in use, a file that may not be written.
struct Refusal: Error {
  let message: Bilingual
  let advice: Bilingual

  init(_ message: Bilingual, advice: Bilingual) {
    self.message = message
    self.advice = advice
  }
}
