package import Core
import FEEL
package import PolicyDocument
package import Vocabulary

extension Plan {
  /// Compiles a document against the vocabulary, and against the documents whose benefits its stacking
  /// rules may count.
  ///
  /// A document with faults that the reader has told may be compiled too: what is said here comes
  /// beside that and repeats none of it, so that the author sees everything at once.
  ///
  /// - Returns: the plan, or `nil` when there are errors; and every diagnostic, errors and
  ///   warnings, in the order of the file.
  package static func compile(
    _ document: PolicyDocument, _ vocabulary: Vocabulary, beside others: [PolicyDocument] = []
  ) -> (plan: Plan?, diagnostics: [Diagnostic]) {
    var compiler = Compiler(document: document, vocabulary: vocabulary)
    compiler.others = others.filter { $0.front.id.text != document.front.id.text }
    compiler.compileFigures()
    compiler.compileBenefits()
    compiler.compileStacking()
    let diagnostics = compiler.finishedDiagnostics()
    let isSound = !diagnostics.contains { $0.severity == .error }
    return (isSound ? compiler.finishedPlan() : nil, diagnostics)
  }
}

/// The state of one compilation: the plan so far, the lowering, and what is wrong.
struct Compiler {
  let document: PolicyDocument
  let vocabulary: Vocabulary
  var plan: Plan
  var lowering: Lowering
  /// Parameters and assumptions whose declaration has errors.
  var brokenFigures: Set<String> = []
  /// Documents whose benefits stacking rules may name.
  var others: [PolicyDocument] = []

  init(document: PolicyDocument, vocabulary: Vocabulary) {
    self.document = document
    self.vocabulary = vocabulary
    plan = Plan(document: document, vocabulary: vocabulary)
    lowering = Lowering(scope: RuleScope(vocabulary: vocabulary, subject: nil, party: nil))
  }

  func place(_ section: PolicyDocument.SectionIndex, _ range: SourceRange) -> Place {
    let section = document.sections[section]
    return Place(
      article: section.article, anchor: section.anchor, range: range,
      line: document.source.position(at: range.start).line)
  }

  mutating func refuse(
    _ code: String, _ range: SourceRange, _ message: Bilingual, _ advice: Bilingual
  ) {
    lowering.refuse(code, range, message, advice)
  }

  /// A type of the vocabulary by the name a cell gives.
  mutating func type(named cell: Cell) -> Int? {
    if let index = vocabulary.typeIndex(cell.text) {
      let type = vocabulary.types[index]
      lowering.nameUses.append(NameUse(range: cell.range, zh: type.name.zh, en: type.id))
      return index
    }
    if let index = vocabulary.types.firstIndex(where: {
      $0.role == .party && $0.partyName == cell.text
    }) {
      lowering.nameUses.append(
        NameUse(range: cell.range, zh: cell.text, en: vocabulary.types[index].id))
      return index
    }
    let names = vocabulary.types.flatMap { [$0.name.zh, $0.id] }
    refuse(
      "PLN020", cell.range,
      Bilingual(zh: "词汇表里没有类型“\(cell.text)”", en: "the vocabulary has no type “\(cell.text)”"),
      Suggestion.advice(for: cell.text, among: names))
    return nil
  }

  /// Diagnostics in the order of the file, each with the headings it stands under.
  func finishedDiagnostics() -> [Diagnostic] {
    (lowering.diagnostics + mixedNames()).map { diagnostic in
      guard diagnostic.headings.isEmpty, let range = diagnostic.range else { return diagnostic }
      var placed = diagnostic
      placed.headings = document.headings(at: range.start)
      return placed
    }.sorted { ($0.range?.start ?? 0, $0.code) < ($1.range?.start ?? 0, $1.code) }
  }

  func finishedPlan() -> Plan {
    var finished = plan
    finished.nodes = lowering.nodes
    finished.nameUses = Array(Set(lowering.nameUses)).sorted { $0.range.start < $1.range.start }
    return finished
  }
}

extension PolicyDocument {
  /// The headings a place of the file stands under, outermost first.
  package func headings(at offset: Int) -> [String] {
    sections.last { $0.headingRange.start <= offset && $0.level > 0 }?.path ?? []
  }
}

extension Suggestion {
  /// What to do about a name that does not exist.
  static func advice(for written: String, among names: [String]) -> Bilingual {
    guard let nearest = nearest(to: written, among: names) else {
      return Bilingual(
        zh: "请对照 Vocabulary/ 与本文件中的定义。",
        en: "Compare with Vocabulary/ and the definitions of this document.")
    }
    return Bilingual(zh: "是不是想写“\(nearest)”？", en: "Did you mean “\(nearest)”?")
  }
}
