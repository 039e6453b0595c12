package import Core
package import Office

/// What fills the places of a letter; there is nothing else that could.
package struct LetterValues: Sendable {
  let `case`: CaseNumber?
  let link: String

  /// - Parameters:
  ///   - number: of the case.
  ///   - link: where to read on, after signing in.
  package init(case number: CaseNumber?, link: String) {
    `case` = number
    self.link = link
  }

  func text(_ place: LetterPlace) -> String {
    switch place {
    case .case: `case`?.text ?? ""
    case .link: link
    }
  }
}

/// A mail or a short message, ready to be sent. It can only be made of a letter's text and of
/// `LetterValues`, so that what a message tells in the inbox cannot get into it.
package struct Letter: Sendable {
  /// The same each time it is tried: whoever gets it twice can tell by this.
  package let id: String
  package let address: Address
  package let language: Language
  /// Of a mail; short messages have none.
  package let subject: String
  package let text: String
  /// When the message was sent to the inbox: repeats are the same to the byte.
  package let moment: Moment

  /// - Parameters:
  ///   - template: its words.
  ///   - values: for the places.
  ///   - language: of the reader.
  ///   - address: where to; it says which of the words are used.
  ///   - id: letters and digits.
  ///   - moment: when the message was sent.
  package init(
    _ template: LetterTemplate, _ values: LetterValues, in language: Language, to address: Address,
    id: String, at moment: Moment
  ) {
    let isMail = address.channel == .mail
    subject = isMail ? template.title[language].filled(values.text) : ""
    text = (isMail ? template.body : template.sms)[language].filled(values.text)
    self.id = id
    self.address = address
    self.language = language
    self.moment = moment
  }
}

extension MessageTexts {
  /// The letter that goes out for a message.
  ///
  /// - Throws: `MessageProblem.unknownTemplate`.
  package func letter(for id: String) throws(MessageProblem) -> LetterTemplate {
    try template(id).letter
  }
}
