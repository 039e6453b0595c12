import Core
import Determinations
import Export
import Notice
import Notices
import Print
import Registry
import Workbench

extension Command {
  static let notice = Command(
    "notice",
    Bilingual(
      zh: "出具一份告知书（PDF）：登记库里一个当事人的一项核定结果，附核验码",
      en:
        "make a notice (PDF) of one determination of a party of the registry, which can be verified"
    ),
    options: [
      .party, .noticeBenefit, .noticeSubject, .noticeTo, .noticeBase, .on, .known, .policies,
      .localValues,
    ] + Option.registryOptions,
    examples: [
      Example(
        "notice --party p1 --benefit wenzhou-2018-242/skill-upgrade --to notice.pdf",
        Bilingual(
          zh: "按今天和现在所知的事实；纸上有核验码，没有二维码",
          en: "as of today and of what is known now; with a code and without a QR code")),
      Example(
        "notice --party p1 --benefit wenzhou-2018-242/skill-upgrade --subject c1 --to notice.pdf "
          + "--base https://rencai.example.cn",
        Bilingual(
          zh: "证书 c1 的那一项；二维码通向这个网站的核验页",
          en: "of the certificate c1; the QR code leads to the page of that site which verifies it")
      ),
    ]
  ) { arguments, session in
    let benefit = try arguments.required(.noticeBenefit)
    let path = try arguments.required(.noticeTo)
    let home = try Home.find(arguments, session.environment)
    let bench = try Workbench(home, policies: arguments[.policies]).sound()
    let registry = try Registry.open(arguments, home, session, vocabulary: bench.vocabulary)
    let known = try registry.known(arguments).map { KnownAt.change($0.number) } ?? .latest
    let rules = try Rulebook(
      bench.setting(arguments.localValueFile(), stored: registry.localValues(known)).plans)
    let today = DateTime.now.date
    let request = NoticeRequest(
      party: try arguments.required(.party), benefit: benefit, subject: arguments[.noticeSubject],
      on: try arguments.date(.on) ?? today, known: known, issued: today,
      base: arguments[.noticeBase])
    // Nothing is kept of a notice that cannot be handed out.
    try PrivateFile.checkPlace(path)
    let issuer = NoticeIssuer(try NoticeRegister(DeterminationStore(registry)), rules)
    let notice = try issuer.issue(request)
    try Replacement.write(notice.document(session.language).pdf(), to: path)
    let code = notice.verification.code
    session.print(
      Bilingual(zh: "已写入 \(path)，核验码 \(code)", en: "wrote \(path), code \(code)"))
    return .success
  }
}

extension Option {
  static let noticeBenefit = Option(
    "benefit", takes: ArgumentValue(Bilingual(zh: "待遇", en: "ID"), .text),
    Bilingual(
      zh: "待遇的编号，如 wenzhou-2018-242/skill-upgrade",
      en: "id of the benefit, as wenzhou-2018-242/skill-upgrade"))

  static let noticeSubject = Option(
    "subject", takes: ArgumentValue(Bilingual(zh: "记录", en: "ID"), .text),
    Bilingual(
      zh: "所凭记录的编号，如证书 c1；只有一条时可以不写",
      en: "the record it is for, as the certificate c1; may be left out where there is but one"))

  static let noticeTo = Option(
    "to", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".pdf")),
    Bilingual(zh: "写到哪个文件；只有您自己能读", en: "the file to write, which nobody else may read"))

  static let noticeBase = Option(
    "base", takes: ArgumentValue(Bilingual(zh: "网址", en: "URL"), .text),
    Bilingual(
      zh: "核验网站的网址，如 https://rencai.example.cn；不写则没有二维码",
      en:
        "address of the site that verifies it, as https://rencai.example.cn; else there is no QR code"
    ))
}
