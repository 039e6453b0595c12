/// The words of an expression: names and keywords, outside of texts.
enum FormulaWords {
  /// The expression with words replaced where there is something to put in their place.
  static func replace(in text: String, _ replacement: (String) -> String?) -> String {
    var result = ""
    var word = ""
    var isInText = false
    var isEscaped = false
    for character in text {
      if !isInText, character.isLetter || character.isNumber || character == "_" {
        word.append(character)
        continue
      }
      result += replacement(word) ?? word
      word = ""
      if character == "\"", !isEscaped { isInText.toggle() }
      isEscaped = isInText && character == "\\" && !isEscaped
      result.append(character)
    }
    return result + (replacement(word) ?? word)
  }
}
