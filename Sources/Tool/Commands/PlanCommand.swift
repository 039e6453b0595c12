import Columns
import Core
import PolicyPlan
import Workbench

extension Command {
  static let plan = Command(
    "plan",
    Bilingual(
      zh: "打印政策文件编译成的计划", en: "print the plan that a policy document compiles to"),
    operand: Operand(
      .document, Bilingual(zh: "政策文件", en: "a policy document"), count: 1...1),
    options: [.localValues, .home],
    examples: [
      Example(
        "plan Policies/wenzhou-2018-242.md",
        Bilingual(
          zh: "逐项列出规则、表、参数和叠加规则，以及各项待遇由哪个引擎计算",
          en: "lists rules, tables, parameters and stacking as they run, and which engine runs each"
        ))
    ]
  ) { arguments, session in
    let home = try Home.find(arguments, session.environment)
    let bench = try Workbench(home, documents: arguments.operands).sound()
      .setting(arguments.localValueFile(), isWhole: false)
    let columns = CompiledColumns(bench.plans, on: DateTime.now.date)
    for (position, plan) in bench.plans.enumerated() {
      session.output.write(plan.text)
      session.output.write(columns?.text(ofPlan: position) ?? "")
    }
    return .success
  }
}
