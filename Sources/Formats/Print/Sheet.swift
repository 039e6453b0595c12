/// The paper: A4 upright (ISO 216), in points of 1/72 inch from its upper left corner.
enum Sheet {
  static let width = 595.28
  static let height = 841.89
  /// 20 mm, which every printer can leave.
  static let margin = 56.7
  static let contentWidth = width - 2 * margin
  static let top = margin
  /// Below it stands the foot.
  static let bottom = height - 68
  static let footBaseline = height - 42
  static let codeSide = 108.0
}
