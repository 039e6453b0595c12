import Core
import Determination
import Explain
import Facts
import Foundation
import LocalValues
import PolicyDocument
import PolicyPlan
import TestSupport
import Vocabulary

/// A small policy document of these tests, compiled; and facts for it, a line each.
struct Scene {
  let plan: Plan

  /// - Parameters:
  ///   - name: a file of `Documents/`.
  ///   - words: what to put in the place of words of the file, so that one document serves a table
  ///     of cases.
  ///   - vocabulary: the project's own unless the test brings another.
  /// - Throws: what is wrong with the document.
  init(
    _ name: String, _ words: [String: String] = [:],
    vocabulary: Vocabulary? = ProjectFiles.vocabulary
  ) throws {
    var text = try Corpus("Documents").source(name).text
    for (word, other) in words { text = text.replacingOccurrences(of: word, with: other) }
    let source = SourceText(name: name, text: text)
    let vocabulary = try vocabulary.orThrow(Unsound(text: "no vocabulary"))
    let (document, faults) = PolicyDocument.read(source)
    let compiled = document.map { Plan.compile($0, vocabulary) }
    let diagnostics = faults + (compiled?.diagnostics ?? [])
    guard diagnostics.isEmpty, let plan = compiled?.plan else {
      throw Unsound(text: diagnostics.rendered(in: source))
    }
    self.plan = plan
  }

  private init(plan: Plan) { self.plan = plan }

  /// The same document with local values: `课时 330302 2020-01-01..2020-12-31 32`.
  ///
  /// - Throws: what is wrong with them.
  func setting(_ lines: [String]) throws -> Scene {
    let values = lines.map { line in
      let words = line.split(separator: " ").map(String.init)
      let days = words[2].components(separatedBy: "..").map { CivilDate($0) }
      return LocalValue(
        document: plan.id, name: words[0], region: words[1], from: days.first ?? nil,
        to: days.last ?? nil, text: words[3], reason: Bilingual(zh: "试点", en: "a trial"), by: "局",
        cites: nil, origin: .registry(number: 1, since: CivilDate(dayNumber: 0)))
    }
    let (set, problems) = plan.setting(values)
    guard problems.isEmpty else {
      throw Unsound(text: problems.map { $0.message.en }.joined(separator: "\n"))
    }
    return Scene(plan: set)
  }

  struct Unsound: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }

  func report(_ lines: [String], on day: String = "2020-12-31") throws -> Report {
    ExplainEngine(plans: [plan]).determine(try facts(lines, on: day))
  }

  func facts(_ lines: [String], on day: String = "2020-12-31") throws -> FactBase {
    let source = FactLines(lines, plan.vocabulary).file(on: day)
    do throws(DiagnosticsError) {
      return try FactsFile.read(source, FactsSchema(plan.vocabulary))
    } catch {
      throw Unsound(text: error.diagnostics.rendered(in: source))
    }
  }

  /// The answers about the named benefits (all of them when empty), a line each, sorted:
  /// `c1 entitled 1000.00`, `c2 undetermined ? certificate.kind`.
  func answers(
    _ lines: [String], on day: String = "2020-12-31", of benefits: [String] = []
  ) throws -> [String] {
    let wanted = benefits.map { plan.id + "/" + $0 }
    return try report(lines, on: day).determinations
      .filter { wanted.isEmpty || wanted.contains($0.benefit) }.map(\.answer).sorted()
  }
}

extension Determination {
  /// The answer in a line.
  var answer: String {
    var words = [subject ?? "-", outcome.rawValue]
    if let amount { words.append(amount.description) }
    words += monthly?.spans.map { "\($0.from.monthText)..\($0.to.monthText)×\($0.rate)" } ?? []
    if !needs.isEmpty { words.append("? " + needIDs.joined(separator: " ")) }
    return words.joined(separator: " ")
  }

  /// The missing facts by their ids.
  var needIDs: [String] { needs.map(\.id) }

  /// Notes of the reasons that could not be decided.
  var doubts: [String] { because.filter { $0.verdict == .unknown }.compactMap { $0.note?.en } }
}

extension Optional {
  func orThrow(_ error: @autoclosure () -> any Error) throws -> Wrapped {
    guard let self else { throw error() }
    return self
  }
}
