import Core

/// A submitted form: its fields, and its files.
package struct Form: Sendable {
  package var fields: FormFields
  package var files: [UploadedFile]

  package init(fields: FormFields = FormFields(), files: [UploadedFile] = []) {
    self.fields = fields
    self.files = files
  }

  /// The first file sent under the name; a file input left empty sends none.
  package func file(_ name: String) -> UploadedFile? { files.first { $0.field == name } }
}

/// A file out of a form.
package struct UploadedFile: Sendable {
  /// The form field it came with.
  package let field: String
  /// What the client calls it: for messages only, never a path to open.
  package let name: String
  package let bytes: [UInt8]

  package init(field: String, name: String, bytes: [UInt8]) {
    self.field = field
    self.name = name
    self.bytes = bytes
  }
}

extension Request {
  /// The body read as a form, by its content type.
  /// - Throws: `Refusal` with 415 for any other type, with 400 for a malformed form.
  package func form() throws(Refusal) -> Form {
    let type = MediaType(headers["Content-Type"] ?? "")
    switch type.name {
    case "application/x-www-form-urlencoded":
      guard let fields = FormFields(urlEncoded: body) else {
        throw .unreadableForm(
          Bilingual(zh: "编码有误或字段太多", en: "it is wrongly encoded or has too many fields"))
      }
      return Form(fields: fields)
    case "multipart/form-data":
      guard let boundary = type.parameters["boundary"], (1...70).contains(boundary.utf8.count)
      else {
        throw .unreadableForm(Bilingual(zh: "没有分隔标记", en: "it has no boundary"))
      }
      return try MultipartReader(body: body, boundary: boundary).form()
    default:
      throw .notAForm(type.name)
    }
  }
}
