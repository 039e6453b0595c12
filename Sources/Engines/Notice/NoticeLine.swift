package import Core
package import Determination
import FEEL

/// A reason as a notice tells it.
package struct NoticeLine: Sendable, Equatable {
  package let label: Bilingual
  /// What was found, or which value was taken; `nil` where there is none to tell.
  package let found: Bilingual?
  package let needed: Bilingual?
  package let verdict: Reason.Verdict
  package let note: Bilingual?
  /// 温人社发〔2018〕242号 第四条
  package let source: Bilingual
  /// 0, or more for what a condition consists of.
  package let depth: Int
}

extension NoticeLine {
  /// What was asked for: conditions with their parts, months that must count, rules that bar.
  static func conditions(_ reasons: [Reason]) -> [NoticeLine] {
    reasons.filter { $0.verdict != .applied }.flatMap { lines($0, depth: 0) }
  }

  /// What was taken into the answer and cannot fail.
  static func figures(_ reasons: [Reason]) -> [NoticeLine] {
    reasons.filter { $0.verdict == .applied }.map { line($0, depth: 0) }
  }

  private static func lines(_ reason: Reason, depth: Int) -> [NoticeLine] {
    // The parts of a choice are other ways to choose, not conditions.
    let parts = reason.kind == .condition ? reason.parts : []
    return [line(reason, depth: depth)] + parts.flatMap { lines($0, depth: depth + 1) }
  }

  private static func line(_ reason: Reason, depth: Int) -> NoticeLine {
    NoticeLine(
      label: reason.label, found: reason.value?.text.namingRegions(reason),
      needed: reason.needed?.namingRegions(reason),
      verdict: reason.verdict,
      // A formula is for those who write documents.
      note: reason.kind == .amount && reason.verdict == .applied ? nil : note(reason),
      source: reason.citation.words, depth: depth)
  }

  private static func note(_ reason: Reason) -> Bilingual? {
    reason.note.flatMap { $0.zh.isEmpty ? nil : $0 }
  }
}

extension Bilingual {
  /// Of a reason about a region: the name before its code (GB/T 2260).
  fileprivate func namingRegions(_ reason: Reason) -> Bilingual {
    guard case .string(let code)? = reason.value?.value, RegionNames.name(of: code) != nil else {
      return self
    }
    var (zh, en) = (zh, en)
    for match in zh.matches(of: /[0-9]{6}/) {
      let code = String(match.output)
      guard let name = RegionNames.name(of: code) else { continue }
      zh = zh.replacing(code, with: "\(name.zh)（\(code)）")
      en = en.replacing(code, with: "\(name.en) (\(code))")
    }
    return Bilingual(zh: zh, en: en)
  }
}

extension Citation {
  /// 温人社发〔2018〕242号 第四条
  var words: Bilingual {
    let name = number ?? document
    guard let article else { return Bilingual(name) }
    return Bilingual(zh: "\(name) \(article.zh)", en: "\(name), \(article.en)")
  }
}
