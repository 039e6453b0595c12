import Core
import Foundation
import PolicyDocument
import PolicyPlan
import Workbench

/// Takes policy documents with one character deleted or doubled through every pass: each must give
/// diagnostics or another reading, never a crash or a hang.
///
///     policy-fuzz HOME EVERY OFFSET STATE
///
/// tries every `EVERY`th character of every document from character `OFFSET` on. The file `STATE`
/// names the case under way, so that after a crash somebody can tell which one it was.
@main struct Fuzz {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 5, let every = Int(words[2]), every > 0, let offset = Int(words[3]) else {
      print("policy-fuzz HOME EVERY OFFSET STATE")
      exit(2)
    }
    let home = try Home(at: words[1], namedBy: "HOME")
    let bench = try Workbench(home)
    let watch = Watch(state: words[4])
    watch.start()
    var tally = Tally()
    var readings: Set<Int> = []
    for document in bench.documents {
      let text = document.source.text
      let characters = Array(text.indices)
      for position in stride(from: offset, to: characters.count, by: every) {
        for mutation in Mutation.allCases {
          watch.begin("\(document.source.name), character \(position) \(mutation.rawValue)")
          let mutant = SourceText(
            name: document.source.name, text: mutation.applied(to: text, at: characters[position]))
          let began = ContinuousClock.now
          var checked = bench.read(mutant)
          if readings.insert(checked.reading).inserted { checked = checked.runningExamples() }
          tally.add(hasErrors: checked.hasErrors, took: ContinuousClock.now - began)
        }
      }
    }
    print(tally.line)
  }
}

extension CheckedDocument {
  /// A hash of all that the worked examples come from. Most mutations change words and not the
  /// reading, and need not be run once more.
  fileprivate var reading: Int {
    var hasher = Hasher()
    hasher.combine(plan?.text)
    for table in document?.examples ?? [] {
      hasher.combine(table.benefit.text)
      hasher.combine(table.inputs.map(\.text))
      hasher.combine(table.outputs.map(\.text))
      for row in table.rows { hasher.combine((row.inputs + row.outputs).map(\.text)) }
    }
    return hasher.finalize()
  }
}

/// What happens to one character.
enum Mutation: String, CaseIterable {
  case deleted, doubled

  func applied(to text: String, at position: String.Index) -> String {
    let next = text.index(after: position)
    // Up to the character, and from it on once more: it stands there twice; or neither with it.
    return self == .deleted
      ? String(text[..<position] + text[next...]) : String(text[..<next] + text[position...])
  }
}

/// How the cases came out.
struct Tally {
  private var refused = 0
  private var read = 0
  private var slowest = Duration.zero

  mutating func add(hasErrors: Bool, took: Duration) {
    if hasErrors { refused += 1 } else { read += 1 }
    slowest = max(slowest, took)
  }

  var line: String {
    let milliseconds =
      slowest.components.seconds * 1_000
      + slowest.components.attoseconds / 1_000_000_000_000_000
    return "\(refused + read) mutations: \(refused) refused with diagnostics, \(read) read, "
      + "no crash, no hang, slowest \(milliseconds) ms"
  }
}
