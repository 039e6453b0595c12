import CPango
import Core

/// Breaks paragraphs into lines and finds a font for every character.
///
/// Where a line may break is the business of the library, which knows the rules of both scripts
/// (Unicode Standard Annex 14): no full stop begins a line, no word is cut while it fits.
final class Typesetter {
  private let context: OpaquePointer
  private let language: Language
  private let descriptions: [PrintedText.Style: OpaquePointer]
  /// Fonts that are asked in turn; where none has a character any of the machine is.
  private static let families = "Noto Sans CJK SC, HanaMinA, HanaMinB, sans-serif"

  /// - Parameters:
  ///   - fonts: the fonts of the machine.
  ///   - language: of all paragraphs.
  init(_ fonts: Fonts, _ language: Language) {
    context = pango_font_map_create_context(fonts.map)
    self.language = language
    pango_context_set_language(
      context, pango_language_from_string(language == .zh ? "zh-cn" : "en"))
    // On paper nothing has to meet the dots of a screen.
    pango_context_set_round_glyph_positions(context, 0)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    var descriptions: [PrintedText.Style: OpaquePointer] = [:]
    for style in PrintedText.Style.allCases {
      guard let description = pango_font_description_new() else { continue }
      pango_font_description_set_family(description, Self.families)
      pango_font_description_set_size(
        description, Int32(style.measures.size * Double(PANGO_SCALE)))
      pango_font_description_set_weight(
        description, style.measures.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
      descriptions[style] = description
    }
    self.descriptions = descriptions
  }

  deinit {
    for description in descriptions.values { pango_font_description_free(description) }
    g_object_unref(UnsafeMutableRawPointer(context))
  }

  /// The lines of a paragraph.
  ///
  /// - Parameters:
  ///   - text: the paragraph; a line feed in it ends a line.
  ///   - width: of the column, in points.
  /// - Returns: the lines; none for an empty text.
  /// - Throws: `PrintProblem.noGlyphs`, `.failed`.
  func lines(_ text: PrintedText, width: Double) throws(PrintProblem) -> [TypesetLine] {
    if text.text.isEmpty { return [] }
    let paragraph = try paragraph(text.text, text.style)
    pango_layout_set_width(paragraph.layout, Int32(width * Double(PANGO_SCALE)))
    if pango_layout_get_unknown_glyphs_count(paragraph.layout) > 0 {
      throw .noGlyphs(characters: try missing(text))
    }
    let count = pango_layout_get_line_count(paragraph.layout)
    var lines: [TypesetLine] = []
    for number in 0..<count {
      guard let line = pango_layout_get_line_readonly(paragraph.layout, number) else { continue }
      lines.append(TypesetLine(line, of: paragraph, text.style))
    }
    return lines
  }

  /// The characters that no font has, each once.
  private func missing(_ text: PrintedText) throws(PrintProblem) -> String {
    var missing = ""
    for character in text.text where !missing.contains(character) {
      let alone = try paragraph(String(character), text.style)
      if pango_layout_get_unknown_glyphs_count(alone.layout) > 0 { missing.append(character) }
    }
    return missing
  }

  private func paragraph(
    _ text: String, _ style: PrintedText.Style
  ) throws(PrintProblem) -> TypesetParagraph {
    guard let layout = pango_layout_new(context) else { throw .failed(detail: "pango") }
    pango_layout_set_font_description(layout, descriptions[style])
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    // A number or a code that is broken gets no hyphen that is not in it.
    let attributes = pango_attr_list_new()
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
    // A NUL would end the text for the library.
    let clean = text.replacing("\0", with: "\u{FFFD}")
    for run in Self.runs(of: clean, where: { $0 < 0x2000 }) {
      Self.insert(pango_attr_family_new(Self.latinFamilies), over: run, into: attributes)
    }
    if language == .en {
      // Quotes and dashes, which the fonts make as wide as a Chinese character else.
      for run in Self.runs(of: clean, where: { (0x2010...0x2026) ~= $0 }) {
        Self.insert(pango_attr_font_features_new("pwid=1"), over: run, into: attributes)
      }
    }
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    pango_layout_set_text(layout, clean, -1)
    return TypesetParagraph(layout)
  }

  private static func insert(
    _ attribute: UnsafeMutablePointer<PangoAttribute>?, over run: Range<Int>,
    into list: OpaquePointer?
  ) {
    guard let attribute else { return }
    attribute.pointee.start_index = UInt32(run.lowerBound)
    attribute.pointee.end_index = UInt32(run.upperBound)
    pango_attr_list_insert(list, attribute)
  }

  /// Where characters of a kind stand, in bytes.
  private static func runs(of text: String, where isMeant: (UInt32) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if isMeant(scalar.value) {
        if let last = runs.last, last.upperBound == offset {
          runs[runs.count - 1] = last.lowerBound..<end
        } else {
          runs.append(offset..<end)
        }
      }
      offset = end
    }
    return runs
  }

  /// Of letters and digits of Latin and its neighbours.
  ///
  /// cairo 1.16 puts a font whole into the file, 0.9 MB, when letters and Chinese characters of it
  /// meet. Letters of its sister for Japanese look the same; with them the file is a tenth as large.
  private static let latinFamilies = "Noto Sans CJK JP, " + families
}
