import Core
import DMN
import FEEL

/// How a folder of kit-style tests came out.
struct KitReport {
  /// Expected values of one kind: those that are something, or those that are null.
  struct Count {
    var passed = 0
    var failed = 0

    var total: Int { passed + failed }
  }

  /// A value that was not what the kit expects, or a case that was not run.
  struct Finding {
    let test: String
    let text: String
  }

  /// Name of the folder.
  let name: String
  private(set) var positive = Count()
  private(set) var null = Count()
  private(set) var skipped: [Finding] = []
  private(set) var failures: [Finding] = []

  init(name: String) { self.name = name }

  var passed: Int { positive.passed + null.passed }
  var failed: Int { positive.failed + null.failed }

  /// Codes of functions in other languages, which are not run.
  private static let foreign = ["DMN-N02", "FEEL-N16"]

  mutating func add(_ verdict: KitTests.Verdict) {
    let expected = verdict.result.expected
    if case .null(let reason?)? = verdict.found, !verdict.passed,
      KitReport.foreign.contains(reason.code)
    {
      skipped.append(Finding(test: verdict.test, text: verdict.result.name))
      return
    }
    if expected.isNull { null.add(verdict.passed) } else { positive.add(verdict.passed) }
    guard !verdict.passed else { return }
    var text =
      "\(verdict.result.name): \(expected.literalText) ≠ \(verdict.found?.literalText ?? "—")"
    if case .null(let reason?)? = verdict.found { text += " (\(reason.code) \(reason.message.en))" }
    failures.append(Finding(test: verdict.test, text: text))
  }

  /// Counts every expected value of a file whose model cannot be read.
  mutating func addUnreadable(_ tests: KitTests, _ reason: String) {
    for test in tests.cases {
      for result in test.results {
        if result.expected.isNull { null.add(false) } else { positive.add(false) }
        failures.append(Finding(test: test.id, text: "\(result.name): \(reason)"))
      }
    }
  }
}

extension KitReport.Count {
  mutating func add(_ isPassed: Bool) {
    if isPassed { passed += 1 } else { failed += 1 }
  }
}
