import Core
import Determinations
import Foundation
import Registry
import Workbench

/// Remembers in a file up to where each type was exported: lines of a type, the number of a change or
/// run, and its moment, by which the registry is known again.
struct ExportBookmark {
  private struct Place {
    let number: Int64
    /// Microseconds since 1970-01-01T00:00:00Z, no two changes of which agree; `nil` in files that
    /// do not say.
    let moment: Int64?
  }

  private let path: String
  private let registry: Registry
  private var last: [String: Place] = [:]

  /// - Parameters:
  ///   - path: of the file; where there is none, nothing was exported yet.
  ///   - registry: that is exported.
  /// - Throws: `Problem` when the file is something else.
  init(at path: String, of registry: Registry) throws {
    self.path = path
    self.registry = registry
    guard FileManager.default.fileExists(atPath: path) else { return }
    for line in try SourceText.read(path).text.split(separator: "\n") {
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().map { Int64($0) ?? -1 }
      guard (1...2).contains(numbers.count), numbers.allSatisfy({ $0 >= 0 }) else {
        throw Problem(
          Bilingual(
            zh: "\(path) 不是 export --new-since 写的文件",
            en: "\(path) is not a file that export --new-since has written"),
          advice: Bilingual(
            zh: "请换一个文件名，或删去它以重新导出全部。",
            en: "Name another file, or delete this one to export everything again."))
      }
      last[String(words[0])] = Place(
        number: numbers[0], moment: numbers.count > 1 ? numbers[1] : nil)
    }
  }

  /// Up to where a type was exported; 0 when it was not yet.
  ///
  /// - Throws: `Problem` when the registry does not know that place: it is another one, or was
  ///   restored from an older backup; `StoreError`.
  func last(of subject: ExportSubject) throws -> Int64 {
    guard let place = last[subject.id], place.number > 0 else { return 0 }
    let moment = try subject.moment(of: place.number, in: registry)
    if let moment, place.moment == nil || place.moment == moment { return place.number }
    let which = subject.place(place.number)
    throw Problem(
      Bilingual(
        zh: "\(path) 记着 \(subject.id) 导到\(which.zh)，登记库 \(registry.name) 里没有它："
          + "登记库换过，或从备份恢复过",
        en: "\(path) says that \(subject.id) was exported up to \(which.en), which the registry "
          + "\(registry.name) does not know: it is another one, or was restored from a backup"),
      advice: Bilingual(
        zh: "以前导出的可能与登记库不符；请另写一个 --new-since 文件，重新导出全部。",
        en: "What was exported may not be what the registry says; name another --new-since file to "
          + "export everything again."))
  }

  mutating func set(_ number: Int64, of subject: ExportSubject) throws {
    last[subject.id] = Place(number: number, moment: try subject.moment(of: number, in: registry))
  }

  /// Writes the file.
  ///
  /// - Throws: `Refusal` when that is not possible.
  func save() throws(Refusal) {
    let text = last.sorted { $0.key < $1.key }.map { type, place in
      "\(type) \(place.number)\(place.moment.map { " \($0)" } ?? "")\n"
    }
    try OutputFile.write(text.joined().utf8, to: path)
  }
}

extension ExportSubject {
  /// When a change, or a run of determinations, was made; `nil` when there is none of this number.
  fileprivate func moment(of number: Int64, in registry: Registry) throws -> Int64? {
    switch self {
    case .facts: try registry.change(number)?.moment
    case .determinations: try DeterminationStore(registry).run(number)?.moment
    }
  }

  /// What the numbers count.
  func place(_ number: Int64) -> Bilingual {
    switch self {
    case .facts: Bilingual(zh: "变更 \(number)", en: "change \(number)")
    case .determinations: Bilingual(zh: "第 \(number) 次核定", en: "run \(number)")
    }
  }
}
