import Core
import Foundation
import JSONText

/// The note beside what is kept: `original.json`.
struct OriginalNote {
  static let file = "original.json"

  let files: [Original.File]
  let attachedOn: CivilDate
  /// Of a scan: the pages of each article; `nil` for a text.
  let pages: [String: [Int]]?

  init(_ original: Original) {
    files = original.files
    attachedOn = original.attachedOn
    if case .scan(let pages) = original.content { self.pages = pages } else { pages = nil }
  }

  /// `nil` when there is no such file, or it is none of these.
  init?(at path: String) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8),
      let root = try? JSON.parse(SourceText(name: path, text: text)),
      let day = root["attachedOn"]?.string.flatMap({ CivilDate($0) }),
      let items = root["files"]?.items
    else { return nil }
    var files: [Original.File] = []
    for item in items {
      guard let name = item["name"]?.string, let hash = item["sm3"]?.string,
        let kept = item["kept"]?.string, !kept.contains("/")
      else { return nil }
      files.append(
        Original.File(
          name: name, hash: hash, kept: kept, called: item["called"]?.string ?? ""))
    }
    self.files = files
    attachedOn = day
    guard let members = root["pages"]?.members else {
      pages = nil
      return
    }
    var pages: [String: [Int]] = [:]
    for member in members {
      pages[member.key] = member.value.items?.compactMap { $0.string.flatMap { Int($0) } } ?? []
    }
    self.pages = pages
  }

  var json: String {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.member("attachedOn", attachedOn.description)
      writer.key("files")
      writer.array { writer in
        for file in files {
          writer.object { writer in
            writer.member("name", file.name)
            writer.member("sm3", file.hash)
            writer.member("kept", file.kept)
            if !file.called.isEmpty { writer.member("called", file.called) }
          }
        }
      }
      guard let pages else { return }
      writer.key("pages")
      writer.object { writer in
        for (anchor, numbers) in pages.sorted(by: { $0.key < $1.key }) {
          writer.key(anchor)
          writer.array { writer in for number in numbers { writer.string(String(number)) } }
        }
      }
    }
    return writer.text
  }
}
