internal import CXML
package import Core

extension XMLElement {
  /// Levels of nesting a document may have.
  package static let depthLimit = 200

  /// Reads a document with libxml2. Entities are not expanded, no file and no address is opened,
  /// and a document that declares a DTD of its own is refused.
  ///
  /// - Throws: `XML001` when it is not well formed, `XML002` for a DTD, `XML003` when it is nested
  ///   too deeply.
  package static func parse(_ source: SourceText) throws(DiagnosticsError) -> XMLElement {
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue
    guard source.bytes.count < Int(Int32.max) else {
      throw refusal(
        source,
        .malformed(
          Bilingual(zh: "文件大于 2 GB", en: "the file is larger than 2 GB"), line: 1))
    }
    _ = libraryIsReady
    xmlResetLastError()
    // Safe: libxml2 copies what it keeps, and the bytes outlive the call.
    let document = source.bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        xmlReadMemory($0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(options))
      }
    }
    guard let document else {
      let last = xmlGetLastError()
      let words = last?.pointee.message.map { String(cString: $0) } ?? "Document is empty"
      // libxml2 has a limit of its own, above ours.
      if words.hasPrefix("Excessive depth") { throw refusal(source, .tooDeep) }
      let code = xmlParserErrors(rawValue: UInt32(last?.pointee.code ?? 0))
      let reason = Bilingual(
        zh: chinese(code), en: String(words.prefix { $0 != "\n" }))
      throw refusal(source, .malformed(reason, line: Int(last?.pointee.line ?? 1)))
    }
    defer { xmlFreeDoc(document) }
    if document.pointee.intSubset != nil { throw refusal(source, .documentType) }
    guard let root = xmlDocGetRootElement(document),
      let element = element(root, depth: 0)
    else { throw refusal(source, .tooDeep) }
    return element
  }

  /// libxml2 asks to be set up once before several threads use it.
  private static let libraryIsReady: Void = xmlInitParser()

  /// The element and all below it, or `nil` when that is too deep.
  private static func element(_ node: xmlNodePtr, depth: Int) -> XMLElement? {
    guard depth < depthLimit else { return nil }
    var children: [XMLElement] = []
    var text = ""
    var next = node.pointee.children
    while let child = next {
      switch child.pointee.type {
      case XML_ELEMENT_NODE:
        guard let element = element(child, depth: depth + 1) else { return nil }
        children.append(element)
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        text += string(child.pointee.content)
      default: break
      }
      next = child.pointee.next
    }
    return XMLElement(
      name: string(node.pointee.name), namespace: string(node.pointee.ns?.pointee.href),
      attributes: attributes(of: node), children: children, text: text,
      line: Int(xmlGetLineNo(node)))
  }

  private static func attributes(of node: xmlNodePtr) -> [String: String] {
    var attributes: [String: String] = [:]
    var next = node.pointee.properties
    while let attribute = next {
      var value = ""
      var part = attribute.pointee.children
      while let piece = part {
        value += string(piece.pointee.content)
        part = piece.pointee.next
      }
      let name = string(attribute.pointee.name)
      if attribute.pointee.ns == nil || attributes[name] == nil { attributes[name] = value }
      next = attribute.pointee.next
    }
    return attributes
  }

  // Safe: libxml2's strings end in a zero and live as long as the document; they are copied here.
  private static func string(_ characters: UnsafePointer<xmlChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }

  private static func string(_ characters: UnsafeMutablePointer<xmlChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }

  /// What libxml2's commonest errors say; it has words in English alone.
  private static func chinese(_ code: xmlParserErrors) -> String {
    switch code {
    case XML_ERR_OK, XML_ERR_DOCUMENT_EMPTY: "没有元素"
    case XML_ERR_DOCUMENT_END: "根元素之后还有内容"
    case XML_ERR_UNDECLARED_ENTITY: "用了未定义的实体"
    case XML_ERR_ATTRIBUTE_REDEFINED: "属性写了两次"
    case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
      XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
      "属性的值没有写在引号里"
    case XML_ERR_GT_REQUIRED, XML_ERR_SPACE_REQUIRED, XML_ERR_NAME_REQUIRED: "标签没有写对"
    case XML_ERR_TAG_NAME_MISMATCH: "开始标签与结束标签不一致"
    case XML_ERR_TAG_NOT_FINISHED: "有元素没有结束标签"
    case XML_ERR_INVALID_CHAR: "含有 XML 不允许的字符"
    default: "语法错误（libxml2 错误码 \(code.rawValue)）"
    }
  }

  private enum Refusal {
    case malformed(Bilingual, line: Int)
    case documentType
    case tooDeep
  }

  private static func refusal(_ source: SourceText, _ refusal: Refusal) -> DiagnosticsError {
    let diagnostic: Diagnostic
    switch refusal {
    case .malformed(let reason, let line):
      let start = source.lineStarts[min(max(line, 1), source.lineStarts.count) - 1]
      diagnostic = Diagnostic(
        "XML001", at: SourceRange(start, start + 1),
        message: Bilingual(
          zh: "不是完好的 XML：\(reason.zh)", en: "this is not well-formed XML: \(reason.en)"),
        advice: Bilingual(zh: "请用 XML 工具重新导出该文件。", en: "Export the file again with an XML tool."))
    case .documentType:
      diagnostic = Diagnostic(
        "XML002", at: nil,
        message: Bilingual(zh: "文件声明了自己的 DTD", en: "the file declares a DTD of its own"),
        advice: Bilingual(
          zh: "请删去 <!DOCTYPE …>：实体与外部引用不被接受。",
          en: "Remove <!DOCTYPE …>: entities and outside references are not accepted."))
    case .tooDeep:
      diagnostic = Diagnostic(
        "XML003", at: nil,
        message: Bilingual(
          zh: "元素嵌套超过 \(depthLimit) 层", en: "elements are nested more than \(depthLimit) deep"),
        advice: Bilingual(zh: "请简化该文件。", en: "Make the file flatter."))
    }
    return DiagnosticsError(source: source, diagnostics: [diagnostic])
  }
}
