package import Core
import YAMLText

extension Vocabulary {
  /// What reading the declarations gave.
  package struct Reading: Sendable {
    /// `nil` when anything was wrong.
    package let vocabulary: Vocabulary?
    /// All that is wrong, file by file (codes VOC001 … VOC007, and YAML001 …).
    package let problems: [DiagnosticsError]
  }

  /// Reads all files of `Vocabulary/` together; their order decides only the order of types.
  package static func read(_ sources: [SourceText]) -> Reading {
    var files = sources.map { DeclarationReader(source: $0) }
    var valueTypes: [String: ValueType] = [:]
    for index in files.indices { files[index].readValueTypes(into: &valueTypes) }
    for index in files.indices { files[index].readTypes(valueTypes) }
    checkNames(&files)
    checkTargets(&files)
    let problems = files.filter { !$0.diagnostics.isEmpty }.map {
      DiagnosticsError(source: $0.source, diagnostics: $0.diagnostics)
    }
    guard problems.isEmpty else { return Reading(vocabulary: nil, problems: problems) }
    let types = files.flatMap { $0.types.map(\.type) }
    let parties = types.filter { $0.role == .party }
    let records = types.filter { $0.role != .party }
    return Reading(
      vocabulary: Vocabulary(
        types: parties + records, catalogues: files.flatMap { $0.catalogues.map(\.type) },
        sources: sources),
      problems: [])
  }

  /// Types and catalogues share one scope: no id and no Chinese name may stand twice in it.
  private static func checkNames(_ files: inout [DeclarationReader]) {
    var scope = NameScope()
    for index in files.indices {
      for declared in files[index].types {
        files[index].enter(declared.type.id, declared.type.name, declared.range, into: &scope)
      }
      for declared in files[index].catalogues {
        files[index].enter(declared.type.id, declared.type.name, declared.range, into: &scope)
      }
    }
  }

  /// What a record belongs to and what a reference points at must be declared somewhere.
  private static func checkTargets(_ files: inout [DeclarationReader]) {
    let types = files.flatMap { $0.types.map(\.type) }
    let all = types.map(\.id)
    let parties = types.filter { $0.role == .party }.map(\.id)
    for index in files.indices {
      for target in files[index].targets {
        let legal = target.mustBeParty ? parties : all
        if !legal.contains(target.name) { files[index].refuseTarget(target, legal) }
      }
    }
  }
}

/// A declaration and the place of its name.
struct Declared<Type> {
  let type: Type
  let range: SourceRange
}

/// The name of a type written where one must be declared.
struct Target {
  let name: String
  let mustBeParty: Bool
  let range: SourceRange
  let path: [String]
}
