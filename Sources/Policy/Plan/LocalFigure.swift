package import Core
package import FEEL
import LocalValues

/// A region's value in the place of a document's own figure, typed.
package struct LocalFigure: Sendable {
  /// GB/T 2260 code; it holds there and in the districts below, unless one of them sets its own.
  package let region: String
  package let from: CivilDate?
  package let to: CivilDate?
  package let value: Value
  package let reason: Bilingual
  package let by: String
  package let cites: String?
  /// Since when the registry knows it; `nil` for a value from a file.
  package let since: CivilDate?

  package func covers(_ day: CivilDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }
}

extension [LocalFigure] {
  /// Position of the value that holds for a party of a region on a day: of the regions that it lies
  /// in and that have a value that day, the most specific.
  ///
  /// - Returns: `nil` where the document's own value holds.
  package func position(in region: String, on day: CivilDate) -> Int? {
    // They stand in order, the most specific first.
    firstIndex { region.isRegion(within: $0.region) && $0.covers(day) }
  }

  /// The first day after another on which one of them begins or no longer holds.
  package func change(after day: CivilDate) -> CivilDate? {
    flatMap { [$0.from, $0.to.map { CivilDate(dayNumber: $0.dayNumber + 1) }] }
      .compactMap { $0 }.filter { $0 > day }.min()
  }

  /// In the order that `position` goes by: the most specific region first, then by code and time.
  mutating func insertInOrder(_ figure: LocalFigure) {
    append(figure)
    sort { left, right in
      let lengths = (left.region.regionPrefix.count, right.region.regionPrefix.count)
      if lengths.0 != lengths.1 { return lengths.0 > lengths.1 }
      if left.region != right.region { return left.region < right.region }
      return (left.from?.dayNumber ?? .min) < (right.from?.dayNumber ?? .min)
    }
  }
}

extension Plan {
  /// The local values of a figure, in the order that the most specific comes first.
  package func locals(of figure: Figure) -> [LocalFigure] {
    switch figure {
    case .parameter(let index): parameters[index].locals
    case .assumption(let index): assumptions[index].locals
    }
  }

  /// The figure that a document calls by a name.
  package func figure(named name: String) -> Figure? {
    parameters.firstIndex { $0.name == name }.map(Figure.parameter)
      ?? assumptions.firstIndex { $0.name == name }.map(Figure.assumption)
  }

  /// Every figure of the document that has local values.
  package var figuresWithLocals: [Figure] {
    (parameters.indices.map(Figure.parameter) + assumptions.indices.map(Figure.assumption))
      .filter { !locals(of: $0).isEmpty }
  }

  /// The unit of a figure, as the document writes it.
  package func unit(of figure: Figure) -> String? {
    switch figure {
    case .parameter(let index): parameters[index].unit
    case .assumption(let index): assumptions[index].unit
    }
  }

  /// What the document itself says of a figure, in order of time.
  package func ownValues(of figure: Figure) -> [Value] {
    switch figure {
    case .parameter(let index): parameters[index].values.map(\.value)
    case .assumption(let index): [assumptions[index].value]
    }
  }

  func type(of figure: Figure) -> FEELType {
    switch figure {
    case .parameter(let index): parameters[index].type
    case .assumption(let index): assumptions[index].type
    }
  }

  /// Whether anything computes with a figure: a rule does, or it is a number, which is asked for by its
  /// name. An assumption that is true or false and that no rule reads is words.
  func computes(with figure: Figure) -> Bool {
    nodes.contains { node in
      switch (node.operation, figure) {
      case (.parameter(let used, _), .parameter(let index)): used == index
      case (.assumption(let used), .assumption(let index)): used == index
      default: false
      }
    } || stacking.contains { $0.figures.contains(figure) }
      || benefits.contains { $0.settings.contains { .assumption($0) == figure } }
      || type(of: figure) == .number
  }

  /// Whether a figure sets how many places a quota has or what a tie means, which is counted over the document's whole region.
  func isShareOfQuota(_ figure: Figure) -> Bool {
    stacking.contains { rule in
      guard case .quota(let quota) = rule.kind else { return false }
      return quota.share == figure || rule.kind.settings.contains { .assumption($0) == figure }
    }
  }
}

extension StackingRule {
  /// The figures that the rule computes with.
  package var figures: [Figure] {
    var figures = when.map { [Figure.assumption($0)] } ?? []
    switch kind {
    case .cap(let cap): figures += cap.limit.figure.map { [$0] } ?? []
    case .quota(let quota): figures.append(quota.share)
    default: break
    }
    figures += kind.settings.map(Figure.assumption)
    return figures
  }
}
