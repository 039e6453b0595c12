import Core
import Synthesis
import Testing

@Suite struct SynthesisProblemTests {
  @Test(
    "each says what is wrong and what to do, in both languages",
    arguments: [
      (
        SynthesisProblem.workers(0),
        """
        SYN001
        人数应为 1 到 10000000，而不是 0
        请改写 --workers。
        the number of workers must be 1 to 10000000, not 0
        Give another number with --workers.
        """
      ),
      (
        .otherFacts(registry: "a.db"),
        """
        SYN002
        登记库 a.db 里已有别的数据，不能混入样例城镇
        请用 --registry 指明另一个文件；原有数据没有改动。
        the registry a.db holds other facts, which a synthetic town must not mix with
        Name another file with --registry; what is there was left as it was.
        """
      ),
      (
        .otherTown(registry: "a.db", town: "1 60 2"),
        """
        SYN003
        登记库 a.db 里已有另一座样例城镇（版次、人数、种子：1 60 2）
        请用 --registry 指明另一个文件；原有数据没有改动。
        the registry a.db holds another synthetic town (edition, workers, seed: 1 60 2)
        Name another file with --registry; what is there was left as it was.
        """
      ),
      (
        .notInVocabulary("wage.year"),
        """
        SYN004
        词汇表里没有样例城镇要用的 wage.year
        请用 --home 指明带有本程序词汇表的目录。
        the vocabulary lacks wage.year, which a synthetic town needs
        Name with --home a folder that has this program's vocabulary.
        """
      ),
      (
        .exists(file: "town/person.csv"),
        """
        SYN005
        文件 town/person.csv 已经存在
        请用 --to 指明空目录。
        the file town/person.csv exists already
        Name an empty folder with --to.
        """
      ),
    ])
  func words(_ problem: SynthesisProblem, _ text: String) {
    let (message, advice) = (problem.message, problem.advice)
    #expect([problem.code, message.zh, advice.zh, message.en, advice.en] == text.lines)
  }
}

extension String {
  fileprivate var lines: [String] { split(separator: "\n").map(String.init) }
}
