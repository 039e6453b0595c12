import Core
import Testing
import Workbench

@testable import gongjiang

/// `lint` on the project's own documents, on broken ones and on models.
@Suite struct LintCommandTests {
  @Test func theDefectsOfTheSourcesAreFoundAndNoError() {
    let result = run(["lint", "--lang", "en"], directory: repository)
    #expect(result.status == .success)
    let found = result.output.split(separator: "\n").filter { $0.contains(" LINT") }.map {
      $0.drop { $0 != " " }.dropFirst()
    }
    #expect(Array(found.map(String.init)) == LintCommandTests.defects)
    #expect(result.output.hasSuffix("\n10 files in all: errors 0, warnings 5, notes 0\n"))
    let folder = run(["lint", repository + "/Policies/", "--lang", "en"], directory: repository)
    #expect(folder.status == .success)
  }

  private static let defects: [String] = """
    warning LINT001: the case of “apprentices trained” being 50 falls both under “20 to 50” and \
    under “50 to 100”
    warning LINT001: the case of “apprentices trained” being 100 falls both under “50 to 100” and \
    under “100 and more”
    warning LINT001: “3 and more” takes in all of “4 to 6”, “6 to 10”
    warning LINT001: the case of “labour arbitration cases” being 6 falls both under “4 to 6” and \
    under “6 to 10”
    warning LINT008: steps of +100 give 900 at “up to grade 8”, not the 1000 that is stated
    """.split(separator: "\n").map(String.init)

  @Test func anErrorMakesTheStatusOneAndJSONSaysTheSame() throws {
    let folder = try Folder()
    let path = try folder.file("gap.dmn", model.utf8)
    let text = run(["lint", path])
    #expect(
      text
        == Run(
          status: .findings,
          output: """
            \(path): 错误 LINT002: “Fee”没有哪一行管“Age”为 18 的情形
              Fee
              例：Age = 18
              补上这一段；不会发生的，在条件里排除，或加一行“-”。
            \(path)：1 个错误，0 个警告，0 个提示

            """))
    let json = run(["lint", path, "--json"])
    #expect(json.status == .findings)
    #expect(json.output.contains(#""code": "LINT002""#))
    #expect(json.output.contains(#""severity": "error""#))
    #expect(json.output.contains(#""suggestion": {"#))
  }

  @Test func aFolderWithoutDocumentsIsToldAsSuch() throws {
    let folder = try Folder()
    let path = try folder.file("a.txt", "".utf8)
    let place = String(path.dropLast("/a.txt".count))
    #expect(
      run(["lint", place, "--lang", "en"])
        == Run(
          status: .badInput,
          errors: """
            gongjiang: the folder \(place) holds no policy document and no DMN model
            Check that this is the folder you mean.

            """))
  }

  @Test func foldersInAFolderAreReadToo() throws {
    let folder = try Folder()
    let path = try folder.file("loans/fees/gap.dmn", model.utf8)
    let result = run(["lint", folder.path, "--lang", "en"])
    #expect(result.status == .findings)
    #expect(result.output.hasPrefix("\(path): error LINT002: "))
  }

  @Test func theCataloguesOfARegistryTellWhichYearsAreMissing() throws {
    let folder = try Folder()
    let document = try folder.file("listed.md", listed.utf8)
    let registry = ["--registry", folder.path + "/town.db"]
    let rows = "region,year,occupation\n330300,YEAR,6-18-01-01\n"
    for (year, isTold) in [("2023", true), ("2024", false)] {
      let catalogue = try folder.file(
        "shortage-occupations.csv", rows.replacing("YEAR", with: year).utf8)
      #expect(run(["import", catalogue] + registry, directory: repository).status == .success)
      let result = run(["lint", document, "--lang", "en"] + registry, directory: repository)
      #expect(result.status == .success)
      #expect(
        result.output.contains(
          "warning LINT014: “subsidy” looks into the shortage occupations, which were not "
            + "published for 2024\n") == isTold)
    }
  }

  private let listed = """
    ---
    id: listed
    title: { zh: 办法, en: Rules }
    dates: { issued: "2024-01-01", events-from: "2024-01-01" }
    region: "330300"
    ---
    ## 第一条 补贴 · Article 1 Subsidy

    ```yaml benefit
    id: subsidy
    label: { zh: 补贴, en: subsidy }
    each: 证书
    ```

    | 规则 | id | 说明 | Label | FEEL |
    |---|---|---|---|---|
    | 条件 | `year` | 那年的证书 | of that year | `证书.发证日期.year = 2024` |
    | 条件 | `listed` | 紧缺 | listed | `紧缺(证书.职业, 证书.发证日期.year)` |
    | 金额 | `amount` | 定额 | fixed | `1` |

    """

  private let model = """
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m"
      namespace="urn:m">
    <inputData id="a" name="Age"><variable name="Age" typeRef="number"/></inputData>
    <decision id="d" name="Fee"><variable name="Fee"/>
    <informationRequirement><requiredInput href="#a"/></informationRequirement>
    <decisionTable hitPolicy="UNIQUE"><input><inputExpression><text>Age</text></inputExpression></input>
    <output/>
    <rule><inputEntry><text>&lt; 18</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
    <rule><inputEntry><text>&gt; 18</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
    </decisionTable></decision></definitions>
    """
}
