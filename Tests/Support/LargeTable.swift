/// Boxes that together fill a space and do not overlap: the rows of a large table without defects.
package enum LargeTable {
  /// Half-open intervals of whole numbers, one a column.
  package typealias Box = [Range<Int>]

  /// The extent of every column.
  package static let extent = 0..<1_000_000

  /// - Parameters:
  ///   - count: how many boxes.
  ///   - columns: how many columns.
  ///   - seed: which of the many ways to divide the space.
  /// - Returns: the boxes, made by dividing a random one again and again, in random order.
  package static func boxes(count: Int, columns: Int, seed: UInt64) -> [Box] {
    var random = SeededGenerator(seed: seed)
    var boxes: [Box] = [Array(repeating: extent, count: columns)]
    while boxes.count < count {
      let index = Int.random(in: boxes.indices, using: &random)
      let column = Int.random(in: 0..<columns, using: &random)
      let span = boxes[index][column]
      guard span.count > 1 else { continue }
      let cut = Int.random(in: (span.lowerBound + 1)..<span.upperBound, using: &random)
      var other = boxes[index]
      boxes[index][column] = span.lowerBound..<cut
      other[column] = cut..<span.upperBound
      boxes.append(other)
    }
    boxes.shuffle(using: &random)
    return boxes
  }

  /// Boxes of random place and size, many of which overlap: what hasty editing might leave behind.
  package static func entangled(count: Int, columns: Int, seed: UInt64) -> [Box] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      (0..<columns).map { _ in
        let low = Int.random(in: extent.dropLast(), using: &random)
        return low..<Int.random(in: (low + 1)...extent.upperBound, using: &random)
      }
    }
  }

  /// The boxes as a DMN model with one decision table.
  package static func model(_ boxes: [Box]) -> String {
    let columns = boxes.first?.indices.map { "x\($0)" } ?? []
    let allowed = "[\(extent.lowerBound)..\(extent.upperBound))"
    var text = """
      <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="large"
        namespace="urn:large">
      <decision id="d" name="Decision"><variable name="Decision"/>

      """
    for column in columns {
      text += """
        <informationRequirement><requiredInput href="#\(column)"/></informationRequirement>

        """
    }
    text += "<decisionTable hitPolicy=\"UNIQUE\">\n"
    for column in columns {
      text += """
        <input><inputExpression typeRef="number"><text>\(column)</text></inputExpression>
        <inputValues><text>\(allowed)</text></inputValues></input>

        """
    }
    text += "<output name=\"out\"/>\n"
    for (index, box) in boxes.enumerated() {
      let cells = box.map {
        "<inputEntry><text>[\($0.lowerBound)..\($0.upperBound))</text></inputEntry>"
      }
      text += "<rule>\(cells.joined())<outputEntry><text>\(index)</text></outputEntry></rule>\n"
    }
    text += "</decisionTable></decision>\n"
    for column in columns {
      text += """
        <inputData id="\(column)" name="\(column)"><variable name="\(column)" typeRef="number"/>
        </inputData>

        """
    }
    return text + "</definitions>\n"
  }
}
