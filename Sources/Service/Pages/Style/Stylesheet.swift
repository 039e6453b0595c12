/// The one stylesheet of all pages: no fonts to load, at most 20 KB.
package enum Stylesheet {
  package static let text =
    colours + base + frame + forms + results + policies + registry + desk + narrow + print

  /// Changes whenever the text does, so that browsers may keep it for ever.
  package static let path = "/assets/style-\(fingerprint(of: text)).css"
}

/// FNV-1a, 64 bits: only to tell versions of a file apart.
func fingerprint(of text: String) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return String(hash, radix: 36)
}
