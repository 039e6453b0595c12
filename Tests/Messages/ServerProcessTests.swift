import Testing

@Suite struct ServerProcessTests {
  @Test("a test that fails in the middle leaves no server behind", .timeLimit(.minutes(1)))
  func leftAlone() throws {
    for script in ["mail_server.py", "sms_gateway.py"] { _ = try ServerProcess(script) }
  }
}
