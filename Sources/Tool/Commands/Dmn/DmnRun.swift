import Core
import DMN
import FEEL
import JSONText
import Workbench

/// `dmn run`: works out all decisions of a model and prints them as JSON.
struct DmnRun {
  let session: Session
  let arguments: Arguments

  init(_ session: Session, _ arguments: Arguments) {
    self.session = session
    self.arguments = arguments
  }

  func run(_ path: String) throws -> ExitStatus {
    let model = try DecisionModel.read(try SourceText.read(path))
    let program = try DecisionProgram(model, imported: try KitFolder.models(beside: path))
    let (values, trace) = program.evaluateAll(inputs: try inputs(of: program))
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.key("decisions")
      writer.object { writer in
        for (name, value) in values {
          writer.key(name)
          writer.write(value)
        }
      }
      guard arguments.has(.trace) else { return }
      writer.key("trace")
      writer.array { writer in for step in trace.steps { writer.write(step) } }
    }
    session.output.line(writer.text)
    return .success
  }

  private func inputs(of program: DecisionProgram) throws -> Context {
    guard let name = arguments[.input] else { return Context() }
    let source =
      name == "-"
      ? try SourceText.decode(session.environment.readInput(), name: "<stdin>")
      : try SourceText.read(name)
    return try InputReader.read(source, for: program)
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ step: Trace.Step) {
    object { writer in
      writer.member("kind", step.kind.rawValue)
      writer.member("name", step.name)
      writer.key("value")
      writer.write(step.value)
      if case .null(let reason?) = step.value {
        writer.key("why")
        writer.object { writer in
          writer.member("code", reason.code)
          writer.member("zh", reason.message.zh)
          writer.member("en", reason.message.en)
        }
      }
      guard !step.tables.isEmpty else { return }
      writer.key("tables")
      writer.array { writer in for table in step.tables { writer.write(table) } }
    }
  }

  private mutating func write(_ table: Trace.TableHits) {
    object { writer in
      writer.key("hits")
      writer.array { writer in for rule in table.rules { writer.integer(rule) } }
      writer.key("rules")
      writer.integer(table.count)
    }
  }

  /// A FEEL value; what JSON has no form for is text as FEEL writes it.
  fileprivate mutating func write(_ value: Value) {
    switch value {
    case .null: null()
    case .boolean(let truth): boolean(truth)
    case .number(let number): self.number(number)
    case .list(let items): array { writer in for item in items { writer.write(item) } }
    case .context(let context):
      object { writer in
        for (key, value) in context.entries {
          writer.key(key)
          writer.write(value)
        }
      }
    default: string(value.text)
    }
  }
}
