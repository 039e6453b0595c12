/// An element of an XML document, with what readers of data formats need of it.
package struct XMLElement: Sendable {
  /// Name without its prefix.
  package let name: String
  /// The namespace's URI, or the empty string.
  package let namespace: String
  /// By name without prefix; of two that differ only in namespace the one without any wins.
  package let attributes: [String: String]
  package let children: [XMLElement]
  /// The text directly inside, without that of children.
  package let text: String
  /// Line of the file, from 1.
  package let line: Int

  package func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  package func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The element without what lies in other namespaces: extensions of other tools.
  package func within(_ namespace: String) -> XMLElement {
    XMLElement(
      name: name, namespace: self.namespace, attributes: attributes,
      children: children.filter { $0.namespace == namespace }.map { $0.within(namespace) },
      text: text, line: line)
  }

  package subscript(attribute: String) -> String? { attributes[attribute] }
}
