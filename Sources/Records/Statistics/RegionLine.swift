/// Counts and sums of one region.
struct RegionLine {
  /// By `LevelClass`, from 1.
  var levels = [Int](repeating: 0, count: LevelClass.allCases.count)
  /// High-skilled, not, not certain.
  var skills = [Int](repeating: 0, count: 3)
  /// High-skilled by a title alone.
  var titled = 0
  /// By class: who has a wage, and the sum in millionths of a yuan.
  var paid = [Int](repeating: 0, count: LevelClass.allCases.count)
  var sums = [Int128](repeating: 0, count: LevelClass.allCases.count)

  static func += (left: inout RegionLine, right: RegionLine) {
    for index in left.levels.indices {
      left.levels[index] += right.levels[index]
      left.paid[index] += right.paid[index]
      left.sums[index] += right.sums[index]
    }
    for index in left.skills.indices { left.skills[index] += right.skills[index] }
    left.titled += right.titled
  }
}
