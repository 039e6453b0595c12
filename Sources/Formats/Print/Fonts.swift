import CPango
import Synchronization

/// The fonts of this machine: searched once and kept, for that takes longer than to print a page.
final class Fonts {
  let map: UnsafeMutablePointer<PangoFontMap>

  /// - Throws: `PrintProblem.failed`.
  init() throws(PrintProblem) {
    guard let map = pango_cairo_font_map_new() else { throw .failed(detail: "fontconfig") }
    self.map = map
    // So that a point of a font is a unit of the page.
    pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
  }

  deinit { g_object_unref(map) }
}

/// Fonts belong to one at a time: the library keeps what it finds in them without a lock.
enum Press {
  // Only ever touched under the lock that holds it.
  private struct Shared: @unchecked Sendable {
    var fonts: Fonts?
  }

  private static let shared = Mutex(Shared())

  /// Lends the fonts.
  ///
  /// - Parameter body: prints.
  /// - Returns: what `body` returns.
  /// - Throws: `PrintProblem.failed` where there are none, and what `body` throws.
  static func use<Result: Sendable>(
    _ body: (Fonts) throws(PrintProblem) -> Result
  ) throws(PrintProblem) -> Result {
    try shared.withLock { (shared) throws(PrintProblem) -> Result in
      let fonts = if let known = shared.fonts { known } else { try Fonts() }
      shared.fonts = fonts
      return try body(fonts)
    }
  }
}
