import Core
import XMLText

/// Lays out a model: a diagram for each benefit, what it rests on below it in rows (DMN 1.5, 13).
struct ModelDiagram {
  private let graph: ModelGraph
  private let builder: ModelBuilder
  private static let size = (width: 160, height: 60)
  private static let gap = (x: 50, y: 100)
  /// Between lines that lead to different boxes.
  private static let spacing = 8
  /// Boxes side by side at most.
  private static let columns = 6

  /// A box, and where it stands on the grid that all rows share.
  private struct Box {
    let node: ModelNode
    let row: Int
    let column: Int

    var x: Int { 30 + column * (ModelDiagram.size.width + ModelDiagram.gap.x) }
    var y: Int { 30 + row * (ModelDiagram.size.height + ModelDiagram.gap.y) }

    /// The middle of the upper and of the lower edge.
    var top: (x: Int, y: Int) { (x + ModelDiagram.size.width / 2, y) }
    var bottom: (x: Int, y: Int) { (top.x, y + ModelDiagram.size.height) }
  }

  init(_ graph: ModelGraph, _ builder: ModelBuilder) {
    self.graph = graph
    self.builder = builder
  }

  /// The id of a requirement, by the ids of its ends.
  static func edge(_ node: String, _ need: String) -> String { "\(node)-needs-\(need)" }

  func write(_ xml: inout MarkupWriter) {
    xml.element("dmndi:DMNDI") { xml in
      for benefit in builder.benefits {
        let name = graph.id(of: .benefit(benefit.index))
        xml.element(
          "dmndi:DMNDiagram",
          ["id": "diagram-\(name)", "name": graph.name(of: .benefit(benefit.index))]
        ) { self.diagram(of: .benefit(benefit.index), named: name, &$0) }
      }
    }
  }

  private func diagram(of root: ModelNode, named name: String, _ xml: inout MarkupWriter) {
    let boxes = boxes(below: root)
    for box in boxes {
      xml.element(
        "dmndi:DMNShape",
        ["id": "shape-\(name)-\(graph.id(of: box.node))", "dmnElementRef": graph.id(of: box.node)]
      ) {
        $0.element(
          "dc:Bounds",
          [
            "x": "\(box.x)", "y": "\(box.y)", "width": "\(ModelDiagram.size.width)",
            "height": "\(ModelDiagram.size.height)",
          ]
        ) { _ in }
      }
    }
    let targets = boxes.filter { !graph.needs(of: $0.node).isEmpty }
    for (number, box) in targets.enumerated() {
      for need in graph.needs(of: box.node) {
        guard let below = boxes.first(where: { $0.node == need }) else { continue }
        let reference = ModelDiagram.edge(graph.id(of: box.node), graph.id(of: need))
        xml.element(
          "dmndi:DMNEdge", ["id": "edge-\(name)-\(reference)", "dmnElementRef": reference]
        ) { xml in
          for point in ModelDiagram.way(from: below, to: box, number) {
            xml.element("di:waypoint", ["x": "\(point.x)", "y": "\(point.y)"]) { _ in }
          }
        }
      }
    }
  }

  /// The root at the top, then what it needs in rows: decisions and knowledge that need something
  /// themselves, those that need nothing, inputs. Rows stand centred under each other.
  private func boxes(below root: ModelNode) -> [Box] {
    var found: [ModelNode] = []
    var open = [root]
    while let node = open.popLast() {
      for need in graph.needs(of: node) where !found.contains(need) {
        found.append(need)
        open.append(need)
      }
    }
    let bands = [
      [root],
      found.filter { graph.kind(of: $0) != .input && !graph.needs(of: $0).isEmpty },
      found.filter { graph.kind(of: $0) != .input && graph.needs(of: $0).isEmpty },
      found.filter { graph.kind(of: $0) == .input },
    ]
    let rows = bands.flatMap(ModelDiagram.rows)
    let widest = rows.map(\.count).max() ?? 1
    return rows.enumerated().flatMap { level, row in
      row.enumerated().map { column, node in
        Box(node: node, row: level, column: (widest - row.count) / 2 + column)
      }
    }
  }

  /// Where the line of a requirement runs: up between the boxes and never behind one. Lines to one
  /// box run together, those to different boxes side by side.
  private static func way(
    from low: Box, to high: Box, _ number: Int
  ) -> [(x: Int, y: Int)] {
    let shift = (number % 5) * spacing
    let arrival = high.bottom.y + 26 + shift
    if low.row == high.row + 1 {
      return [low.top, (low.top.x, arrival), (high.bottom.x, arrival), high.bottom]
    }
    let departure = low.top.y - 26 - shift
    let isRight = low.column <= high.column
    let lane = (isRight ? low.x + size.width + 9 : low.x - gap.x + 9) + shift
    return [
      low.top, (low.top.x, departure), (lane, departure), (lane, arrival),
      (high.bottom.x, arrival), high.bottom,
    ]
  }

  /// A band in rows of equal length.
  private static func rows(_ band: [ModelNode]) -> [[ModelNode]] {
    if band.isEmpty { return [] }
    let count = (band.count + columns - 1) / columns
    let length = (band.count + count - 1) / count
    return stride(from: 0, to: band.count, by: length).map {
      Array(band[$0..<min($0 + length, band.count)])
    }
  }
}
