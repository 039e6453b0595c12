import Core

extension Money {
  /// In the characters that cannot be altered by a stroke, as Chinese papers about money show sums
  /// (支付结算办法, annex 1): 叁仟零伍元整.
  var capitals: String {
    let digits = Array("零壹贰叁肆伍陆柒捌玖")
    let magnitude = fen.magnitude
    let (yuan, jiao, rest) = (magnitude / 100, Int(magnitude / 10 % 10), Int(magnitude % 10))
    var text = fen < 0 ? "负" : ""
    if yuan > 0 || jiao + rest == 0 { text += Money.integer(yuan, digits) + "元" }
    if jiao + rest == 0 { return text + "整" }
    if jiao > 0 { text += "\(digits[jiao])角" } else if yuan > 0 { text += "零" }
    if rest > 0 { text += "\(digits[rest])分" } else { text += "整" }
    return text
  }

  /// A whole number in groups of four digits; zeros between others are said once.
  private static func integer(_ number: UInt64, _ digits: [Character]) -> String {
    if number == 0 { return "零" }
    var groups: [Int] = []
    var left = number
    while left > 0 {
      groups.append(Int(left % 10_000))
      left /= 10_000
    }
    var text = ""
    var isZeroOpen = false
    for (place, group) in groups.enumerated().reversed() {
      if group == 0 {
        isZeroOpen = !text.isEmpty
        continue
      }
      if !text.isEmpty, isZeroOpen || group < 1000 { text += "零" }
      text += hundreds(group, digits) + large[place]
      isZeroOpen = false
    }
    return text
  }

  private static let large = ["", "万", "亿", "万亿", "亿亿"]

  /// 1 to 9,999.
  private static func hundreds(_ number: Int, _ digits: [Character]) -> String {
    var text = ""
    var isZeroOpen = false
    for (unit, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
      let digit = number / unit % 10
      if digit == 0 {
        isZeroOpen = !text.isEmpty
        continue
      }
      if isZeroOpen { text += "零" }
      text += "\(digits[digit])\(name)"
      isZeroOpen = false
    }
    return text
  }
}
