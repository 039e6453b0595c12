import Core
import Office
import Testing

@testable import People

@Suite struct OneTimeCodeTests {
  private let secret = Array("12345678901234567890".utf8)

  @Test(
    "RFC 6238, appendix B, SHA-1",
    arguments: [
      (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
      (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ]) func vectors(_ seconds: Int64, _ expected: String) throws
  {
    let step = OneTimeCode.step(at: Moment(microseconds: seconds * 1_000_000))
    #expect(try OneTimeCode.code(step: step, secret: secret, digits: 8) == expected)
    #expect(try OneTimeCode.code(step: step, secret: secret) == String(expected.suffix(6)))
  }

  @Test(
    "RFC 4226, appendix D",
    arguments: zip(
      0..<10,
      [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
        "520489",
      ])) func counters(_ step: Int, _ expected: String) throws
  {
    #expect(try OneTimeCode.code(step: Int64(step), secret: secret) == expected)
  }

  @Test(
    "one step of drift either way is taken, and none that was used",
    arguments: [
      (-2, 0, false), (-1, 0, true), (0, 0, true), (1, 0, true), (2, 0, false),
      (0, 100, false), (-1, 100, false), (1, 100, true), (1, 101, false),
    ]) func drift(_ steps: Int64, _ last: Int64, _ isTaken: Bool) throws
  {
    let typed = try OneTimeCode.code(step: 100 + steps, secret: secret)
    let accepted = try OneTimeCode.accepted(
      typed, secret: secret, at: Moment(microseconds: 3_000_000_000), after: last)
    #expect(accepted == (isTaken ? 100 + steps : nil))
  }

  @Test(
    "what is no code is none", arguments: ["", "12345", "1234567", "abcdef", "１２３４５６", "-12345"])
  func malformed(_ typed: String) throws {
    let accepted = try OneTimeCode.accepted(
      typed, secret: secret, at: Moment(microseconds: 3_000_000_000), after: 0)
    #expect(accepted == nil)
  }

  @Test("what the authenticator is given") func enrolment() {
    let enrolment = Enrolment(secret: secret, issuer: "工匠 G", signIn: "li@wenzhou")
    #expect(enrolment.secret == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    #expect(
      enrolment.uri
        == "otpauth://totp/%E5%B7%A5%E5%8C%A0%20G:li%40wenzhou?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        + "&issuer=%E5%B7%A5%E5%8C%A0%20G&algorithm=SHA1&digits=6&period=30")
  }
}
