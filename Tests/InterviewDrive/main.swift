import Core
import Cryptography
import Explain
import Facts
import Foundation
import Questionnaire
import Registry
import Synthesis
import TestSupport
import Vocabulary
import Workbench

// interview-drive HOME COUNT [SEED]: asks so many workers of a synthetic town, everything in the order
// of the vocabulary and then what still matters. Prints how many questions each took, by the middle of
// all and at the ends; ends with 1 where the answers lead to another result, where anybody is asked
// more, or where less than 60 in 100 questions are saved in the middle.
let words = CommandLine.arguments
guard words.count >= 3, let count = Int(words[2]) else {
  print("interview-drive HOME COUNT [SEED]")
  exit(2)
}
let seed = words.count > 3 ? UInt64(words[3]) ?? 1 : 1
let bench = try Workbench(Home(at: words[1], namedBy: "HOME")).sound()
let folder = FileManager.default.temporaryDirectory.appending(
  path: "gongjiang-\(UUID().uuidString)")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }
let registry = try Registry.open(
  at: folder.appending(path: "town.db").path,
  keyFile: KeyFile(path: folder.appending(path: "town.key").path), vocabulary: bench.vocabulary)
let town = try Town(workers: 20_000, seed: seed, vocabulary: bench.vocabulary)
_ = try RegistrySynthesis(of: town, into: registry).run()

let engine = ExplainEngine(plans: bench.plans)
let interview = Interview(bench.vocabulary, engine)
var comparison = ComparedWalks()
let person = bench.vocabulary.typeIndex("person")
var random = SeededGenerator(seed: seed)
let chosen = Set((0..<town.workers).shuffled(using: &random).prefix(count))
var place = 0
try registry.eachBatch(on: Town.until) { batch in
  for id in batch.parties {
    guard let record = batch.facts.party(id), record.type == person else { continue }
    defer { place += 1 }
    guard chosen.contains(place) else { continue }
    let respondent = Respondent(facts: batch.facts, person: record)
    comparison.add(
      id, Walk.everything(interview, respondent), Walk.shortest(interview, respondent),
      { $0.result(interview, engine, on: Town.until) })
  }
}
comparison.print()
exit(comparison.isFine ? 0 : 1)
