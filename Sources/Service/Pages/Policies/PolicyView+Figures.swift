import Core
import PolicyDocument
import PolicyPlan

/// Parameters, targets, provisions and worked examples: plain tables.
extension PolicyView {
  func parameters(_ rows: ArraySlice<ParameterRow>) -> HTML {
    let names = rows.map(\.name.text)
    let figures = (plan?.parameters.indices ?? 0..<0).filter { index in
      plan.map { names.contains($0.parameters[index].name) } ?? false
    }
    return HTMLBuilder.buildArray(
      [parameterTable(rows)] + figures.map { locals(of: .parameter($0)) })
  }

  private func parameterTable(_ rows: ArraySlice<ParameterRow>) -> HTML {
    plainTable(
      place("参数", "Parameters"),
      [
        place("参数", "Parameter"), place("自", "From"), place("至", "To"), place("值", "Value"),
        place("单位", "Unit"), place("出处", "Source"),
      ],
      rows.map { row in
        let name = place(label(of: row)?.capitalised ?? Bilingual(row.name.text))
        return [
          name, row.from?.description ?? place("不限", "any"),
          row.to?.description ?? place("不限", "any"), row.value.text,
          unit(row.unit), row.cites ?? "",
        ]
      })
  }

  /// A parameter's label stands in its first row only.
  private func label(of row: ParameterRow) -> Bilingual? {
    document.parameters.first { $0.name.text == row.name.text && $0.label != nil }?.label
  }

  func targets(_ rows: ArraySlice<TargetRow>) -> HTML {
    plainTable(
      place("目标", "Targets"),
      [place("目标", "Target"), place("值", "Value"), place("单位", "Unit"), place("期限", "By")],
      rows.map { row in
        [
          place(row.label.capitalised), row.value.text, unit(row.unit),
          row.due?.description ?? "",
        ]
      })
  }

  func provisions(_ rows: ArraySlice<ProvisionRow>) -> HTML {
    plainTable(
      place("规定", "Provisions"),
      [place("规定", "Provision"), place("种类", "Kind"), place("对象", "For")],
      rows.map { row in
        [place(row.label.capitalised), place(row.kind.label), place(row.addressee)]
      })
  }

  func examples(_ table: ExampleTable) -> HTML {
    Tag.details {
      Tag.summary {
        place("显示 \(table.rows.count) 个算例", "Show \(table.rows.count) worked examples")
      }
      plainTable(
        place("算例 ", "Worked examples ") + table.benefit.text,
        [place("例", "Case")] + table.inputs.map(\.text) + table.outputs.map { "→ " + $0.text },
        table.rows.map { [place($0.title)] + $0.inputs.map(\.text) + $0.outputs.map(\.text) })
    }
  }

  func unit(_ unit: String?) -> String {
    unit.map { place(Plan.words(forUnit: $0)) } ?? ""
  }

  func plainTable(_ title: String, _ header: [String], _ rows: [[String]]) -> HTML {
    scrolling(title) {
      Tag.caption(.class("unseen")) { title }
      Tag.thead {
        Tag.tr { for cell in header { Tag.th(Attribute("scope", "col")) { cell } } }
      }
      Tag.tbody {
        for row in rows {
          Tag.tr {
            for (column, cell) in row.enumerated() {
              if column == 0 {
                Tag.th(Attribute("scope", "row")) { cell }
              } else {
                Tag.td(cell.isFigure ? [.class("figure")] : []) { cell }
              }
            }
          }
        }
      }
    }
  }
}

extension String {
  /// A number, a date or a month, which no line may break.
  fileprivate var isFigure: Bool {
    !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
  }
}

extension ProvisionRow.Kind {
  fileprivate var label: Bilingual {
    switch self {
    case .status: Bilingual(zh: "待遇身份", en: "status")
    case .priority: Bilingual(zh: "优先", en: "priority")
    case .permission: Bilingual(zh: "许可", en: "permission")
    case .duty: Bilingual(zh: "职责", en: "duty")
    case .scope: Bilingual(zh: "适用范围", en: "scope")
    }
  }
}
