import Core
import Originals
import Pages
import PolicyDocument
import Routes
import Workbench

extension Session {
  /// The issued texts that are kept beside documents; what cannot be read is told and left out.
  func originals(
    _ home: Home, _ documents: [PolicyDocument]
  ) -> [String: ServedOriginal] {
    let store = OriginalStore(home: home.path)
    var originals: [String: ServedOriginal] = [:]
    for document in documents {
      let id = document.front.id.text
      do throws(OriginalProblem) {
        guard let original = try store.original(of: document) else { continue }
        originals[id] = ServedOriginal(IssuedText(original)) { number in
          store.page(number, of: original, id)
        }
      } catch {
        errors.line("\(error.code): \(error.message[language])\n\(error.advice[language])")
      }
    }
    return originals
  }
}

extension IssuedText {
  fileprivate init(_ original: Original) {
    let parts: [String: Part]
    var count = 0
    switch original.content {
    case .text(let articles, _): parts = articles.mapValues { .words($0) }
    case .scan(let pages):
      parts = pages.mapValues { .pages($0) }
      count = original.files.count
    }
    self.init(
      parts: parts, pageCount: count, names: original.files.map(\.name),
      attachedOn: original.attachedOn, hash: original.files[0].hash)
  }
}
