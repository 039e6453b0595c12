import CPango

/// A line of text with its glyphs, ready to be drawn.
final class TypesetLine {
  let style: PrintedText.Style
  /// In points.
  let width: Double
  let pointer: UnsafeMutablePointer<PangoLayoutLine>
  /// Lines read the text of their paragraph when they are drawn.
  private let paragraph: TypesetParagraph

  init(
    _ pointer: UnsafeMutablePointer<PangoLayoutLine>, of paragraph: TypesetParagraph,
    _ style: PrintedText.Style
  ) {
    var extents = PangoRectangle()
    pango_layout_line_get_extents(pointer, nil, &extents)
    width = Double(extents.width) / Double(PANGO_SCALE)
    self.style = style
    self.paragraph = paragraph
    self.pointer = pango_layout_line_ref(pointer)
  }

  deinit { pango_layout_line_unref(pointer) }

  var leading: Double { style.measures.leading }

  /// From the upper edge of the line to its baseline: the same for every script, so that a character
  /// from another font does not push its line away from the others.
  var ascent: Double {
    let measures = style.measures
    return (measures.leading - measures.size) / 2 + 0.86 * measures.size
  }
}

/// The layout of a paragraph, which its lines keep alive.
final class TypesetParagraph {
  let layout: OpaquePointer

  init(_ layout: OpaquePointer) { self.layout = layout }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }
}
