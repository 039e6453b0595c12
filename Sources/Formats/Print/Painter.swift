import CPango
import Core

/// Draws pages into a PDF file in memory.
struct Painter {
  private let document: PrintedDocument
  private let typesetter: Typesetter

  init(_ document: PrintedDocument, _ typesetter: Typesetter) {
    self.document = document
    self.typesetter = typesetter
  }

  /// - Parameter pages: what stands on them.
  /// - Returns: the bytes of the file.
  /// - Throws: `PrintProblem`.
  func paint(_ pages: [[Mark]]) throws(PrintProblem) -> [UInt8] {
    let sink = Sink()
    let surface = cairo_pdf_surface_create_for_stream(
      append, Unmanaged.passUnretained(sink).toOpaque(), Sheet.width, Sheet.height)
    defer { cairo_surface_destroy(surface) }
    let canvas = cairo_create(surface)
    defer { cairo_destroy(canvas) }
    describe(surface)
    for (index, marks) in pages.enumerated() {
      for mark in marks { draw(mark, canvas) }
      try drawFoot(index + 1, of: pages.count, canvas)
      cairo_show_page(canvas)
    }
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS, cairo_status(canvas) == CAIRO_STATUS_SUCCESS else {
      let worst = status == CAIRO_STATUS_SUCCESS ? cairo_status(canvas) : status
      throw .failed(detail: String(cString: cairo_status_to_string(worst)))
    }
    return withExtendedLifetime(sink) { sink.bytes }
  }

  private func describe(_ surface: OpaquePointer?) {
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    for (key, text) in [
      (CAIRO_PDF_METADATA_TITLE, document.title), (CAIRO_PDF_METADATA_AUTHOR, document.author),
      (CAIRO_PDF_METADATA_CREATOR, "Gongjiang"),
      // Without a zone: the day where it is issued.
      (CAIRO_PDF_METADATA_CREATE_DATE, "\(document.created)T00:00:00"),
    ] { cairo_pdf_surface_set_metadata(surface, key, text) }
  }

  private func draw(_ mark: Mark, _ canvas: OpaquePointer?) {
    switch mark {
    case .line(let line, let x, let baseline):
      let grey = line.style.measures.grey
      cairo_set_source_rgb(canvas, grey, grey, grey)
      cairo_move_to(canvas, x, baseline)
      pango_cairo_show_layout_line(canvas, line.pointer)
    case .rule(let x, let y, let width, let weight, let grey):
      cairo_set_source_rgb(canvas, grey, grey, grey)
      cairo_set_line_width(canvas, weight)
      cairo_move_to(canvas, x, y)
      cairo_line_to(canvas, x + width, y)
      cairo_stroke(canvas)
    case .symbol(let symbol, let x, let y, let side): draw(symbol, x: x, y: y, side, canvas)
    case .open(let tag, let address):
      cairo_tag_begin(canvas, tag, address.map { "uri='\(Self.quoted($0))'" } ?? "")
    case .close(let tag): cairo_tag_end(canvas, tag)
    }
  }

  /// As it stands between single quotes.
  private static func quoted(_ address: String) -> String {
    address.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }

  /// The whole symbol is one shape, so that no viewer leaves hair lines between its squares.
  private func draw(
    _ symbol: QRSymbol, x: Double, y: Double, _ side: Double, _ canvas: OpaquePointer?
  ) {
    let square = side / Double(symbol.size + 2 * QRSymbol.quietZone)
    let zone = square * Double(QRSymbol.quietZone)
    for run in symbol.runs {
      cairo_rectangle(
        canvas, x + zone + Double(run.column) * square, y + zone + Double(run.row) * square,
        Double(run.length) * square, square)
    }
    cairo_set_source_rgb(canvas, 0, 0, 0)
    cairo_fill(canvas)
  }

  private func drawFoot(
    _ number: Int, of count: Int, _ canvas: OpaquePointer?
  ) throws(PrintProblem) {
    draw(
      .rule(
        x: Sheet.margin, y: Sheet.footBaseline - 14, width: Sheet.contentWidth, weight: 0.4,
        grey: 0.6),
      canvas)
    let words = Bilingual(zh: "第 \(number) 页，共 \(count) 页", en: "Page \(number) of \(count)")
    let page = try typesetter.lines(
      PrintedText(words[document.language], .small), width: Sheet.contentWidth)
    let pageWidth = page.first?.width ?? 0
    for line in page {
      let x = Sheet.margin + Sheet.contentWidth - line.width
      draw(.line(line, x: x, baseline: Sheet.footBaseline), canvas)
    }
    let foot = try typesetter.lines(
      PrintedText(document.footer, .small), width: Sheet.contentWidth - pageWidth - 20)
    for (index, line) in foot.prefix(2).enumerated() {
      let baseline = Sheet.footBaseline + Double(index) * 12
      draw(.line(line, x: Sheet.margin, baseline: baseline), canvas)
    }
  }
}

/// Takes the bytes of a file as they come.
private final class Sink {
  var bytes: [UInt8] = []
}

/// Called by the library, on the thread that paints.
private func append(
  _ sink: UnsafeMutableRawPointer?, _ data: UnsafePointer<UInt8>?, _ count: UInt32
) -> cairo_status_t {
  guard let sink, let data else { return CAIRO_STATUS_WRITE_ERROR }
  // Safe: the painter holds the sink until the surface is finished.
  Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes.append(
    contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
  return CAIRO_STATUS_SUCCESS
}
