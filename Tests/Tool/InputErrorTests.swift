import Core
import Testing
import Workbench

@testable import gongjiang

/// Errors of the person who runs the tool, word for word.
@Suite struct InputErrorTests {
  @Test(arguments: [
    (
      ["determine", "--facts", "/nowhere.json"], "没有 /nowhere.json 这个文件", "请检查路径。",
      "there is no file /nowhere.json", "Check the path."
    ),
    (
      ["determine", "--facts", "/"], "无法读取 /", "请检查它是不是普通文件。", "/ cannot be read",
      "Check that it is an ordinary file."
    ),
    (
      ["determine", "--facts", "-", "--policies", "/nowhere"], "没有 /nowhere 这个目录", "请检查路径。",
      "there is no folder /nowhere", "Check the path."
    ),
    (
      ["determine", "--facts", "-", "--policies", "/proc/self/fd"],
      "/proc/self/fd 里没有 .md 文件", "请检查目录是否写对。", "the folder /proc/self/fd holds no .md file",
      "Check that this is the folder you mean."
    ),
  ])
  func missing(words: [String], zh: String, zhAdvice: String, en: String, enAdvice: String) {
    #expect(
      run(words, directory: repository)
        == Run(status: .badInput, errors: "gongjiang: \(zh)\n\(zhAdvice)\n"))
    #expect(
      run(words + ["--lang", "en"], directory: repository)
        == Run(status: .badInput, errors: "gongjiang: \(en)\n\(enAdvice)\n"))
  }

  @Test func textInAnotherEncoding() throws {
    let folder = try Folder()
    let path = try folder.file("gbk.md", [0xB9, 0xA4, 0xBD, 0xB3])
    #expect(
      run(["check", path], directory: repository)
        == Run(
          status: .badInput,
          errors: "gongjiang: \(path) 不是 UTF-8 编码的文本\n请把文件另存为 UTF-8 编码后重试。\n"))
    #expect(
      run(["check", path, "--lang", "en"], directory: repository)
        == Run(
          status: .badInput,
          errors: "gongjiang: \(path) is not text in UTF-8\nSave the file as UTF-8 and try again.\n"
        ))
  }

  @Test(arguments: ["2020-02-30", "2020/06/30", "yesterday", "2020-6-30"])
  func aDateThatIsNone(text: String) {
    #expect(
      run(["determine", "--facts", "-", "--on", text], directory: repository)
        == Run(
          status: .usage,
          errors: """
            gongjiang determine: --on 应为存在的日期，如 2020-06-30，而不是“\(text)”
            用法见 gongjiang determine --help

            """))
  }

  @Test func faultyFactsAreToldWithTheirPlace() {
    let result = run(
      ["determine", "--facts", "-", "--lang", "en"], directory: repository,
      input: #"{"on": "2020-06-30", "parties": [{"type": "persn", "id": "p1"}]}"#)
    #expect(result.status == .badInput)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("<stdin>:1:43: error FACT"))
    #expect(result.errors.contains("parties[0]"))
    #expect(result.errors.contains("person"))
  }

  @Test func rulesWithErrorsAreNotRun() throws {
    let folder = try Folder()
    let path = try folder.file("Policies/broken.md", "# 标题 · Title\n".utf8)
    let result = run(
      ["determine", "--facts", "-", "--policies", folder.path + "/Policies"],
      directory: repository, input: #"{"on": "2020-06-30", "parties": []}"#)
    #expect(result.status == .badInput)
    #expect(result.errors.hasPrefix("\(path):1:1: 错误 POL001: "))
  }

  @Test func twoDocumentsOfOneID() throws {
    let folder = try Folder()
    let bytes = try SourceText.read(repository + "/Policies/wenzhou-2018-242.md").bytes
    let a = try folder.file("a.md", bytes)
    let b = try folder.file("b.md", bytes)
    #expect(
      run(["check", a, b], directory: repository)
        == Run(
          status: .badInput,
          errors: """
            gongjiang: \(a) 和 \(b) 的 id 都是 wenzhou-2018-242
            请给其中一份换一个 id。

            """))
    #expect(
      run(["check", a, b, "--lang", "en"], directory: repository).errors
        == """
        gongjiang: \(a) and \(b) both have the id wenzhou-2018-242
        Give one of them another id.

        """)
  }

  @Test(arguments: [
    ("0.0.0.0:80", "不能在“0.0.0.0”上监听：网站没有登录功能，别的机器一旦连上就能看到个人信息。", "请使用本机地址，例如 127.0.0.1:8080。"),
    ("here", "监听地址“here”写得不对。", "请写成“地址:端口”，端口为 0 到 65535，例如 127.0.0.1:8080。"),
  ])
  func addressesThatAreRefused(address: String, message: String, advice: String) {
    #expect(
      run(["serve", "--listen", address], directory: repository)
        == Run(status: .refused, errors: "gongjiang: \(message)\n\(advice)\n"))
  }

  @Test(arguments: [
    (
      ["--host", "rencai.example.cn,localhost"],
      "不能以“rencai.example.cn, localhost”对外提供：网站没有登录功能，别的机器一旦连上就能看到个人信息。",
      "请去掉 --host，只在本机使用。"
    ),
    (
      ["--host", "https://localhost"], "“https://localhost”不是主机名。",
      "请写浏览器地址栏里的主机名，不带 https:// 和端口，例如 rencai.example.cn；中文域名写成 xn-- 形式。"
    ),
    (
      ["--trust-proxy", "127.0.0.1,"], "“”不是反向代理的地址。",
      "请写反向代理连接本服务时所用的 IP 地址，例如 127.0.0.1；不能写主机名或网段。"
    ),
  ])
  func whatWouldOpenTheSiteToOthers(words: [String], message: String, advice: String) {
    #expect(
      run(["serve"] + words, directory: repository)
        == Run(status: .refused, errors: "gongjiang: \(message)\n\(advice)\n"))
  }

  @Test func aRegistryThatIsNotThereIsNotServed() {
    #expect(
      run(["serve", "--registry", "/nowhere/town.db"], directory: repository)
        == Run(
          status: .badInput,
          errors: """
            gongjiang: 还没有登记库 /nowhere/town.db
            请用 gongjiang import 导入数据，或用 gongjiang synthesise 生成样例；登记库在别处时用 --registry 指明。

            """))
  }

  @Test func aFileThatMayNotBeWritten() {
    // A file of the kernel may be read but not replaced, also by root; it ends in two line ends.
    let path = "/proc/cpuinfo"
    let result = run(["fmt", path])
    #expect(result.status == .refused)
    #expect(result.errors == "gongjiang: 无法写入 \(path)\n请检查文件和所在目录的写权限。\n")
  }
}
