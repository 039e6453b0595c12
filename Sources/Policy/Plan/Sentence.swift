package import Core
import FEEL
import Vocabulary

/// Rules read aloud: every node as a phrase in plain words, in both languages.
extension Plan {
  /// The value of a node as one sentence: “The certificate’s level is from 3 to 5.”
  package func sentence(for node: NodeID) -> Bilingual {
    phrase(for: node).text.asSentence
  }

  /// The value of a node as part of a sentence.
  package func words(for node: NodeID) -> Bilingual { phrase(for: node).text }

  /// What an input cell of a decision table asks of its column.
  package func sentence(for test: PlanTest, of input: NodeID) -> Bilingual {
    if case .any = test { return Bilingual(zh: "不限。", en: "Any.") }
    return phrase(for: test, of: phrase(for: input), type: nodes[input].type).text.asSentence
  }

  func phrase(for node: NodeID) -> Phrase {
    switch nodes[node].operation {
    case .constant(let value): Phrase(words(for: value, nodes[node].type))
    case .determinationDate: Phrase("认定日", "the day of determination")
    case .month: Phrase("当月", "the month")
    case .subject: phrase(ofRecord: nodes[node].type)
    case .party: partyPhrase(nodes[node].type)
    case .element: elementPhrase(nodes[node].type)
    case .recordsOf(let type, let party):
      recordsPhrase(type, of: phrase(for: party))
    case .records(let type):
      Phrase(
        vocabulary.types[type].name.zh + "记录", vocabulary.types[type].name.en + " records")
    case .field(let field, let base), .follow(let field, let base):
      memberPhrase(field, of: base)
    case .identifier(let base):
      Phrase(phrase(for: base).text.zh + "的编号", "the id of " + phrase(for: base).text.en)
    case .definition(let name, let node): definitionPhrase(name, node)
    case .negate(let operand):
      Phrase(
        "−" + phrase(for: operand).text(atMost: .product).zh,
        "−" + phrase(for: operand).text(atMost: .product).en, .sum)
    case .arithmetic(let op, let left, let right): arithmeticPhrase(op, left, right)
    case .comparison(.equal, let left, let right) where truth(right) != nil:
      truthPhrase(phrase(for: left), is: truth(right) == true)
    case .comparison(let op, let left, let right):
      comparisonPhrase(op, phrase(for: left), phrase(for: right), type: nodes[left].type)
    case .and(let left, let right): conjunction(left, right, .and)
    case .or(let left, let right): conjunction(left, right, .or)
    case .not(let operand): phrase(for: operand).negated
    case .conditional(let condition, let then, let otherwise):
      conditionalPhrase(condition, then, otherwise)
    case .membership(let value, let tests):
      phrase(
        for: tests.count == 1 ? tests[0] : .oneOf(tests), of: phrase(for: value),
        type: nodes[value].type)
    case .dateMember(let part, let date): datePartPhrase(part, phrase(for: date))
    case .filter(let list, let loop): filterPhrase(list, loop)
    case .quantified(let quantifier, let list, let loop):
      quantifiedPhrase(quantifier, list, loop)
    case .map(let list, let loop): listMemberPhrase(list, loop)
    case .aggregate(let aggregate, let list): aggregatePhrase(aggregate, list)
    case .builtIn(let name, let arguments):
      durationPhrase(name, arguments) ?? builtInPhrase(name, arguments.map(phrase(for:)))
    case .policyFunction(.sumOfHighest, let arguments): highestPhrase(arguments)
    case .policyFunction(let function, let arguments):
      functionPhrase(function, arguments.map(phrase(for:)))
    case .table(let index):
      resultPhrase(index)
    case .tableOf(let index, let record): tablePhrase(index, of: record)
    case .parameter(let index, let day): parameterPhrase(parameters[index], on: phrase(for: day))
    case .assumption(let index): assumptionPhrase(assumptions[index])
    }
  }
}

/// A piece of a sentence, and how loosely its parts hang together: what is looser than its
/// surroundings is put in brackets.
struct Phrase {
  enum Binding: Int { case word, product, sum, clause, list }

  let text: Bilingual
  let binding: Binding
  /// How the opposite of a condition is said, where there is a short way.
  var opposite: Bilingual?

  init(_ zh: String, _ en: String, _ binding: Binding = .word) {
    self.init(Bilingual(zh: zh, en: en), binding)
  }

  init(_ text: Bilingual, _ binding: Binding = .word) {
    self.text = text
    self.binding = binding
  }

  /// The same with a short way to say the opposite.
  func or(_ zh: String, _ en: String) -> Phrase {
    var phrase = self
    phrase.opposite = Bilingual(zh: zh, en: en)
    return phrase
  }

  /// The text, in brackets where it is looser than `limit`.
  func text(atMost limit: Binding) -> Bilingual {
    guard binding.rawValue > limit.rawValue else { return text }
    return Bilingual(zh: "（" + text.zh + "）", en: "(" + text.en + ")")
  }

  /// The opposite of a condition.
  var negated: Phrase {
    if let opposite { return Phrase(opposite, .clause) }
    return Phrase(
      "并非“\(text.zh)”", "it is not so that \(text(atMost: .clause).en)", .clause)
  }
}

extension Bilingual {
  /// With a capital letter and a full stop.
  var asSentence: Bilingual {
    let bracket = en.prefix { $0 == "(" }
    let rest = en.dropFirst(bracket.count)
    return Bilingual(
      zh: zh + "。", en: bracket + rest.prefix(1).uppercased() + rest.dropFirst() + ".")
  }
}
