import Core
import MarkdownText
import PolicyDocument
import PolicyPlan

extension PolicyView {
  /// The document's own words. A document may give them in both languages, paragraph by
  /// paragraph; where one of the two is missing, the other is shown.
  func prose(_ range: SourceRange) -> HTML {
    let blocks = MarkdownParser.parse(document.source, within: range).blocks
    let own = blocks.filter { language(of: $0) == place.language }
    return HTMLBuilder.buildArray(
      (own.isEmpty ? blocks : own).map { block in
        Tag.div(.class("prose"), .lang(language(of: block))) {
          HTML.trusted(MarkdownHTML.render(document.source, within: block.range))
        }
      })
  }

  /// Chinese when there is a Chinese character in it.
  private func language(of block: MarkdownBlock) -> Language {
    let isChinese = document.source.slice(block.range).unicodeScalars.contains {
      (0x3400...0x9FFF).contains($0.value)
    }
    return isChinese ? .zh : .en
  }

  func assumption(_ assumption: Assumption) -> HTML {
    Tag.div(.class("assumption")) {
      Tag.p {
        Tag.strong { place("假设", "Assumption") }
        " "
        place(assumption.label.capitalised)
        " "
        Tag.code { assumption.name.text + " = " + assumption.value.text }
        if let unit = assumption.unit { " " + unit }
      }
      Tag.p { place(assumption.reason) }
      if !assumption.options.isEmpty {
        Tag.p(.class("small")) {
          place("也可以取：", "Could also be: ")
          HTML.joined(
            assumption.options.filter { $0.text != assumption.value.text }.map { option in
              Tag.code { option.text }
            }, by: HTML(place("、", ", ")))
        }
      }
      if let index = plan?.assumptions.firstIndex(where: { $0.name == assumption.name.text }) {
        locals(of: .assumption(index))
      }
    }
  }

  func stacking(_ block: StackingBlock, level: Int) -> HTML {
    let rule = plan?.stacking.first { $0.id == block.id.text }
    return Tag.div(.class("stack")) {
      Tag.heading(level)(.class("name")) { place(block.label.capitalised) }
      if let rule, let plan { Tag.p(.class("reads")) { place(plan.sentence(for: rule)) } }
      Tag.p(.class("formula")) {
        place("叠加规则 ", "Stacking rule ")
        Tag.code { block.id.text }
        place("，种类 ", ", kind ")
        Tag.code { block.kind.text }
        if let cites = block.cites { place("；依据 ", "; based on ") + cites }
      }
    }
  }
}
