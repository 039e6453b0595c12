import Core
import FEEL
import Facts
import Synthesis
import TestSupport
import Testing
import Vocabulary

@testable import Synthesis

/// Numbers that are valid in form, different from each other, and nobody's.
@Suite struct NumbersTests {
  private let town: Town
  private let vocabulary: Vocabulary

  init() throws {
    town = try Town(5000)
    vocabulary = try #require(ProjectFiles.vocabulary)
  }

  /// All texts that a field of a type holds.
  private func texts(_ type: String, _ field: String) throws -> [String] {
    let index = try #require(vocabulary.typeIndex(type))
    let position = try #require(vocabulary.types[index].fieldIndex(field))
    var texts: [String] = []
    town.each { batch in
      for fact in batch.facts where fact.type == index {
        if case .known(.string(let text)) = fact.values[position] { texts.append(text) }
      }
    }
    return texts
  }

  @Test("identity numbers keep GB 11643 and bear the marker") func identity() throws {
    let numbers = try texts("person", "idNumber")
    #expect(numbers.count == 5000 && Set(numbers).count == 5000)
    for number in numbers {
      #expect(CheckDigits.isIdentityNumber(number) && number.hasPrefix(Numbers.marker))
    }
  }

  @Test("no two workers of the largest town share a number, whatever their year and sex")
  func distinct() {
    // Everything but year and sex follows from the index; so one year and sex must tell all apart.
    var seen: Set<String> = []
    for index in stride(from: 0, to: 1_240_000, by: 37) {
      seen.insert(
        Numbers.identity(
          index, birth: 1980 * 10_000 + Numbers.birthday(ofWorker: index), isMale: false))
    }
    #expect(seen.count == (1_240_000 + 36) / 37)
  }

  @Test("credit codes keep GB 32100, and their organisation codes GB 11714") func credit() throws {
    let codes = try texts("organisation", "uscc")
    #expect(codes.count == 200 && Set(codes).count == 200)
    for code in codes {
      #expect(CheckDigits.isCreditCode(code))
      #expect(code.dropFirst(2).hasPrefix(Numbers.marker))
      #expect(CheckDigits.organisationCode(String(code.dropFirst(8).prefix(8))) == code.middle)
    }
  }

  @Test("phones and cards lie in ranges that nobody has been given") func others() throws {
    for phone in try texts("person", "phone") {
      #expect(phone.hasPrefix("154") && phone.count == 11)
    }
    for number in try texts("account", "number") {
      #expect(number.hasPrefix("0099") && number.count == 19)
    }
  }

  @Test("names are made of a surname and of stems and branches, or say that they are fictitious")
  func names() throws {
    let signs = Set("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥")
    for name in try texts("person", "name") {
      #expect((2...4).contains(name.count))
      #expect(name.last.map(signs.contains) ?? false)
    }
    let firms = try texts("organisation", "name")
    #expect(Set(firms).count == firms.count)
    for firm in firms { #expect(firm.hasPrefix("虚构")) }
  }
}

extension String {
  /// The organisation code within a credit code.
  fileprivate var middle: String { String(dropFirst(8).prefix(9)) }
}
