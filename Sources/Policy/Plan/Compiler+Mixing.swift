import Core
import PolicyDocument

/// A document keeps to one language for names and for the words of its form.
extension Compiler {
  /// Where the language that the document uses less stands, as warnings.
  func mixedNames() -> [Diagnostic] {
    let names = lowering.nameUses.map { ($0.range, Bilingual(zh: $0.zh, en: $0.en)) }
    let words = document.words.map { ($0.range, $0.forms) }
    var uses: [Language: [(range: SourceRange, forms: Bilingual)]] = [.zh: [], .en: []]
    var seen: Set<SourceRange> = []
    for (range, forms) in names + words where forms.zh != forms.en && seen.insert(range).inserted {
      let written = document.source.slice(range)
      if let language = Language.allCases.first(where: { forms[$0] == written }) {
        uses[language, default: []].append((range, forms))
      }
    }
    let minority: Language = uses[.en, default: []].count > uses[.zh, default: []].count ? .zh : .en
    let majority: Language = minority == .zh ? .en : .zh
    return uses[minority, default: []].map { range, forms in
      Diagnostic(
        "PLN080", .warning, at: range,
        message: Bilingual(
          zh: "“\(forms[minority])”是\(minority.name.zh)名称，本文件其余用\(majority.name.zh)",
          en: "“\(forms[minority])” is \(minority.name.en); the rest of the document is in "
            + majority.name.en),
        advice: Bilingual(
          zh: "写成“\(forms[majority])”，或运行 gongjiang fmt --names \(majority.rawValue)。",
          en: "Write “\(forms[majority])”, or run gongjiang fmt --names \(majority.rawValue)."))
    }
  }
}

extension Language {
  fileprivate var name: Bilingual {
    switch self {
    case .zh: Bilingual(zh: "中文", en: "Chinese")
    case .en: Bilingual(zh: "英文", en: "English")
    }
  }
}
