import Core
import Testing
import TestSupport
import Vocabulary

/// A party and records that no Swift code has heard of: the vocabulary is all there is to it.
@Suite("Another vocabulary")
struct OwnVocabularyTests {
  @Test("New parties and records need no code")
  func harbour() throws {
    let source = try ProjectFiles.source("Tests/Explain/Documents/harbour.yaml")
    let reading = Vocabulary.read([source])
    try #require(reading.problems.isEmpty)
    let scene = try Scene("harbour", vocabulary: reading.vocabulary)
    let facts = [
      "quay q1 region=330302", "quay q2 region=330302", "quay q3 region=331002",
      "call a @q1 on=2024-01-10 tonnes=1500 cargo=bulk",
      "call b @q1 on=2024-02-10 tonnes=900.01 cargo=bulk",
      "call c @q1 on=2025-01-10 tonnes=100 cargo=bulk",
      "call d @q1 on=2024-03-10 tonnes=100 cargo=boxes",
      "call e @q2 on=2024-01-10 tonnes=100 cargo=bulk",
      "call f @q3 on=2024-01-10 tonnes=100 cargo=bulk",
      "crew - @q1 from=2024-01-01 foreman=true",
    ]
    let answers = try scene.answers(facts, on: "2025-06-30")
    #expect(
      answers == [
        "a entitled 750.00", "b entitled 250.00", "c entitled 50.00", "d not-entitled",
        "e undetermined ? crew",
      ])
  }
}
