package import Core

/// The texts of all messages, as `Procedures/messages.yaml` gives them.
package struct MessageTexts: Sendable {
  /// By id.
  let templates: [String: MessageTemplate]

  /// The ids of all messages, sorted.
  package var ids: [String] { templates.keys.sorted() }

  /// Whether there is such a message: for whoever reads ids from a file of their own.
  package func has(_ id: String) -> Bool { templates[id] != nil }

  /// What a message tells beside its words; empty where there is no such message.
  package func places(of id: String) -> Set<Place> { templates[id]?.places ?? [] }

  /// - Throws: `MessageProblem.unknownTemplate`.
  func template(_ id: String) throws(MessageProblem) -> MessageTemplate {
    guard let template = templates[id] else {
      throw .unknownTemplate(id, nearest: Suggestion.nearest(to: id, among: ids))
    }
    return template
  }

  /// A message in words, made when it is shown. Where the texts have changed since it was sent, what
  /// it does not know is said to be unknown.
  package func words(of message: InboxMessage) -> MessageWords {
    guard let template = templates[message.template] else {
      let gone = MessageProblem.unknownTemplate(message.template, nearest: nil).message
      return MessageWords(title: gone, body: gone)
    }
    let values = MessageValues.reading(message.values)
    func both(_ wording: BilingualWording<Place>) -> Bilingual {
      func text(_ language: Language) -> String {
        wording[language].filled { place in
          (values.words(for: place, case: message.case) ?? MessageValues.unknown)[language]
        }
      }
      return Bilingual(zh: text(.zh), en: text(.en))
    }
    return MessageWords(title: both(template.title), body: both(template.body))
  }
}

/// A message as its recipient reads it; plain text.
package struct MessageWords: Sendable, Equatable {
  package let title: Bilingual
  package let body: Bilingual

  package init(title: Bilingual, body: Bilingual) {
    self.title = title
    self.body = body
  }
}

/// One kind of message.
struct MessageTemplate: Sendable {
  let places: Set<Place>
  let title: BilingualWording<Place>
  let body: BilingualWording<Place>
  /// What goes out to say that it is there.
  let letter: LetterTemplate
}

/// What is sent by mail and SMS. Its type has no place for a sum, a reason or a name.
package struct LetterTemplate: Sendable {
  let places: Set<LetterPlace>
  let title: BilingualWording<LetterPlace>
  let body: BilingualWording<LetterPlace>
  let sms: BilingualWording<LetterPlace>
}
