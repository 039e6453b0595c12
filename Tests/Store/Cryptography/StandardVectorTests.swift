import Core
import Cryptography
import Testing

/// The examples printed in the national standards.
@Suite struct StandardVectorTests {
  @Test(
    "SM3, GB/T 32905-2016, annex A",
    arguments: [
      ("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
      (
        String(repeating: "abcd", count: 16),
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
      ),
    ]) func digest(_ text: String, _ expected: String) throws
  {
    #expect(try SM3.hexDigest(text) == expected)
  }

  /// With a vector of zeros the first block of CBC is the cipher itself.
  @Test("SM4, GB/T 32907-2016, annex A.1") func cipher() throws {
    let key = try #require(Hexadecimal.bytes("0123456789abcdeffedcba9876543210"))
    let zeros = [UInt8](repeating: 0, count: SM4CBC.blockLength)
    let cipher = try SM4CBC(key: key).encrypt(key, vector: zeros)
    #expect(Hexadecimal.text(cipher.prefix(16)) == "681edf34d206965e86b3e94f536e4246")
    #expect(cipher.count == 32)
    #expect(try SM4CBC(key: key).decrypt(cipher, vector: zeros) == key)
  }

  @Test("HMAC with SM3, GB/T 15852.2-2012, annex B") func code() throws {
    let part = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    let mac = try HMACSM3(key: Array(1...32))
    // Twice, since the context is used again.
    for _ in 1...2 {
      #expect(
        Hexadecimal.text(try mac.code(Array((part + part).utf8)))
          == "ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a")
    }
  }

  @Test(
    "HMAC with SHA-1, RFC 2202, section 3",
    arguments: [
      (
        [UInt8](repeating: 0x0b, count: 20), "Hi There",
        "b617318655057264e28bc0b6fb378c8ef146be00"
      ),
      (
        Array("Jefe".utf8), "what do ya want for nothing?",
        "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
      ),
      (
        [UInt8](repeating: 0xaa, count: 80),
        "Test Using Larger Than Block-Size Key - Hash Key First",
        "aa4ae5e15272d00e95705637ce8a3b55ed402112"
      ),
    ]) func oldCode(_ key: [UInt8], _ text: String, _ expected: String) throws
  {
    #expect(Hexadecimal.text(try HMACSHA1.code(Array(text.utf8), key: key)) == expected)
  }

  @Test(
    "base 32, RFC 4648, section 10",
    arguments: [
      ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
      ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ]) func letters(_ text: String, _ expected: String)
  {
    #expect(Base32.text(text.utf8) == expected)
    #expect(Base32.bytes(expected) == Array(text.utf8))
    #expect(Base32.bytes(expected + "1") == nil)
  }

  @Test(
    "secrets are the same or not, whatever their length",
    arguments: [
      ("", "", true), ("a", "", false), ("ab", "ab", true), ("ab", "aB", false),
      ("ab", "abc", false),
    ]) func compared(_ a: String, _ b: String, _ expected: Bool)
  {
    #expect(ConstantTime.equal(a.utf8, b.utf8) == expected)
  }

  @Test("a key of a wrong length is refused") func wrongLength() {
    #expect(throws: CryptographyFailure("SM4-CBC")) { try SM4CBC(key: [1, 2, 3]) }
  }

  @Test("what OpenSSL cannot do is told in full") func failure() {
    let failure = CryptographyFailure("SM3")
    #expect(failure.code == "KEY001")
    #expect(failure.message.zh == "OpenSSL 无法执行 SM3")
    #expect(failure.message.en == "OpenSSL cannot do SM3")
    #expect(failure.advice.zh == "请安装带有国密算法的 OpenSSL 3（Debian 软件包 libssl3）。")
    #expect(
      failure.advice.en
        == "Install an OpenSSL 3 that has the national algorithms (Debian package libssl3).")
  }
}
