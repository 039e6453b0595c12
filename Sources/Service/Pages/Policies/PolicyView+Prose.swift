import Core
import MarkdownText
import PolicyDocument
import PolicyPlan

extension PolicyView {
  /// The document's own words, which are Chinese in every language of the page.
  func prose(_ range: SourceRange) -> HTML {
    Tag.div(.class("prose"), .lang(.zh)) {
      HTML.trusted(MarkdownHTML.render(document.source, within: range))
    }
  }

  func assumption(_ assumption: Assumption) -> HTML {
    Tag.div(.class("assumption")) {
      Tag.p {
        Tag.strong { place("假设", "Assumption") }
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
    }
  }

  func stacking(_ block: StackingBlock) -> HTML {
    let rule = plan?.stacking.first { $0.id == block.id.text }
    return Tag.div(.class("stack")) {
      Tag.h4 { place(block.label) }
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
