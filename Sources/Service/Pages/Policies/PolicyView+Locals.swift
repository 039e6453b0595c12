import Core
import FEEL
import PolicyPlan

/// What regions have set in the place of a document's own figures.
extension PolicyView {
  /// The local values of one figure, beside its own; nothing where there are none.
  func locals(of figure: Figure) -> HTML {
    guard let plan, !plan.locals(of: figure).isEmpty else { return HTML.empty }
    let label = place(plan.label(of: figure).capitalised)
    return Tag.div([.class("locals")] + (hasIDs ? [.id(anchor(of: figure))] : [])) {
      Tag.p { Tag.strong { place("“\(label)”的地方取值", "Local values of “\(label)”") } }
      plainTable(
        place("“\(label)”的地方取值", "Local values of “\(label)”"),
        [
          place("地区", "Region"), place("自", "From"), place("至", "To"), place("值", "Value"),
          place("文件原值", "Own value"), place("理由", "Reason"), place("谁定的", "Set by"),
          place("登记", "Recorded"),
        ],
        plan.locals(of: figure).map { row($0, of: figure, plan) })
    }
  }

  /// Which figures have local values, with links to where they stand.
  var localOverview: HTML {
    guard let plan, !plan.figuresWithLocals.isEmpty else { return HTML.empty }
    return Tag.div(.class("locals")) {
      Tag.p {
        place(
          "下列参数和假设，有的地区在一定日期内另有取值；其余各处、其余日子用文件原值：",
          "Some regions have set these figures otherwise for a time; elsewhere and at other times "
            + "the document's own hold: ")
        HTML.joined(
          plan.figuresWithLocals.map { figure in
            Tag.a(.href("#" + anchor(of: figure))) { place(plan.label(of: figure).capitalised) }
          }, by: HTML(place("、", ", ")))
      }
    }
  }

  private func anchor(of figure: Figure) -> String {
    switch figure {
    case .parameter(let index): "local-parameter-\(index)"
    case .assumption(let index): "local-assumption-\(index)"
    }
  }

  private func row(_ local: LocalFigure, of figure: Figure, _ plan: Plan) -> [String] {
    let by = local.by + (local.cites.map { place("，", ", ") + $0 } ?? "")
    return [
      place(Region.name(of: local.region)) + place("（\(local.region)）", " (\(local.region))"),
      local.from?.description ?? place("不限", "any"), local.to?.description ?? place("不限", "any"),
      text(local.value, of: figure, plan),
      plan.ownValues(of: figure).map { text($0, of: figure, plan) }.joined(separator: " / "),
      place(local.reason), by, local.since?.description ?? place("文件中给出", "from a file"),
    ]
  }

  private func text(_ value: Value, of figure: Figure, _ plan: Plan) -> String {
    let text: String
    switch value {
    case .boolean(let truth): text = truth ? place("是", "yes") : place("否", "no")
    case .string(let words): text = words
    default: text = value.literalText
    }
    let unit = self.unit(plan.unit(of: figure))
    return unit.isEmpty ? text : text + " " + unit
  }
}
