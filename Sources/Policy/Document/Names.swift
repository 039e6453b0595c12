extension String {
  /// Whether rules may use the text as a name: letters of any script, digits and underscores, no
  /// digit first. FEEL (DMN 1.5, 10.3.1.5) allows more; blanks and operator signs in names make
  /// rules hard to read aloud.
  var isName: Bool {
    guard let first, first.isLetter || first == "_" else { return false }
    return allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  /// `1,000` or `12，000`: digits in groups of three.
  var hasSeparators: Bool {
    let groups = split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.count) else {
      return false
    }
    return groups.allSatisfy { $0.allSatisfy { ("0"..."9").contains($0) || $0 == "." } }
      && groups.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
  }
}
