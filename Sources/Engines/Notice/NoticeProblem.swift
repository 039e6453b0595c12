package import Core

/// Why there is no notice.
package enum NoticeProblem: Error, Sendable, Equatable {
  /// The steps of a sum do not lead to its result: such a paper is not handed out.
  case sumsDisagree(benefit: Bilingual)
  /// Nothing of that benefit was determined for the party.
  case noDetermination(party: String, benefit: String)
  /// The subject is not among those of which the benefit was determined.
  case noSubject(subject: String, known: [String])
  /// The benefit was determined for several records, and none was named.
  case severalSubjects(benefit: String, subjects: [String])
  /// The stored result is no longer what the rules of today give.
  case outdated(benefit: Bilingual)
  /// The base of the address cannot stand in a link.
  case badBase(String)
}

extension NoticeProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .sumsDisagree: "NTC001"
    case .noDetermination: "NTC002"
    case .noSubject: "NTC003"
    case .severalSubjects: "NTC004"
    case .outdated: "NTC005"
    case .badBase: "NTC006"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .sumsDisagree(let benefit):
      Bilingual(
        zh: "“\(benefit.zh)”的各步金额加起来与结果不符，不能出具告知书",
        en: "the steps of the sum of “\(benefit.en)” do not add up to its result; no notice is made"
      )
    case .noDetermination(let party, let benefit):
      Bilingual(
        zh: "当事人“\(party)”没有核定过“\(benefit)”",
        en: "nothing is determined of “\(benefit)” for the party “\(party)”")
    case .noSubject(let subject, let known):
      Bilingual(
        zh: "没有“\(subject)”这条记录；核定过的有：\(known.joined(separator: "、"))",
        en: "there is no record “\(subject)”; determined are: \(known.joined(separator: ", "))")
    case .severalSubjects(let benefit, let subjects):
      Bilingual(
        zh: "“\(benefit)”按几条记录分别核定：\(subjects.joined(separator: "、"))",
        en: "“\(benefit)” is determined for several records: \(subjects.joined(separator: ", "))")
    case .outdated(let benefit):
      Bilingual(
        zh: "“\(benefit.zh)”存下的结果与现行规则算出的不同",
        en:
          "what is stored of “\(benefit.en)” differs from what the rules of today give")
    case .badBase(let base):
      Bilingual(
        zh: "“\(base)”不能作网址的开头", en: "“\(base)” cannot begin the address of a page")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .sumsDisagree:
      Bilingual(
        zh: "请把这段文字报告给维护者；数据没有改动。",
        en: "Report this text to the maintainers; no data was changed.")
    case .noDetermination:
      Bilingual(
        zh: "请核对待遇的编号；gongjiang determine --party 列出这个当事人的全部核定结果。",
        en: "Check the id of the benefit; gongjiang determine --party lists all that is determined "
          + "for the party.")
    case .noSubject:
      Bilingual(zh: "请改用其中一条。", en: "Use one of these.")
    case .severalSubjects:
      Bilingual(zh: "请用 --subject 指明是哪一条。", en: "Say which with --subject.")
    case .outdated:
      Bilingual(
        zh: "请先运行 gongjiang determine --changed，再出具告知书。",
        en: "Run gongjiang determine --changed first, then make the notice.")
    case .badBase:
      Bilingual(
        zh: "请写 https:// 开头的网址，如 https://rencai.example.cn。",
        en: "Write an address that begins with https://, as https://rencai.example.cn.")
    }
  }
}
