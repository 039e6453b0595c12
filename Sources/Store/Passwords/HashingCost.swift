import CSodium

/// What one hash takes of a machine, and so what each guess takes of whoever steals the hashes.
package struct HashingCost: Sendable, Hashable {
  /// Passes over the memory.
  package let passes: UInt64
  /// In bytes.
  package let memory: Int

  package init(passes: UInt64, memory: Int) {
    self.passes = passes
    self.memory = memory
  }

  /// What libsodium recommends where somebody waits for the answer: 64 MiB, about a tenth of a
  /// second of one core.
  package static let interactive = HashingCost(
    passes: UInt64(crypto_pwhash_opslimit_interactive()),
    memory: crypto_pwhash_memlimit_interactive())

  /// 256 MiB, for services with few people and much memory.
  package static let moderate = HashingCost(
    passes: UInt64(crypto_pwhash_opslimit_moderate()), memory: crypto_pwhash_memlimit_moderate())

  /// The least that the library takes: for tests alone, it protects nothing.
  package static let least = HashingCost(
    passes: UInt64(crypto_pwhash_opslimit_min()), memory: crypto_pwhash_memlimit_min())
}
