import Core

/// Reads `multipart/form-data` (RFC 7578) as browsers write it: every part has a
/// `Content-Disposition` with a name, texts are UTF-8, nothing nests.
struct MultipartReader {
  private var rest: ArraySlice<UInt8>
  private let delimiter: [UInt8]

  init(body: [UInt8], boundary: String) {
    // The first delimiter has no line end before it; with one added all are alike.
    rest = (Array("\r\n".utf8) + body)[...]
    delimiter = Array("\r\n--\(boundary)".utf8)
  }

  /// - Throws: `Refusal` with 400 when a part is malformed or the end is missing.
  consuming func form() throws(Refusal) -> Form {
    var form = Form()
    _ = try take(upTo: delimiter)
    while !rest.starts(with: Array("--".utf8)) {
      guard form.fields.pairs.count + form.files.count < FormFields.maximum else {
        throw .unreadableForm(Bilingual(zh: "字段太多", en: "it has too many fields"))
      }
      let lineEnd = try take(upTo: Array("\r\n".utf8))
      guard lineEnd.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else {
        throw Self.malformed
      }
      try readPart(into: &form)
    }
    return form
  }

  private mutating func readPart(into form: inout Form) throws(Refusal) {
    var disposition: MediaType?
    while true {
      let line = try take(upTo: Array("\r\n".utf8))
      if line.isEmpty { break }
      guard let text = String(validating: line, as: UTF8.self),
        let colon = text.firstIndex(of: ":")
      else { throw Self.malformed }
      if text[..<colon].lowercased() == "content-disposition" {
        disposition = MediaType(String(text[text.index(after: colon)...]))
      }
    }
    let content = try take(upTo: delimiter)
    guard let disposition, disposition.name == "form-data",
      let name = disposition.parameters["name"]
    else { throw Self.malformed }
    if let file = disposition.parameters["filename"] {
      // An input without a chosen file sends an empty name.
      if !file.isEmpty {
        form.files.append(UploadedFile(field: name, name: file, bytes: Array(content)))
      }
      return
    }
    guard !content.contains(0), let value = String(validating: content, as: UTF8.self) else {
      throw .unreadableForm(
        Bilingual(zh: "字段“\(name)”不是 UTF-8 文字", en: "the field “\(name)” is not UTF-8 text"))
    }
    form.fields.pairs.append((name, value))
  }

  /// What stands before the next mark; the mark itself is passed over.
  private mutating func take(upTo mark: [UInt8]) throws(Refusal) -> ArraySlice<UInt8> {
    guard let first = mark.first else { return [] }
    var from = rest.startIndex
    while let candidate = rest[from...].firstIndex(of: first) {
      if rest[candidate...].starts(with: mark) {
        defer { rest = rest[(candidate + mark.count)...] }
        return rest[..<candidate]
      }
      from = candidate + 1
    }
    throw Self.malformed
  }

  private static let malformed = Refusal.unreadableForm(
    Bilingual(zh: "分段不完整或格式有误", en: "a part of it is incomplete or malformed"))
}
