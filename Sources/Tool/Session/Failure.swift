import Core

/// Why a command could not do its work, in words for the person who gave it: what is wrong, and
/// what to do next.
struct Failure: Error {
  let status: ExitStatus
  let message: Bilingual
  let advice: Bilingual

  init(_ status: ExitStatus, _ message: Bilingual, advice: Bilingual) {
    self.status = status
    self.message = message
    self.advice = advice
  }
}
