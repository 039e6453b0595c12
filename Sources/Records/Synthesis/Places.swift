/// Where a town's people live and work (GB/T 2260).
enum Places {
  /// A county or district, and how many of 1,000 organisations sit there.
  struct Place: Sendable {
    let code: String
    let name: String
    let weight: Int
  }

  static let all: [Place] = [
    Place(code: "330302", name: "鹿城", weight: 70), Place(code: "330303", name: "龙湾", weight: 80),
    Place(code: "330304", name: "瓯海", weight: 70), Place(code: "330305", name: "洞头", weight: 6),
    Place(code: "330324", name: "永嘉", weight: 45), Place(code: "330326", name: "平阳", weight: 40),
    Place(code: "330327", name: "苍南", weight: 35), Place(code: "330328", name: "文成", weight: 8),
    Place(code: "330329", name: "泰顺", weight: 8), Place(code: "330381", name: "瑞安", weight: 90),
    Place(code: "330382", name: "乐清", weight: 95), Place(code: "330383", name: "龙港", weight: 23),
    Place(code: "331002", name: "椒江", weight: 55), Place(code: "331003", name: "黄岩", weight: 50),
    Place(code: "331004", name: "路桥", weight: 45), Place(code: "331022", name: "三门", weight: 18),
    Place(code: "331023", name: "天台", weight: 20), Place(code: "331024", name: "仙居", weight: 20),
    Place(code: "331081", name: "温岭", weight: 70), Place(code: "331082", name: "临海", weight: 50),
    Place(code: "331083", name: "玉环", weight: 52), Place(code: "330502", name: "吴兴", weight: 50),
  ]

  static let choice = Choice(all.indices.map { ($0, all[$0].weight) })

  /// Where people who are brought in come from.
  static let elsewhere = ["340100", "360100", "410100", "420100", "430100", "500000", "330100"]

  /// The regions whose city publishes lists, and the first year it does.
  static let publishers: [(region: String, since: Int)] = [
    ("330300", 2018), ("331000", 2021), ("330502", 2024),
  ]
}
