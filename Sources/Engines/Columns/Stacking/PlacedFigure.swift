import Core
import FEEL
import PolicyPlan

/// A figure that a stacking rule goes by, by place and day.
struct PlacedFigure: Sendable {
  private let own: Program.SteppedFigure
  private let regional: [Program.SteppedFigure]
  /// By code of a text, the region it lies in, one more than its place in `regional`; 0 for none.
  private let regionOf: [UInt16]

  /// - Parameters:
  ///   - figure: by place.
  ///   - texts: by their codes.
  ///   - units: a value as the rule computes with it; a mark for what it cannot.
  init(_ figure: FigureByPlace, _ texts: TextCodes, _ units: (Value) -> Int64) {
    func stepped(_ values: [FigureByPlace.Dated]) -> Program.SteppedFigure {
      Program.SteppedFigure(
        from: values.map(\.from), values: values.map { $0.value.map(units) ?? .unknown },
        width: .wide)
    }
    own = stepped(figure.own)
    regional = figure.regions.map { stepped($0.values) }
    var regionOf: [UInt16] = []
    if !figure.regions.isEmpty {
      regionOf = Array(repeating: 0, count: texts.count)
      // The most specific comes first, and so is put last.
      for (place, region) in figure.regions.enumerated().reversed() {
        for code in texts.codes(within: region.code) {
          regionOf[Int(code)] = UInt16(clamping: place + 1)
        }
      }
    }
    self.regionOf = regionOf
  }

  /// The same everywhere and always.
  init(_ value: Int64) {
    own = Program.SteppedFigure(from: [.none + 1], values: [value], width: .wide)
    regional = []
    regionOf = []
  }

  /// The value at a place on a day; unknown without either, and where there is none.
  func value(in place: Int32, on day: Int32) -> Int64 {
    if regionOf.isEmpty { return own.value(on: day) }
    if place == .unknown { return .unknown }
    guard place >= 0, place < regionOf.count, regionOf[Int(place)] > 0 else {
      return own.value(on: day)
    }
    return regional[Int(regionOf[Int(place)]) - 1].value(on: day)
  }
}

/// A setting that may depend on an assumption.
enum PlacedSetting<Value: Sendable>: Sendable {
  case fixed(Value)
  /// 1 while the assumption is true.
  case depends(PlacedFigure, then: Value, otherwise: Value)

  /// What holds at a place on a day; `nil` while nobody knows.
  func value(in place: Int32, on day: Int32) -> Value? {
    switch self {
    case .fixed(let value): return value
    case .depends(let figure, let then, let otherwise):
      let truth = figure.value(in: place, on: day)
      return truth.isMark ? nil : truth == 1 ? then : otherwise
    }
  }
}
