import Core
import Explain
import FactsSupport
import Foundation
import PolicyDocument
import PolicyPlan
import TestSupport

// needs-drive COUNT [FIRST]: so many random worlds of each place, from that seed on. Prints what was
// looked at and what is wrong; ends with 1 where anything is.
let numbers = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
let (count, first) = (numbers.first ?? 20, numbers.dropFirst().first ?? 0)
guard let vocabulary = ProjectFiles.vocabulary else { fatalError("no vocabulary") }
let documents = try ProjectFiles.names(in: "Policies", suffix: ".md").compactMap { name in
  PolicyDocument.read(try ProjectFiles.source(name)).document
}
let plans = documents.compactMap { Plan.compile($0, vocabulary, beside: documents).plan }
let engine = ExplainEngine(plans: plans)
var check = NeedsCheck(engine, vocabulary)
for place in RandomPlace.all {
  for seed in first..<(first + count) {
    var random = RandomFacts(seed: seed, vocabulary, in: place)
    let world = random.make(knowing: [90, 95, 98][Int(seed % 3)])
    let name = "\(place.description) \(seed)"
    if let one = OpenCase(world, engine, vocabulary, name, &random) {
      check.check(one, world, &random)
    }
  }
}
for line in check.unsettled { print("still open: \(line)") }
for line in check.outside { print("not missing, and yet: \(line)") }
for line in check.idle { print("makes no difference here: \(line)") }
print(
  "needs of \(check.cases) open cases in \(5 * count) worlds: \(check.needs) facts, "
    + "\(check.left) cases left out; \(check.unsettled.count) cases not settled by them, "
    + "\(check.outside.count) changed by others, \(check.idle.count) facts without a difference met"
)
// The engine tries some ways to tell facts and not all, and so does this: what either does not meet
// by chance has to stay rare. Of 1,537 cases 6 were not settled and 2 changed by others, and of 1,960
// facts 40 met without a difference.
let isFine =
  check.cases > 0 && check.unsettled.count * 100 <= check.cases
  && check.outside.count * 200 <= check.cases && check.idle.count * 25 <= check.needs
exit(isFine ? 0 : 1)
