import Core
import Procedures
import Testing

@Suite struct ProcedureReaderTests {
  private static let good = """
    id: small
    zh: 小
    en: small
    start: open
    states:
      open: { zh: 待审核, en: open, turn: reviewer, within: 3 }
      checked: { zh: 待审批, en: checked, turn: approver }
      done: { zh: 已办结, en: done, turn: nobody }
    transitions:
      check: { zh: 审核, en: check, from: [open], to: checked, by: [reviewer], stage: review }
      approve: { zh: 审批, en: approve, from: [checked], to: done, by: [approver], stage: approval, does: [commit] }
    """

  private func diagnostics(_ text: String) throws -> [String] {
    let source = SourceText(name: "small.yaml", text: text)
    do {
      _ = try Procedure.read(source)
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics.flatMap { diagnostic in
        [diagnostic.message.zh + "。" + diagnostic.advice.zh]
          + ["\(diagnostic.code) \(diagnostic.message.en). \(diagnostic.advice.en)"]
      }
    }
  }

  @Test("a small procedure is read") func reads() throws {
    #expect(try diagnostics(Self.good) == [])
  }

  @Test(
    "what is wrong is told with what to do",
    arguments: [
      (
        "en: small\n", "en: small\ncolour: red\n",
        "procedure 里没有“colour”。可用：id、zh、en、start、states、transitions。",
        "PRC002 “colour” is nothing that procedure may say. There are: id, zh, en, start, states, transitions."
      ),
      (
        "start: open\n", "", "procedure 缺少 start。请补上。", "PRC003 procedure lacks start. Add it."
      ),
      (
        "turn: reviewer, within", "turn: reviewers, within", "turn 里没有“reviewers”。是不是想写 reviewer？",
        "PRC002 “reviewers” is nothing that turn may say. Did you mean reviewer?"
      ),
      (
        "within: 3", "within: 0", "within 应当是 1 到 1000 的整数。写法见 Documentation/procedures.md。",
        "PRC001 within should be a whole number from 1 to 1000. Documentation/procedures.md shows how it is written."
      ),
      (
        "from: [open]", "from: [opens]", "from 里没有“opens”。是不是想写 open？",
        "PRC002 “opens” is nothing that from may say. Did you mean open?"
      ),
      (
        "from: [open]", "from: open", "from 应当是一列词。写法见 Documentation/procedures.md。",
        "PRC001 from should be a list of words. Documentation/procedures.md shows how it is written."
      ),
      (
        "stage: review }", "stage: review, signatures: [{ from: 10, count: 1 }] }",
        "signatures 写得不对。写 [{ from: 元, count: 人数（至少 2） }]，或 { departments: [单位, …] }。",
        "PRC004 signatures is not written as it should be. Write [{ from: YUAN, count: 2 or more }], or { departments: [ORGANISATION, …] }."
      ),
      (
        "states:\n", "states:\n  lost: { zh: 无处, en: lost, turn: nobody }\n",
        "没有办法走到“无处”。请补上通往或离开它的步骤，或删去它。",
        "PRC005 “lost” can never be reached. Add a step to or from it, or remove it."
      ),
      (
        "turn: nobody }", "turn: clerk }", "“已办结”没有出路。请补上通往或离开它的步骤，或删去它。",
        "PRC006 nothing leads out of “done”. Add a step to or from it, or remove it."
      ),
      (
        "turn: nobody }", "turn: nobody, within: 4 }", "“已办结”已经办结，不应有期限。请删去 within。",
        "PRC007 “done” is an end and can have no time limit. Remove within."
      ),
      (
        ", stage: review", "", "由公务人员办理的步骤没有写 stage。请写 stage：一个人只能办一件事的一个环节。",
        "PRC008 a step of an official has no stage. Give it a stage: one person takes part in one stage of a case only."
      ),
      (
        "by: [reviewer]", "by: [party]", "不由公务人员办理的步骤写了 stage。请删去 stage。",
        "PRC008 a step that no official makes has a stage. Remove stage."
      ),
      (
        "by: [reviewer], stage: review", "by: [party]",
        "“审批”可能只经一个人的手就动用资金。动用资金的步骤应属于 approval，之前每条路上都要有另一环节的人办理。",
        "PRC009 “approve” could set money aside with a single person's hand. It belongs to the stage approval, and on every way to it there must be an official step of another stage."
      ),
      (
        "within: 3 }", "within: 3, then: check }", "then 里没有“check”。这里没有可写的。",
        "PRC002 “check” is nothing that then may say. Nothing can stand here."
      ),
    ] as [(String, String, String, String)])
  func wrong(_ old: String, _ new: String, _ zh: String, _ en: String) throws {
    let text = Self.good.replacing(old, with: new, maxReplacements: 1)
    #expect(text != Self.good)
    #expect(try diagnostics(text) == [zh, en])
  }
}
