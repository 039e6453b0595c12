extension PrintedDocument {
  /// The document as a PDF file (ISO 32000-1): its text is text, its fonts are in it, and headings
  /// and tables are marked as such for programs that read it aloud.
  ///
  /// - Returns: the bytes of the file.
  /// - Throws: `PrintProblem`.
  package func pdf() throws(PrintProblem) -> [UInt8] {
    try Press.use { (fonts) throws(PrintProblem) in
      let typesetter = Typesetter(fonts, language)
      var composer = Composer(typesetter)
      for block in blocks { try composer.add(block) }
      return try Painter(self, typesetter).paint(composer.pages)
    }
  }
}
