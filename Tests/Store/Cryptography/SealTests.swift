import Cryptography
import Testing

@Suite struct SealTests {
  private let place = "person.idNumber/p1"

  private func seal(_ byte: UInt8 = 7) throws -> Seal {
    try Seal(masterKey: [UInt8](repeating: byte, count: 32))
  }

  @Test(
    "what is sealed opens again",
    arguments: ["", "3", "330300199001011234", "张三", String(repeating: "工匠", count: 1000)])
  func roundTrip(_ text: String) throws {
    let seal = try seal()
    #expect(try seal.open(seal.seal(text, at: place), at: place) == text)
  }

  @Test("the same text is sealed differently every time") func fresh() throws {
    let seal = try seal()
    #expect(try seal.seal("330300", at: place) != seal.seal("330300", at: place))
  }

  @Test("any changed, missing or added byte is noticed") func tampering() throws {
    let seal = try seal()
    let sealed = try seal.seal("330300199001011234", at: place)
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 1
      #expect(try seal.open(changed, at: place) == nil)
      #expect(try seal.open(Array(sealed.prefix(index)), at: place) == nil)
    }
    #expect(try seal.open(sealed + [0], at: place) == nil)
  }

  @Test("a value moved to another place does not open") func moved() throws {
    let seal = try seal()
    #expect(try seal.open(seal.seal("330300", at: place), at: "person.idNumber/p2") == nil)
  }

  @Test("another key opens nothing, finds nothing and has another check") func otherKey() throws {
    let (one, other) = (try seal(1), try seal(2))
    #expect(try other.open(one.seal("330300", at: place), at: place) == nil)
    #expect(
      try one.fingerprint("330300", of: "person.idNumber")
        != other.fingerprint("330300", of: "person.idNumber"))
    #expect(one.check != other.check)
    #expect(try one.check == seal(1).check)
  }

  @Test("fingerprints are equal for equal texts of one field only") func fingerprints() throws {
    let seal = try seal()
    let first = try seal.fingerprint("13800000000", of: "person.phone")
    #expect(first.count == Seal.fingerprintLength)
    #expect(try seal.fingerprint("13800000000", of: "person.phone") == first)
    #expect(try seal.fingerprint("13800000000", of: "account.number") != first)
  }

  @Test(
    "masks",
    arguments: [
      (Mask.identityNumber("33030019900101123X"), "3303**********123X"),
      (Mask.identityNumber("33030019"), "********"),
      (Mask.number("13812345678"), "138****5678"),
      (Mask.number("057788001234"), "057*****1234"),
      (Mask.number("6222020000001234567"), "622************4567"),
      (Mask.number("88001234"), "****1234"),
      (Mask.number("1234567"), "*******"),
      (Mask.number(""), ""),
    ]) func masks(_ shown: String, _ expected: String)
  {
    #expect(shown == expected)
  }
}
