/// Chart.js as it is installed, which draws the tables of figures.
package struct ChartLibrary: Sendable {
  /// Where Debian's package `libjs-chart.js` puts it.
  package static let installedFile = "/usr/share/javascript/chart.js/chart.min.js"

  package let text: String
  /// Changes whenever the text does, so that browsers may keep it for ever.
  package let path: String

  package init(_ text: String) {
    self.text = text
    path = "/assets/chart-\(fingerprint(of: text)).js"
  }
}
