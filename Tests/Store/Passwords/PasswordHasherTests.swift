import Core
import Passwords
import Testing

@Suite struct PasswordHasherTests {
  private let hasher: PasswordHasher

  init() throws { hasher = try PasswordHasher(cost: .least) }

  @Test(
    "a password opens its own hash and no other does",
    arguments: ["correct horse", "工匠的密码很长", "", "a\u{0}b", String(repeating: "x", count: 5_000)])
  func roundTrip(_ password: String) throws {
    let hash = try hasher.hash(password)
    #expect(hash.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
    #expect(hasher.verify(password, against: hash))
    for other in [password + " ", "A" + password, password + "\u{0}"] {
      #expect(!hasher.verify(other, against: hash))
    }
  }

  @Test("two hashes of one password have nothing in common") func salt() throws {
    #expect(try hasher.hash("same") != hasher.hash("same"))
  }

  @Test(
    "what is no hash opens to nothing",
    arguments: [
      "", "x", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$$", "plain",
      "$argon2id$v=19$m=4294967295,t=1,p=1$Whn0bg2BLflb2p9nSCpOug$zY4M5yTyj+jmvkoFGnsoisjlxoSMY9EX",
      String(repeating: "$", count: 4_000), "plain\u{0}",
    ]) func noHash(_ text: String)
  {
    #expect(!hasher.verify("plain", against: text))
    #expect(hasher.needsRehash(text))
  }

  @Test("a hash of another cost still opens, and is to be made anew") func rehash() throws {
    let old = try hasher.hash("password")
    let dearer = try PasswordHasher(
      cost: HashingCost(passes: 2, memory: HashingCost.least.memory))
    #expect(dearer.verify("password", against: old))
    #expect(dearer.needsRehash(old))
    #expect(!dearer.needsRehash(try dearer.hash("password")))
  }

  @Test("the product's cost is what libsodium recommends") func cost() throws {
    #expect(HashingCost.interactive == HashingCost(passes: 2, memory: 64 << 20))
    #expect(HashingCost.moderate == HashingCost(passes: 3, memory: 256 << 20))
    let standard = try PasswordHasher()
    #expect(try standard.hash("x").hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$"))
  }

  @Test("a cost that no machine can pay is told in full") func failure() throws {
    let greedy = try PasswordHasher(cost: HashingCost(passes: 1, memory: 4 << 40))
    let error = #expect(throws: PasswordFailure.self) { try greedy.hash("x") }
    #expect(error?.code == "PWD002")
  }

  @Test(
    "every failure says what is wrong and what to do",
    arguments: [
      (
        PasswordFailure.unavailable, "PWD001: libsodium cannot be started",
        "Check that /dev/urandom can be read, and install the Debian package libsodium23 anew.",
        "libsodium 无法启动。请检查 /dev/urandom 是否可读，并重新安装 Debian 软件包 libsodium23。"
      ),
      (
        .noMemory(bytes: 64 << 20),
        "PWD002: hashing a password takes 65536 KiB of memory, which the system did not give",
        "Give the service more memory, or stop other programs and try again.",
        "计算密码散列需要 65536 KiB 内存，系统没有给。请给服务更多内存，或关闭别的程序后重试。"
      ),
    ]) func words(_ failure: PasswordFailure, _ en: String, _ advice: String, _ zh: String)
  {
    #expect("\(failure.code): \(failure.message.en)" == en)
    #expect(failure.advice.en == advice)
    #expect("\(failure.message.zh)。\(failure.advice.zh)" == zh)
  }
}
