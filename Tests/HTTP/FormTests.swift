import Core
import Testing

@testable import HTTP

@Suite struct FormTests {
  private func multipart(_ body: String, boundary: String = "x") throws -> Form {
    try Request(
      .post, "/", headers: ["Content-Type": "multipart/form-data; boundary=\(boundary)"],
      body: Array(body.utf8)
    ).form()
  }

  @Test func partsAreRead() throws {
    let form = try multipart(
      "preamble\r\n--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n工匠\r\n--y\r\n"
        + "--x  \r\ncontent-disposition: form-data; name=\"file\"; filename=\"a\\\"b.json\"\r\n"
        + "Content-Type: application/json\r\n\r\n{}\r\n--x\r\n"
        + "Content-Disposition: form-data; name=none; filename=\"\"\r\n\r\n\r\n--x--\r\nepilogue")
    #expect(form.fields["text"] == "工匠\r\n--y")
    #expect(form.file("file")?.name == "a\"b.json")
    #expect(form.file("file")?.bytes == Array("{}".utf8))
    #expect(form.file("none") == nil)
    #expect(form.fields.pairs.count == 1)
  }

  @Test(arguments: [
    "", "--x", "--x\r\n", "--x\r\n\r\na\r\n--x--", "--xy\r\n",
    "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--",
    "--x\r\nContent-Disposition: attachment; name=a\r\n\r\na\r\n--x--",
    "--x\r\nContent-Disposition: form-data; name=a\r\n\r\na\r\n--x",
    "--x\r\nContent-Disposition\r\n\r\na\r\n--x--",
  ])
  func damagedPartsAreRefused(_ body: String) {
    let refusal = #expect(throws: Refusal.self) { try multipart(body) }
    #expect(refusal?.status == .badRequest)
    #expect(refusal?.message.zh == "读不懂提交的表单：分段不完整或格式有误。")
    #expect(
      refusal?.message.en
        == "The form cannot be read: a part of it is incomplete or malformed.")
    #expect(refusal?.advice.en == "Go back and send the form again.")
  }

  @Test func everyPrefixOfAFormIsRefused() throws {
    let whole = Array(
      "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--".utf8)
    for count in whole.indices {
      let request = try Request(
        .post, "/", headers: ["Content-Type": "multipart/form-data; boundary=x"],
        body: Array(whole[..<count]))
      #expect(throws: Refusal.self) { try request.form() }
    }
  }

  @Test(arguments: [
    ("a=1&b=2&a=3", [["a", "1"], ["b", "2"], ["a", "3"]]), ("a", [["a", ""]]), ("=1", [["", "1"]]),
    ("&&", []), ("a==", [["a", "="]]), ("%E5%B7%A5=%0D%0A+", [["工", "\r\n "]]),
  ])
  func pairsAreRead(_ text: String, _ pairs: [[String]]) {
    #expect(FormFields(urlEncoded: Array(text.utf8))?.pairs.map { [$0.name, $0.value] } == pairs)
  }

  @Test func pairsSurviveThereAndBack() {
    let fields = FormFields([("工 匠", "a&b=c+d%\r\n"), ("", "é")])
    let read = FormFields(urlEncoded: Array(fields.urlEncoded.utf8))
    #expect(read?.pairs.map(\.name) == fields.pairs.map(\.name))
    #expect(read?.pairs.map(\.value) == fields.pairs.map(\.value))
  }

  @Test func tooManyPairsAreRefused() {
    let many = Array(repeating: "a=1", count: 1_001).joined(separator: "&")
    #expect(FormFields(urlEncoded: Array(many.utf8)) == nil)
  }

  @Test(arguments: [
    ("text/html", "text/html", [:]),
    ("Multipart/Form-Data;Boundary=A", "multipart/form-data", ["boundary": "A"]),
    ("a/b; c=\"d;\\\"e\"; f = g ; c=h", "a/b", ["c": "d;\"e", "f": "g"]), ("", "", [:]),
    ("a;;b;c", "a", [:]), ("a; b=\"", "a", ["b": ""]),
  ])
  func mediaTypesAreRead(_ text: String, _ name: String, _ parameters: [String: String]) {
    #expect(MediaType(text).name == name)
    #expect(MediaType(text).parameters == parameters)
  }
}
