import Core

/// The pages that every page leads to.
package enum NavigationItem: String, Sendable, CaseIterable {
  case check = "check/"
  case policies = "policies/"
  case facts = "facts/"
  case scores = "scores/"
  case search = "search"
  case overview = "overview"

  var label: Bilingual {
    switch self {
    case .check: Bilingual(zh: "我能享受什么", en: "What can I get?")
    case .policies: Bilingual(zh: "政策文件", en: "Policy documents")
    case .facts: Bilingual(zh: "用文件测算", en: "Use a facts file")
    case .scores: Bilingual(zh: "评分和排名", en: "Scores")
    case .overview: Bilingual(zh: "全市概览", en: "Overview")
    case .search: Bilingual(zh: "查人查单位", en: "Search")
    }
  }
}
