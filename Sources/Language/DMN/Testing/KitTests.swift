public import Core
public import FEEL
import XMLText

/// A file of tests in the form of the DMN conformance kit.
public struct KitTests: Sendable {
  public let modelName: String
  public let cases: [Case]

  public struct Case: Sendable {
    public let id: String
    /// A decision service or knowledge model to call; `nil` evaluates the decisions that are asked
    /// for.
    let invocable: String?
    let inputs: Context
    let imported: [String: Context]
    public let results: [Result]
  }

  /// One expected value of a case.
  public struct Result: Sendable {
    public let name: String
    public let expected: Value
    /// Whether the kit says that an error is expected: then the value is null.
    public let isError: Bool
  }

  /// - Throws: XML001–XML003, or DMN004 when the file holds no tests.
  public static func read(_ source: SourceText) throws(DiagnosticsError) -> KitTests {
    let root = try XMLElement.parse(source)
    guard root.name == "testCases" else {
      throw DiagnosticsError(
        source: source,
        diagnostics: [
          Diagnostic(
            "DMN004", at: nil,
            message: Bilingual(
              zh: "这不是测试文件：根元素是 \(root.name)",
              en: "this is no file of tests: its root element is \(root.name)"),
            advice: Bilingual(
              zh: "请给出含 testCases 的文件。", en: "Give a file with testCases."))
        ])
    }
    return KitTests(
      modelName: root.first("modelName")?.text.trimmed ?? "", cases: root.all("testCase").map(test))
  }

  private static func test(_ node: XMLElement) -> Case {
    var inputs = Context()
    var imported: [String: Context] = [:]
    for input in node.all("inputNode") {
      let name = (input["name"] ?? "").collapsed
      if let namespace = input["namespace"] {
        imported[namespace, default: Context()][name] = KitValue.value(input)
      } else {
        inputs[name] = KitValue.value(input)
      }
    }
    return Case(
      id: node["id"] ?? "",
      invocable: ["decisionService", "bkm"].contains(node["type"]) ? node["invocableName"] : nil,
      inputs: inputs,
      imported: imported,
      results: node.all("resultNode").map { result in
        Result(
          name: (result["name"] ?? "").collapsed,
          expected: result.first("expected").map(KitValue.value) ?? .null,
          isError: result["errorResult"] == "true")
      })
  }
}

/// Values as the kit writes them: XML Schema types, lists and components.
private enum KitValue {
  static func value(_ node: XMLElement) -> Value {
    if let list = node.first("list") {
      if list["nil"] == "true" { return .null }
      return .list(list.all("item").map(value))
    }
    let components = node.all("component")
    if !components.isEmpty {
      return .context(Context(components.map { (($0["name"] ?? "").collapsed, value($0)) }))
    }
    guard let value = node.first("value") else { return .null }
    return scalar(value)
  }

  private static func scalar(_ node: XMLElement) -> Value {
    if node["nil"] == "true" { return .null }
    let text = node.text
    let type = node["type"]?.split(separator: ":").last.map(String.init) ?? "string"
    let value: Value? =
      switch type {
      case "decimal", "double", "integer", "float", "int", "long":
        Decimal128(text.trimmed).map(Value.number)
      case "boolean": .boolean(text.trimmed == "true")
      case "date": CivilDate(text.trimmed).map(Value.date)
      case "time": TimeOfDay(text.trimmed).map(Value.time)
      case "dateTime": DateTime(text.trimmed).map(Value.dateTime)
      case "duration": duration(text.trimmed)
      default: .string(text)
      }
    return value ?? .string(text)
  }

  private static func duration(_ text: String) -> Value? {
    YearMonthDuration(text).map(Value.yearMonthDuration)
      ?? DayTimeDuration(text).map(Value.dayTimeDuration)
  }
}
