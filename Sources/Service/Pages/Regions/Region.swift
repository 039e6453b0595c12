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

  /// The places of the list that are one of these or lie in one, in the order of their codes.
  package static func known(within regions: Set<String>) -> [Region] {
    provinceDistricts.filter { place in regions.contains { place.code.isRegion(within: $0) } }
  }

  /// Places to choose from: first those of the prefectures that the codes lie in, each a group.
  package static func groups(near codes: [String]) -> [(title: Bilingual, regions: [Region])] {
    let near = Set(codes.map { String($0.prefix(4)) })
    let prefectures = provinceDistricts.filter { $0.code.hasSuffix("00") }
    func isNear(_ region: Region) -> Bool { near.contains(String(region.code.prefix(4))) }
    var groups: [(title: Bilingual, regions: [Region])] = prefectures.filter(isNear).map { place in
      let within = provinceDistricts.filter { $0.code.hasPrefix(place.code.prefix(4)) }
      return (title: place.name, regions: within)
    }
    let others = prefectures.filter { !isNear($0) }
    groups.append((title: Bilingual(zh: "浙江省其他市", en: "Elsewhere in Zhejiang"), regions: others))
    groups.append((title: Bilingual(zh: "省外", en: "Outside the province"), regions: provinces))
    return groups.filter { !$0.regions.isEmpty }
  }

  private static let names = Dictionary(
    ([Region("330000", "浙江省", "Zhejiang")] + provinceDistricts + provinces)
      .map { ($0.code, $0.name) },
    uniquingKeysWith: { first, _ in first })
}
