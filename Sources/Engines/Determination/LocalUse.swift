package import Core

/// What a region has set in the place of a document's own figure.
package struct LocalUse: Sendable {
  /// The document's own value; `nil` where it has none that day.
  package let original: Shown?
  /// GB/T 2260 code of the region.
  package let region: String
  package let from: CivilDate?
  package let to: CivilDate?
  package let reason: Bilingual
  package let by: String
  package let cites: String?
  /// Since when the registry knows it; `nil` for a value from a file.
  package let since: CivilDate?

  package init(
    original: Shown?, region: String, from: CivilDate?, to: CivilDate?, reason: Bilingual,
    by: String, cites: String?, since: CivilDate?
  ) {
    self.original = original
    self.region = region
    self.from = from
    self.to = to
    self.reason = reason
    self.by = by
    self.cites = cites
    self.since = since
  }

  /// “地方取值（鹿城区 330302，2020-01-01 起），文件原值 40 课时。…”
  package var words: Bilingual {
    let name = RegionNames.name(of: region)
    let span = LocalUse.span(from, to)
    let own = original?.text ?? Bilingual(zh: "没有", en: "none")
    var zh = "地方取值（\(name.map { $0.zh + " " } ?? "")\(region)\(span.map { "，\($0.zh)" } ?? "")）"
    var en =
      "local value (\(name.map { $0.en + " " } ?? "")\(region)\(span.map { ", \($0.en)" } ?? ""))"
    zh +=
      "，文件原值 \(own.zh)。\(reason.zh)（\(by)\(cites.map { "，\($0)" } ?? "")\(since.map { "，\($0) 登记" } ?? "")）"
    en += "; the document's own: \(own.en). \(reason.en) (\(by)\(cites.map { ", \($0)" } ?? "")"
    en += "\(since.map { ", recorded \($0)" } ?? ""))"
    return Bilingual(zh: zh, en: en)
  }

  /// A span of days in words; `nil` for always.
  package static func span(_ from: CivilDate?, _ to: CivilDate?) -> Bilingual? {
    switch (from, to) {
    case (nil, nil): nil
    case (let from?, nil): Bilingual(zh: "\(from) 起", en: "from \(from)")
    case (nil, let to?): Bilingual(zh: "至 \(to)", en: "until \(to)")
    case (let from?, let to?): Bilingual(zh: "\(from) 至 \(to)", en: "\(from) to \(to)")
    }
  }
}
