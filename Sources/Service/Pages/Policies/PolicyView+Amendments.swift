import Core
import PolicyDocument
import PolicyPlan

/// What a document changes of earlier ones.
extension PolicyView {
  /// An amendment as its own document shows it.
  ///
  /// - Parameters:
  ///   - amendment: one of the document's.
  ///   - level: of the heading above.
  /// - Returns: what it does, and what takes the place of the old.
  func amendment(_ amendment: Amendment, below level: Int) -> HTML {
    let other = amendment.document.text
    let day = amendment.from.description
    return Tag.div(.class("stack")) {
      Tag.p {
        Tag.strong { words(amendment) }
        " "
        amendment.chosen == .event
          ? place("\(day) 起的事项适用。", "It holds for events from \(day) on.")
          : place("\(day) 起的认定适用。", "It holds for determinations from \(day) on.")
      }
      Tag.p {
        Tag.a(.href(place.link("policies/" + other))) {
          place("被修改的文件：\(other)", "The document it changes: \(other)")
        }
      }
      if amendment.action == .replace {
        Tag.div(
          .class("stack"), Attribute("role", "group"),
          .label(place("修改后的内容", "What takes its place"))
        ) { amendedView(amendment)?.pieces(of: amendment.target, below: level) ?? .empty }
      }
    }
  }

  /// The earlier document as this one amends it.
  private func amendedView(_ amendment: Amendment) -> PolicyView? {
    let version = amended[amendment.document.text]?.versions.first { version in
      version.changes.contains {
        $0.document == document.front.id.text && $0.amendment.id.text == amendment.id.text
      }
    }
    return version.map {
      PolicyView(place: place, document: $0.plan.document, plan: $0.plan, findings: [])
    }
  }

  /// What an amendment does, with what the amended document calls its target.
  func words(_ amendment: Amendment) -> String {
    let issued = amended[amendment.document.text].map {
      PolicyView(place: place, document: $0.document, plan: $0, findings: [])
    }
    return words(amendment, issued ?? self)
  }

  func words(_ amendment: Amendment, _ issued: PolicyView) -> String {
    let name = issued.name(of: amendment.target)
    let kind: Bilingual =
      switch amendment.target {
      case .benefit: Bilingual(zh: "待遇", en: "the benefit")
      case .parameter: Bilingual(zh: "参数", en: "the parameter")
      case .assumption: Bilingual(zh: "假设", en: "the assumption")
      case .stacking: Bilingual(zh: "叠加规则", en: "the stacking rule")
      case .target: Bilingual(zh: "目标", en: "the target")
      case .provision: Bilingual(zh: "规定", en: "the provision")
      case .row: Bilingual(zh: "表行", en: "the table row")
      case .article: Bilingual(zh: "整条", en: "the whole of")
      case .prose: Bilingual(zh: "说明文字", en: "the text of")
      }
    let target = Bilingual(zh: "\(kind.zh)“\(name.zh)”", en: "\(kind.en) “\(name.en)”")
    return switch amendment.action {
    case .replace: place("替换\(target.zh)。", "Replaces \(target.en).")
    case .repeal: place("废止\(target.zh)。", "Repeals \(target.en).")
    }
  }
}
