import Core
import FEEL
import JSONText
import LocalValues
import PolicyPlan
import Registry
import Workbench

/// The local values of a registry beside the documents' own figures.
struct LocalValueList {
  private struct Line {
    let value: LocalValue
    let number: Int64
    let since: CivilDate
    let label: Bilingual?
    /// The document's own values, for the time each holds.
    let own: String
  }

  private let lines: [Line]

  init(_ registry: Registry, _ bench: Workbench, _ arguments: Arguments) throws {
    let known = try registry.known(arguments).map { KnownAt.change($0.number) } ?? .latest
    let document = arguments.operands.dropFirst().first
    lines = try registry.localValues(known).compactMap { value in
      guard document == nil || value.document == document,
        case .registry(let number, let since) = value.origin
      else { return nil }
      let plan = bench.plans.first { $0.id == value.document }
      let figure = plan?.figure(named: value.name)
      return Line(
        value: value, number: number, since: since,
        label: figure.flatMap { plan?.label(of: $0) },
        own: figure.flatMap { plan?.ownValues(of: $0) } ?? "?")
    }
  }

  func show(_ session: Session, _ arguments: Arguments) throws {
    if arguments.has(.json) {
      session.output.line(json)
      return
    }
    if lines.isEmpty {
      session.print(Bilingual(zh: "登记库里没有地方取值", en: "the registry holds no local values"))
    }
    for line in lines {
      for text in words(line) { session.print(text) }
    }
  }

  private func words(_ line: Line) -> [Bilingual] {
    let value = line.value
    let name = RegionNames.name(of: value.region)
    let span = "\(value.from?.description ?? "…") – \(value.to?.description ?? "…")"
    let label = line.label.map { Bilingual(zh: "（\($0.zh)）", en: " (\($0.en))") } ?? Bilingual("")
    return [
      Bilingual(
        zh: "\(line.number)  \(value.document) \(value.name)\(label.zh)",
        en: "\(line.number)  \(value.document) \(value.name)\(label.en)"),
      Bilingual(
        zh:
          "   \(name.map { $0.zh + " " } ?? "")\(value.region)  \(span)  = \(value.text)，文件原值 \(line.own)",
        en:
          "   \(name.map { $0.en + " " } ?? "")\(value.region)  \(span)  = \(value.text), the document's own: "
          + line.own),
      Bilingual(
        zh:
          "   \(value.reason.zh)（\(value.by)\(value.cites.map { "，\($0)" } ?? "")，\(line.since) 登记）",
        en: "   \(value.reason.en) (\(value.by)\(value.cites.map { ", \($0)" } ?? ""), recorded "
          + "\(line.since))"),
    ]
  }

  private var json: String {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.key("values")
      writer.array { writer in for line in lines { write(line, to: &writer) } }
    }
    return writer.text
  }

  private func write(_ line: Line, to writer: inout JSONWriter) {
    let value = line.value
    writer.object { writer in
      writer.key("number")
      writer.integer(Int(line.number))
      for (key, text) in [
        ("document", value.document), ("name", value.name), ("region", value.region),
      ] {
        writer.member(key, text)
      }
      writer.member("from", value.from?.description)
      writer.member("to", value.to?.description)
      writer.member("value", value.text)
      writer.member("original", line.own)
      writer.key("reason")
      writer.object { writer in
        writer.member("zh", value.reason.zh)
        writer.member("en", value.reason.en)
      }
      writer.member("by", value.by)
      writer.member("cites", value.cites)
      writer.member("since", line.since.description)
    }
  }

  /// What setting a file did.
  static func json(_ tally: Tally, _ change: Change?) -> String {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.key("change")
      if let change { writer.integer(Int(change.number)) } else { writer.null() }
      for (key, count) in [
        ("added", tally.added), ("corrected", tally.corrected), ("unchanged", tally.unchanged),
      ] {
        writer.key(key)
        writer.integer(count)
      }
    }
    return writer.text
  }
}

extension Plan {
  /// What the document itself says of a figure, over time.
  fileprivate func ownValues(of figure: Figure) -> String {
    switch figure {
    case .assumption(let index): return assumptions[index].value.literalText
    case .parameter(let index):
      let values = parameters[index].values
      if values.count == 1 { return values[0].value.literalText }
      return values.map { dated in
        "\(dated.value.literalText) (\(dated.from?.description ?? "…")–\(dated.to?.description ?? "…"))"
      }.joined(separator: ", ")
    }
  }
}
