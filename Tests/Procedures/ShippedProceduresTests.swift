import Procedures
import Testing

@Suite struct ShippedProceduresTests {
  @Test(
    "each can be read, and calls itself by the name of its file", arguments: ProcedureFiles.names)
  func read(_ name: String) throws {
    let procedure = try ProcedureFiles.read(name)
    #expect(procedure.id == name)
    #expect(procedure.hash.count == 64)
  }

  @Test("money moves only in three stages' hands", arguments: ProcedureFiles.names.prefix(2))
  func hands(_ name: String) throws {
    let procedure = try ProcedureFiles.read(name)
    let commits = procedure.transitions.filter { $0.effects.contains(.commit) }
    #expect(commits.map(\.id) == ["approve"])
    #expect(commits.allSatisfy { $0.signatures.count(amount: 5_000_000) == 2 })
    #expect(commits.allSatisfy { $0.signatures.count(amount: 4_999_999) == 1 })
    #expect(commits.allSatisfy { $0.signatures.count(amount: 30_000_000) == 3 })
  }

  @Test("whatever is set aside is paid or freed: both lead on from where it may be paid")
  func release() throws {
    for name in ProcedureFiles.names.prefix(2) {
      let procedure = try ProcedureFiles.read(name)
      for state in procedure.states where state.isPayable {
        let ways = procedure.transitions(from: state.id)
        #expect(ways.contains { $0.effects.contains(.release) }, "\(name) \(state.id)")
        #expect(ways.contains { $0.effects.contains(.claim) }, "\(name) \(state.id)")
      }
    }
  }
}
