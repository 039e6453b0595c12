import Core
import HTTP
import TestSupport
import Testing

@testable import Routes

@Suite struct FactsRouteTests {
  private func visitor() throws -> Visitor { Visitor(Site(try projectModel())) }

  @Test func everySampleIsDetermined() throws {
    for name in try ProjectFiles.names(in: "Samples", suffix: ".json") {
      let visitor = try visitor()
      try visitor.post([("facts", try ProjectFiles.source(name).text)], to: "/zh/facts/")
      #expect(visitor.status == .ok, "\(name)")
      #expect(visitor.heading == "测算结果")
      #expect(visitor.page.contains("逐条理由"))
    }
  }

  @Test func aFileCountsBeforeWhatWasPasted() throws {
    let sample = try ProjectFiles.source("Samples/senior-worker.json").text
    let body =
      "--x\r\nContent-Disposition: form-data; name=\"facts\"\r\n\r\nnot JSON\r\n"
      + "--x\r\nContent-Disposition: form-data; name=\"facts-file\"; filename=\"a.json\"\r\n"
      + "Content-Type: application/json\r\n\r\n\(sample)\r\n--x--\r\n"
    let response = Site(try projectModel()).respond(
      to: try Request(
        .post, "/en/facts/", headers: ["Content-Type": "multipart/form-data; boundary=x"],
        body: Array(body.utf8)))
    #expect(response.status == .ok)
    #expect(String(decoding: response.body, as: UTF8.self).contains("<h1>Result</h1>"))
  }

  @Test(arguments: [
    ("", "请粘贴内容，或选择一个文件。", "Paste the text, or choose a file."),
    (" \n ", "请粘贴内容，或选择一个文件。", "Paste the text, or choose a file."),
    ("{", "文件里有 1 处问题，请按下面的说明改正。", "The file has 1 problem(s): correct it as shown below."),
    (
      "{\"on\": \"2020-02-30\", \"parties\": [{\"type\": \"persn\", \"id\": \"p1\"}], \"records\": []}",
      "文件里有 2 处问题，请按下面的说明改正。", "The file has 2 problem(s): correct it as shown below."
    ),
  ])
  func whatCannotBeReadIsSaidAtTheField(_ text: String, _ zh: String, _ en: String) throws {
    for (language, message) in [("zh", zh), ("en", en)] {
      let visitor = try visitor()
      try visitor.post([("facts", text)], to: "/\(language)/facts/")
      #expect(visitor.status == .unprocessableContent)
      #expect(visitor.page.contains("<a href=\"#facts\">\(message)</a>"))
      #expect(visitor.page.contains("aria-invalid=\"true\""))
    }
  }

  @Test func whatWasPastedStaysThereEscaped() throws {
    let visitor = try visitor()
    try visitor.post([("facts", "</textarea><script>1</script>")], to: "/zh/facts/")
    #expect(visitor.page.contains("&lt;/textarea&gt;&lt;script&gt;1&lt;/script&gt;</textarea>"))
    #expect(!visitor.page.contains("<script>"))
  }

  @Test func bytesThatAreNoTextAreSaid() throws {
    let body =
      Array(
        "--x\r\nContent-Disposition: form-data; name=\"facts-file\"; filename=\"a\"\r\n\r\n".utf8)
      + [0xFF, 0xFE] + Array("\r\n--x--\r\n".utf8)
    let response = Site(try projectModel()).respond(
      to: try Request(
        .post, "/en/facts/", headers: ["Content-Type": "multipart/form-data; boundary=x"],
        body: body))
    #expect(response.status == .unprocessableContent)
  }
}
