import CZip

/// A workbook that was written, read back: the library that writes it keeps its sheet in temporary
/// files and does not tell when the disk of one of them was full.
package enum WrittenWorkbook {
  private static let sheet = "xl/worksheets/sheet1.xml"
  private static let rowEnd = Array("</row>".utf8)
  private static let sheetEnd = Array("</worksheet>".utf8)

  /// Whether the first sheet is there to its end.
  ///
  /// - Parameters:
  ///   - path: of the workbook.
  ///   - rows: how many rows it must have.
  /// - Returns: `false` also when the file cannot be read. Memory does not follow its size.
  package static func isWhole(_ path: String, rows: Int) -> Bool {
    guard let archive = zip_open(path, ZIP_RDONLY, nil) else { return false }
    defer { zip_discard(archive) }
    guard let file = zip_fopen(archive, sheet, 0) else { return false }
    defer { zip_fclose(file) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    // What an end tag may begin in.
    var tail: [UInt8] = []
    var found = 0
    while true {
      let count = zip_fread(file, &chunk, UInt64(chunk.count))
      guard count >= 0 else { return false }
      if count == 0 { break }
      let text = tail + chunk.prefix(Int(count))
      found += self.count(of: rowEnd, in: text, from: max(0, tail.count - rowEnd.count + 1))
      tail = text.suffix(sheetEnd.count)
    }
    return found == rows && tail == sheetEnd
  }

  /// How often a tag begins at or behind a place.
  private static func count(of tag: [UInt8], in text: [UInt8], from start: Int) -> Int {
    var found = 0
    var place = start
    while place + tag.count <= text.count {
      if text[place] == tag[0], text[place..<(place + tag.count)].elementsEqual(tag) { found += 1 }
      place += 1
    }
    return found
  }
}
