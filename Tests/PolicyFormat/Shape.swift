import Core

/// All that a value holds, as text, without the places where things stand in a file: two readings
/// of equal shape mean the same.
func shape(_ value: Any) -> String {
  if value is SourceRange { return "" }
  if let source = value as? SourceText { return source.name }
  let mirror = Mirror(reflecting: value)
  if mirror.children.isEmpty { return "\(value)" }
  let parts = mirror.children.map { child in "\(child.label ?? "")=\(shape(child.value))" }
  return "(" + parts.joined(separator: " ") + ")"
}
