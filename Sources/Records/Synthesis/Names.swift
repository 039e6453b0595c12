/// Names that say at once that nobody bears them.
///
/// A given name is made of the ten celestial stems and twelve earthly branches, which texts of law
/// call unnamed persons by (某甲 for "one A"); an organisation's name begins with 虚构, fictitious.
enum Names {
  /// Common surnames of the region, the commonest more often.
  private static let surnames = Choice(
    zip(
      [
        "陈", "林", "王", "张", "黄", "李", "叶", "周", "徐", "金", "吴", "郑", "朱", "潘", "胡", "杨", "蔡",
        "余", "项", "刘", "包", "谢", "应", "卢", "章", "何", "蒋", "孙", "赵", "夏", "邵", "方", "戴", "郭",
        "罗", "许", "马", "高", "钱", "沈", "董", "江", "柯", "欧阳", "上官", "诸葛",
      ], 0...
    ).map { ($0, 400 / ($1 + 5)) })

  private static let signs = [
    "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑", "寅", "卯", "辰", "巳", "午", "未",
    "申", "酉", "戌", "亥",
  ]

  /// A surname and one or two signs.
  static func person(_ draw: inout Draw) -> String {
    let name = draw.pick(surnames) + draw.pick(signs)
    return draw.chance(1500) ? name : name + draw.pick(signs)
  }

  /// Such as 虚构瑞安泵阀第0012号厂: the number tells it from every other.
  static func organisation(_ number: Int, place: String, trade: String, kind: String) -> String {
    "虚构\(place)\(trade)第\(Numbers.padded(number, 4))号\(kind)"
  }
}
