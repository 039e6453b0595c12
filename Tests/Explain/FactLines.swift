import Core
import JSONText
import Vocabulary

/// Facts as lines: `certificate c1 level=3 issuedOn=2019-05-03`, with `-` for no id, `none` for what
/// is known to be none, and `@p2` for another party than the usual one.
///
/// Persons are `p1` and organisations `e1`, an enterprise; both lie in the document's region unless
/// a line says otherwise. `shortage 330300 2019 6-18-01-01` is a row of that catalogue.
struct FactLines {
  private let vocabulary: Vocabulary
  private var parties: [[String]] = []
  private var records: [[String]] = []
  private var shortage: [[String]] = []

  init(_ lines: [String], _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      if words[0] == "shortage" {
        shortage.append(words)
      } else if case .party? = vocabulary.type(words[0])?.role {
        parties.append(words)
      } else {
        records.append(words)
      }
    }
    for usual in ["person p1 region=330302", "organisation e1 kind=enterprise region=330302"] {
      let words = usual.split(separator: " ").map(String.init)
      if vocabulary.type(words[0]) != nil, !parties.contains(where: { $0[1] == words[1] }) {
        parties.append(words)
      }
    }
  }

  func file(on day: String) -> SourceText {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("on", day)
      writer.key("parties")
      writer.array { writer in for words in parties { write(words, nil, &writer) } }
      writer.key("records")
      writer.array { writer in for words in records { write(words, owner(words), &writer) } }
      guard !shortage.isEmpty else { return }
      writer.key("catalogues")
      writer.object { writer in
        writer.key("shortage-occupations")
        writer.array { writer in
          for row in shortage {
            writer.object { writer in
              for (key, text) in zip(["region", "year", "occupation"], row.dropFirst()) {
                writer.member(key, text)
              }
            }
          }
        }
      }
    }
    return SourceText(name: "facts.json", text: writer.text)
  }

  private func owner(_ words: [String]) -> String {
    if let named = words.first(where: { $0.hasPrefix("@") }) { return String(named.dropFirst()) }
    let isOfOrganisation = vocabulary.type(words[0])?.role == .record(of: "organisation")
    return isOfOrganisation ? "e1" : "p1"
  }

  private func write(_ words: [String], _ party: String?, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", words[0])
      if words[1] != "-" { writer.member("id", words[1]) }
      if let party { writer.member("party", party) }
      for word in words.dropFirst(2) where !word.hasPrefix("@") {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        writer.key(parts[0])
        switch parts[1] {
        case "none": writer.null()
        case "true": writer.boolean(true)
        case "false": writer.boolean(false)
        default: writer.string(parts[1])
        }
      }
    }
  }
}
