/// How each style is set, in points.
extension PrintedText.Style {
  struct Measures {
    let size: Double
    /// From one baseline to the next.
    let leading: Double
    let isBold: Bool
    /// 0 is black.
    let grey: Double
    /// Left free above it, and below it.
    let before: Double
    let after: Double
    /// What it is to a program that reads the page aloud (ISO 32000-1, 14.8.4).
    let tag: String
  }

  var measures: Measures {
    switch self {
    case .title:
      Measures(size: 20, leading: 28, isBold: true, grey: 0, before: 0, after: 4, tag: "H1")
    case .subtitle:
      Measures(size: 10.5, leading: 16, isBold: false, grey: 0.25, before: 0, after: 10, tag: "P")
    case .heading:
      Measures(size: 12.5, leading: 19, isBold: true, grey: 0, before: 12, after: 4, tag: "H2")
    case .lead:
      Measures(size: 13, leading: 21, isBold: true, grey: 0, before: 4, after: 4, tag: "P")
    case .body:
      Measures(size: 10.5, leading: 16.5, isBold: false, grey: 0, before: 0, after: 3, tag: "P")
    case .strong:
      Measures(size: 10.5, leading: 16.5, isBold: true, grey: 0, before: 0, after: 3, tag: "P")
    case .small:
      Measures(size: 9, leading: 13.5, isBold: false, grey: 0.25, before: 0, after: 2, tag: "P")
    case .label:
      Measures(size: 9.5, leading: 16.5, isBold: false, grey: 0.25, before: 0, after: 3, tag: "P")
    }
  }

  var isCentred: Bool { self == .title || self == .subtitle }
}
