/// Six-digit region codes of GB/T 2260: pairs of digits for province, prefecture and county.
extension String {
  /// Whether this code lies in the region of another: 330302 in 330300, 331002 in 331002. Trailing
  /// pairs of zeros stand for the whole of a province or prefecture.
  package func isRegion(within region: String) -> Bool {
    utf8.starts(with: region.regionPrefix.utf8)
  }

  /// The digits that all codes within this region begin with; the longer, the more specific.
  package var regionPrefix: Substring {
    var digits = utf8[...]
    while digits.count > 2, digits.suffix(2).elementsEqual("00".utf8) { digits.removeLast(2) }
    return Substring(digits)
  }

  /// Whether this is written as such a code: six digits, the first two of them a province.
  package var isRegionCode: Bool {
    utf8.count == 6 && utf8.allSatisfy { (0x30...0x39).contains($0) } && !hasPrefix("00")
  }
}
