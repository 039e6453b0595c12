import Core
import Explain
import FactsSupport
import Foundation
import PolicyDocument
import PolicyPlan
import TestSupport

// needs-drive [--every-sheet] COUNT [FIRST [NAME]]: so many random worlds of each of the five places, from
// that seed on; every scenario file; and as many of these with less told as there are random worlds. With
// a name only worlds whose names begin with it; of score sheets one in ten, or each. Prints what was
// looked at and what is wrong; ends with 1 where anything is.
let everySheet = CommandLine.arguments.contains("--every-sheet") ? 1 : 10
let words = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }
let numbers = words.compactMap { Int($0) }
let (count, first) = (numbers.first ?? 20, numbers.dropFirst().first ?? 0)
let wanted = words.dropFirst(2).first ?? ""
guard let vocabulary = ProjectFiles.vocabulary else { fatalError("no vocabulary") }
let documents = try ProjectFiles.names(in: "Policies", suffix: ".md").compactMap { name in
  PolicyDocument.read(try ProjectFiles.source(name)).document
}
let plans = documents.compactMap { Plan.compile($0, vocabulary, beside: documents).plan }
let engine = ExplainEngine(plans: plans)

/// Looks at one open case of a world, or at all of them.
func look(
  at world: RandomFacts.World, _ name: String, all: Bool = false, _ check: inout NeedsCheck,
  _ random: inout RandomFacts
) {
  guard name.hasPrefix(wanted) else { return }
  let open = OpenCase.all(world, engine, vocabulary, name)
  for one in all || open.isEmpty ? open : [open[random.index(below: open.count)]] {
    check.check(one, world, &random)
  }
}

var drawn = NeedsCheck(engine, vocabulary, everySheet: everySheet)
for place in RandomPlace.all {
  for seed in first..<(first + count) {
    var random = RandomFacts(seed: UInt64(seed), vocabulary, in: place)
    var world = random.make(knowing: [90, 95, 98][seed % 3])
    world.askWhatClaimsAre(vocabulary)
    look(at: world, "\(place.description) \(seed)", &drawn, &random)
  }
}
drawn.tell("random worlds", of: 5 * count)

var written = NeedsCheck(engine, vocabulary, everySheet: everySheet)
let scenarios = try ScenarioWorlds.all(vocabulary)
for one in scenarios {
  var random = RandomFacts(seed: 0, vocabulary, in: one.place)
  look(at: one.world, one.name, all: true, &written, &random)
}
written.tell("scenarios", of: scenarios.count)

var partial = NeedsCheck(engine, vocabulary, everySheet: everySheet)
for seed in (5 * first)..<(5 * (first + count)) {
  let one = scenarios[(seed &* 7) % scenarios.count]
  var random = RandomFacts(seed: UInt64(seed), vocabulary, in: one.place)
  let world = one.world.part(vocabulary, &random)
  look(at: world, "\(one.name) part \(seed)", all: false, &partial, &random)
}
partial.tell("scenarios with less told", of: 5 * count)

exit(drawn.isFine && written.isFine && partial.isFine ? 0 : 1)
