import Core
import Office
import Testing

@testable import Demonstration

@Suite struct DemonstrationProblemTests {
  @Test(
    "every problem says what is wrong and what to do",
    arguments: [
      (
        DemonstrationProblem.realFacts(registry: "r.db"),
        "SHOW001 the registry r.db holds more than a synthetic town. Name a new file with "
          + "--registry and make a town in it with `gongjiang synthesise` first.",
        "登记库 r.db 里不全是虚构城镇的数据。请用 --registry 指明一个新文件，先用 gongjiang synthesise 生成城镇。"
      ),
      (
        .townTooSmall(Bilingual(zh: "劳动者", en: "workers")),
        "SHOW002 the town is too small to show it all: workers. Make a town of 20,000 workers, or "
          + "take another seed.",
        "这座城镇太小，不够演示：劳动者。请生成两万人的城镇，或换一个种子。"
      ),
      (
        .notDetermined,
        "SHOW003 nothing was determined in the registry yet. Run `gongjiang determine --all` first.",
        "登记库还没有核定过。请先运行 gongjiang determine --all。"
      ),
      (
        .unfinished(database: "o.db"),
        "SHOW004 the demonstration o.db was not finished. Run `gongjiang office demonstrate` once "
          + "more.",
        "演示办公库 o.db 没有做完。请再运行一次 gongjiang office demonstrate。"
      ),
      (
        .realOffice(database: "o.db"),
        "SHOW005 the office o.db is no demonstration. People have worked in it. Name another "
          + "synthetic town with --registry.",
        "办公库 o.db 不是演示。有人在里面办过事，不能改成演示；请用 --registry 指明另一座虚构城镇。"
      ),
      (
        .notForOthers,
        "SHOW006 everybody knows the passwords of a demonstration: it is served on this machine "
          + "alone. Leave --host and --trust-proxy out, and listen on an address of this machine. "
          + "For the public, begin a registry and an office of their own.",
        "演示办公库的密码人人知道，只能在本机打开。请去掉 --host 和 --trust-proxy，--listen 只写本机地址。"
          + "给公众用，请另建登记库和办公库。"
      ),
    ]) func words(_ problem: DemonstrationProblem, _ en: String, _ zh: String)
  {
    #expect("\(problem.code) \(problem.sentence.en)" == en)
    #expect(problem.sentence.zh == zh)
  }
}
