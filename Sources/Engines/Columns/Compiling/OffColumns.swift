package import Core

/// Why the column engine leaves something to the explain engine.
package enum OffColumns: Error, Sendable, Hashable {
  /// Later documents change who is paid or how, or a quota.
  case versions
  /// Regions have set a figure.
  case localFigure(String)
  /// Parties compete with each other after another rule has cut some of their cases.
  case quota(String)
  /// Benefits of another document count.
  case otherDocument(String)
  /// A kind of stacking in a form that is not there.
  case stacking(String)
  /// A field that lies in no column.
  case field(String)
  /// An operation that has no column form yet.
  case operation(String)
  /// The range of values is not proven to fit 64 bits.
  case range(String)
  /// It stands in one component with another benefit that is left.
  case together(String)

  /// A code for programs and for looking it up.
  package var code: String {
    switch self {
    case .versions: "COL001"
    case .localFigure: "COL002"
    case .quota: "COL004"
    case .otherDocument: "COL005"
    case .stacking: "COL007"
    case .field: "COL009"
    case .operation: "COL010"
    case .range: "COL011"
    case .together: "COL012"
    }
  }

  /// In words.
  package var message: Bilingual {
    switch self {
    case .versions:
      Bilingual(
        zh: "修改前后的写法合不到一起",
        en: "its texts before and after an amendment do not go together")
    case .localFigure(let name):
      Bilingual(zh: "“\(name)”有地方取值", en: "“\(name)” has local values")
    case .quota(let rule):
      Bilingual(
        zh: "规则“\(rule)”有名额，之前还有“once”规则",
        en: "a rule of the kind “once” comes before the quota of the rule “\(rule)”")
    case .otherDocument(let rule):
      Bilingual(
        zh: "规则“\(rule)”计入别的文件的待遇",
        en: "the rule “\(rule)” counts benefits of other documents")
    case .stacking(let rule):
      Bilingual(
        zh: "规则“\(rule)”的写法还没有按列的做法",
        en: "the rule “\(rule)” is of a form that has no column form yet")
    case .field(let name):
      Bilingual(zh: "“\(name)”不在列里", en: "“\(name)” lies in no column")
    case .operation(let text):
      Bilingual(zh: "“\(text)”还没有按列的做法", en: "“\(text)” has no column form yet")
    case .range(let text):
      Bilingual(
        zh: "“\(text)”的取值范围没有证明放得进 64 位",
        en: "the values of “\(text)” are not proven to fit 64 bits")
    case .together(let benefit):
      Bilingual(
        zh: "与留给逐件计算的“\(benefit)”相互叠加",
        en: "it stacks with “\(benefit)”, which is left to the explain engine")
    }
  }
}
