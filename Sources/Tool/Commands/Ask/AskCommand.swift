import Core
import Determination
import Explain
import Questionnaire
import Workbench

extension Command {
  static let ask = Command(
    "ask",
    Bilingual(
      zh: "一问一答，看能享受什么：只问会影响结果的问题",
      en: "question and answer: what can I get? Asks only what can change the result"),
    options: [.on, .policies, .localValues, .json],
    examples: [
      Example(
        "ask", Bilingual(zh: "问到没有什么能改变结果为止，再说明理由", en: "asks until nothing matters, then says why")
      ),
      Example(
        "ask --on 2020-06-30 --json <answers.txt",
        Bilingual(
          zh: "回答逐行写在文件里，问题写到标准错误，结果为 JSON",
          en: "answers from a file, a line each; questions on standard error, the result as JSON")),
    ]
  ) { arguments, session in
    let home = try Home.find(arguments, session.environment)
    let bench = try Workbench(home, policies: arguments[.policies]).sound()
      .setting(arguments.localValueFile())
    let interview = Interview(bench.vocabulary, ExplainEngine(plans: bench.plans))
    let day = try arguments.date(.on) ?? DateTime.now.date
    // What programs read is not mixed with what people do.
    let console = arguments.has(.json) ? session.errors : session.output
    var dialogue = Dialogue(interview, on: day, session, console)
    let report = dialogue.run()
    if arguments.has(.json) {
      session.output.line(report.json(indented: true))
    } else {
      session.output.write(
        report.text(session.language, style: session.output.showsColours ? .terminal : .plain))
    }
    return .success
  }
}
