import Core
import Messages
import TestSupport
import Testing

@Suite struct MessageTextsTests {
  @Test("the project's texts are sound, and cover what the rooms tell") func project() throws {
    let texts = try MessageRoom.texts()
    let told = [
      "case.accepted", "case.adjusted", "case.appeal-decided", "case.appeal-received",
      "case.approved", "case.closed", "case.consent-asked", "case.consented", "case.lapsed",
      "case.paid", "case.payment-failed", "case.refused", "case.returned", "case.submitted",
      "case.withdrawn", "claw-back.decided", "claw-back.dropped", "claw-back.proposed",
      "claw-back.settled", "deadline.near", "notice.opened", "objection.decided",
      "objection.received", "password.changed", "selection.result", "selection.scored",
      "signin.locked", "signin.new-device",
    ]
    #expect(texts.ids == told)
    #expect(texts.has("case.paid") && !texts.has("case.payed"))
  }

  @Test("every mistake in the file is told with its place", arguments: table)
  func mistakes(_ from: String, _ to: String, _ expected: String) throws {
    let text = MessageTextsTests.good.replacing(from, with: to)
    let error = #expect(throws: DiagnosticsError.self) {
      try MessageTexts(SourceText(name: "m.yaml", text: text))
    }
    guard let error else { return }
    let told = error.diagnostics.map { $0.rendered(in: error.source, .en) }
    #expect(told.joined(separator: "\n") == expected)
    for diagnostic in error.diagnostics {
      let zh = diagnostic.rendered(in: error.source, .zh)
      #expect(zh.contains("错误 \(diagnostic.code)") && !zh.contains(diagnostic.message.en))
    }
  }

  @Test("the file without a mistake is read") func good() throws {
    #expect(try MessageTexts(SourceText(name: "m.yaml", text: Self.good)).ids == ["a.b"])
  }

  static let good = """
    letters:
      case:
        places: [case, link]
        mail:
          title: { zh: "件 {case}", en: "Case {case}" }
          body: { zh: "看 {link}", en: "See {link}" }
        sms: { zh: "{case} {link}", en: "{case} {link}" }
    messages:
      a.b:
        places: [case, amount]
        letter: case
        title: { zh: "件 {case}", en: "Case {case}" }
        body: { zh: "共 {amount}", en: "Sum {amount}" }

    """

  static let table: [(String, String, String)] = [
    (
      "Sum {amount}", "Sum {amout} {amount}",
      """
      m.yaml:13:40: error MSG004: {amout} cannot stand here
        a.b
        |     body: { zh: "共 {amount}", en: "Sum {amout} {amount}" }
        |                                         ^^^^^^^
        Did you mean amount?
      """
    ),
    (
      "See {link}", "See {link} {amount}",
      """
      m.yaml:6:47: error MSG004: {amount} cannot stand here
        case
        |       body: { zh: "看 {link}", en: "See {link} {amount}" }
        |                                                ^^^^^^^^
        There are: case, link.
      """
    ),
    (
      "places: [case, amount]", "places: [case]",
      """
      m.yaml:13:20: error MSG005: {amount} is not declared under places
        a.b
        |     body: { zh: "共 {amount}", en: "Sum {amount}" }
        |                     ^^^^^^^^
        Add amount to places, or take it out of the text.
      m.yaml:13:40: error MSG005: {amount} is not declared under places
        a.b
        |     body: { zh: "共 {amount}", en: "Sum {amount}" }
        |                                         ^^^^^^^^
        Add amount to places, or take it out of the text.
      """
    ),
    (
      "Sum {amount}", "Sum",
      """
      m.yaml:10:13: error MSG006: places declares amount, which the English lacks
        a.b
        |     places: [case, amount]
        |             ^^^^^^^^^^^^^^
        Use it in the text, or take it out of places.
      """
    ),
    (
      "Sum {amount}", "Sum {amount} {",
      """
      m.yaml:13:40: error MSG007: a “{” stands alone
        a.b
        |     body: { zh: "共 {amount}", en: "Sum {amount} {" }
        |                                         ^
        Braces only mark places, as in {case}.
      """
    ),
    (
      "letter: case", "letter: cases",
      """
      m.yaml:11:13: error MSG008: there is no letter “cases”
        a.b
        |     letter: cases
        |             ^^^^^
        There are: case.
      """
    ),
    (
      "    places: [case, amount]\n    letter: case\n    title: { zh: \"件 {case}\", en: \"Case {case}\" }",
      "    places: [amount]\n    letter: case\n    title: { zh: 件, en: Case }",
      """
      m.yaml:11:13: error MSG008: the letter “case” names a case, and this message has none
        a.b
        |     letter: case
        |             ^^^^
        Add case to places, or choose another letter.
      """
    ),
    (
      "    letter: case\n", "    letters: case\n",
      """
      m.yaml:11:5: error MSG002: there is no key “letters” here
        a.b
        |     letters: case
        |     ^^^^^^^
        Did you mean letter?
      m.yaml:10:5: error MSG003: letter missing
        a.b
        |     places: [case, amount]
        |     ^^^^^^^^^^^^^^^^^^^^^^
        Add it here.
      """
    ),
    (
      "places: [case, amount]", "places: case",
      """
      m.yaml:10:13: error MSG001: places takes a list
        a.b
        |     places: case
        |             ^^^^
        Write it as [case, benefit].
      """
    ),
    (
      good, "",
      """
      m.yaml:1:1: error MSG001: the file holds no texts
        | 
        | ^
        Write the parts letters and messages.
      """
    ),
    (
      "zh: \"共 {amount}\"", "zh: \"\"",
      """
      m.yaml:13:17: error MSG001: text belongs here, and not nothing
        a.b
        |     body: { zh: "", en: "Sum {amount}" }
        |                 ^^
        Write text; in quotes where it begins with a brace.
      """
    ),
  ]
}
