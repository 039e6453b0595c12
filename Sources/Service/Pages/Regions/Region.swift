package import Core

/// A place of GB/T 2260 by its six-digit code and its name.
package struct Region: Sendable {
  package let code: String
  package let name: Bilingual

  init(_ code: String, _ zh: String, _ en: String) {
    self.code = code
    name = Bilingual(zh: zh, en: en)
  }

  /// What a code is called; the code itself where the list does not have it.
  package static func name(of code: String) -> Bilingual {
    names[code] ?? Bilingual(code)
  }

  /// Places to choose from, those of the named prefecture first.
  package static func groups(near code: String) -> [(title: Bilingual, regions: [Region])] {
    let prefecture = code.prefix(4) + "00"
    let near = provinceDistricts.filter { $0.code.hasPrefix(code.prefix(4)) }
    let others = provinceDistricts.filter { $0.code.hasSuffix("00") && $0.code != prefecture }
    return [
      (name(of: String(prefecture)), near),
      (Bilingual(zh: "浙江省其他市", en: "Elsewhere in Zhejiang"), others),
      (Bilingual(zh: "省外", en: "Outside the province"), provinces),
    ].filter { !$0.1.isEmpty }
  }

  private static let names = Dictionary(
    (provinceDistricts + provinces).map { ($0.code, $0.name) },
    uniquingKeysWith: { first, _ in first })
}
