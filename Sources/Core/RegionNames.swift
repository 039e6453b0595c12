/// Names of the regions that the documents apply to, by their codes (GB/T 2260).
package enum RegionNames {
  /// The name of a prefecture, county or district; `nil` for all others.
  package static func name(of code: String) -> Bilingual? { names[code] }

  /// The code of a region by its name in either language; `nil` for all others.
  package static func code(named name: String) -> String? {
    names.first { $0.value.zh == name || $0.value.en == name }?.key
  }

  private static let names: [String: Bilingual] = [
    "330300": Bilingual(zh: "温州市", en: "Wenzhou"), "330302": Bilingual(zh: "鹿城区", en: "Lucheng"),
    "330303": Bilingual(zh: "龙湾区", en: "Longwan"), "330304": Bilingual(zh: "瓯海区", en: "Ouhai"),
    "330305": Bilingual(zh: "洞头区", en: "Dongtou"), "330324": Bilingual(zh: "永嘉县", en: "Yongjia"),
    "330326": Bilingual(zh: "平阳县", en: "Pingyang"), "330327": Bilingual(zh: "苍南县", en: "Cangnan"),
    "330328": Bilingual(zh: "文成县", en: "Wencheng"), "330329": Bilingual(zh: "泰顺县", en: "Taishun"),
    "330381": Bilingual(zh: "瑞安市", en: "Rui'an"), "330382": Bilingual(zh: "乐清市", en: "Yueqing"),
    "330383": Bilingual(zh: "龙港市", en: "Longgang"), "330500": Bilingual(zh: "湖州市", en: "Huzhou"),
    "330502": Bilingual(zh: "吴兴区", en: "Wuxing"), "331000": Bilingual(zh: "台州市", en: "Taizhou"),
    "331002": Bilingual(zh: "椒江区", en: "Jiaojiang"),
    "331003": Bilingual(zh: "黄岩区", en: "Huangyan"), "331004": Bilingual(zh: "路桥区", en: "Luqiao"),
    "331022": Bilingual(zh: "三门县", en: "Sanmen"), "331023": Bilingual(zh: "天台县", en: "Tiantai"),
    "331024": Bilingual(zh: "仙居县", en: "Xianju"), "331081": Bilingual(zh: "温岭市", en: "Wenling"),
    "331082": Bilingual(zh: "临海市", en: "Linhai"), "331083": Bilingual(zh: "玉环市", en: "Yuhuan"),
  ]
}
