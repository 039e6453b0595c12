import Core
import MarkdownText

/// Finds bold text that will not be bold (CommonMark 0.29, 6.4).
///
/// `**` opens only where what follows is no blank, and is a punctuation mark only if a blank or
/// another mark stands before; the same backwards for closing. Chinese is written without blanks,
/// so `**“某”**是` shows its stars.
enum Emphasis {
  /// The pairs of `**` in a piece of text of which one cannot open or close.
  static func unrendered(in source: SourceText, within range: SourceRange) -> [SourceRange] {
    let spans = CodeSpan.all(in: source, within: range)
    var opening: Mark?
    var found: [SourceRange] = []
    for mark in marks(in: source, within: range)
    where !spans.contains(where: { $0.range.start <= mark.place && mark.place < $0.range.end }) {
      guard let first = opening else {
        opening = mark
        continue
      }
      opening = nil
      if !first.canOpen || !mark.canClose { found.append(SourceRange(first.place, mark.place + 2)) }
    }
    return found
  }

  private struct Mark {
    let place: Int
    let before: Unicode.Scalar
    let after: Unicode.Scalar

    var canOpen: Bool {
      !after.isBlank && (!after.isPunctuation || before.isBlank || before.isPunctuation)
    }
    var canClose: Bool {
      !before.isBlank && (!before.isPunctuation || after.isBlank || after.isPunctuation)
    }
  }

  private static func marks(in source: SourceText, within range: SourceRange) -> [Mark] {
    let scalars = Array(source.slice(range).unicodeScalars)
    var marks: [Mark] = []
    var place = range.start
    var index = 0
    while index < scalars.count {
      let isEscaped = index > 0 && scalars[index - 1] == "\\"
      if scalars[index] == "*", !isEscaped, index + 1 < scalars.count, scalars[index + 1] == "*" {
        marks.append(
          Mark(
            place: place, before: index > 0 ? scalars[index - 1] : "\n",
            after: index + 2 < scalars.count ? scalars[index + 2] : "\n"))
        index += 2
        place += 2
        continue
      }
      place += UTF8.width(scalars[index])
      index += 1
    }
    return marks
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { properties.isWhitespace }

  /// ASCII punctuation and Unicode's categories P*, which is what cmark asks.
  fileprivate var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default:
      isASCII && value > 32 && value < 127 && !properties.isAlphabetic
        && properties.numericType == nil
    }
  }
}
