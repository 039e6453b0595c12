import Core
import FEEL
import PolicyDocument

/// Definitions and decision tables that need each other's values: rules that go in a circle.
struct CircleCheck {
  private let document: PolicyDocument
  /// Each circle once: the names on the way round, the first one repeated at the end.
  private var circles: [[Name]] = []

  private struct Name {
    let text: String
    /// Where it is defined.
    let range: SourceRange
    /// The formulas its value comes from.
    let formulas: [Cell]
    let tests: [Cell]
  }

  init(_ document: PolicyDocument) {
    self.document = document
    for index in document.benefits.indices { search(names(ofBenefit: index)) }
  }

  var findings: [Finding] {
    circles.map { circle in
      let path = (circle.map(\.text) + [circle[0].text]).joined(separator: " → ")
      return Finding(
        .circle, .error, at: circle[0].range,
        Bilingual(zh: "规则绕圈：\(path)", en: "rules go in a circle: \(path)"),
        Bilingual(
          zh: "让其中一个不再用到后面的：圈里的值谁也算不出来。",
          en: "Let one of them do without the next: no value on the circle can be worked out."))
    }
  }

  /// Whether a diagnostic only says that a name on a circle is not known yet where it is used.
  func explains(_ diagnostic: Diagnostic) -> Bool {
    guard let range = diagnostic.range else { return false }
    let text = document.source.slice(range)
    return circles.contains { circle in
      circle.contains { $0.text == text }
        && circle.contains { name in
          (name.formulas + name.tests).contains {
            $0.range.start <= range.start && range.end <= $0.range.end
          }
        }
    }
  }

  /// The definitions of a benefit and the tables that follow it.
  private func names(ofBenefit index: Int) -> [Name] {
    let benefits = document.benefits
    let start = benefits[index].range.start
    let end = index + 1 < benefits.count ? benefits[index + 1].range.start : Int.max
    let rules = benefits[index].rules.filter { $0.kind == .definition }.map {
      Name(text: $0.id.text, range: $0.id.range, formulas: [$0.expression], tests: [])
    }
    let tables = document.tables.filter { start <= $0.range.start && $0.range.start < end }
    return rules
      + tables.flatMap { table in
        table.outputs.enumerated().map { column, output in
          Name(
            text: output.text, range: output.range,
            formulas: table.inputs + table.rows.map { $0.values[column] },
            tests: table.rows.flatMap(\.tests))
        }
      }
  }

  private mutating func search(_ names: [Name]) {
    let positions = Dictionary(
      names.enumerated().map { ($1.text, $0) }, uniquingKeysWith: { first, _ in first })
    let uses = names.map { name in
      self.uses(name).compactMap { positions[$0] }
    }
    var isDone = [Bool](repeating: false, count: names.count)
    var path: [Int] = []
    func visit(_ index: Int) {
      if let start = path.firstIndex(of: index) {
        circles.append(path[start...].map { names[$0] })
        return
      }
      if isDone[index] { return }
      path.append(index)
      for next in uses[index] { visit(next) }
      path.removeLast()
      isDone[index] = true
    }
    for index in names.indices { visit(index) }
  }

  /// The names that the formulas use, in the order they are written, each once.
  private func uses(_ name: Name) -> [String] {
    var found: [String] = []
    func gather(_ expression: Expression) {
      if case .name(let used) = expression.kind, !found.contains(used) { found.append(used) }
      expression.children.forEach(gather)
    }
    for cell in name.formulas {
      if let parsed = try? Parser.expression(document.source, within: cell.range) {
        gather(parsed.root)
      }
    }
    for cell in name.tests where cell.text != "-" && cell.text != "—" {
      if let parsed = try? Parser.unaryTests(document.source, within: cell.range) {
        for test in parsed.tests { test.operands.forEach(gather) }
      }
    }
    return found
  }
}

extension UnaryTest {
  fileprivate var operands: [Expression] {
    switch kind {
    case .any: []
    case .compare(_, let expression), .expression(let expression): [expression]
    case .not(let tests): tests.flatMap(\.operands)
    }
  }
}
