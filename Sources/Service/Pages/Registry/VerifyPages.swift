import Core
import Determination

/// Where the code of a notice is typed.
///
/// - Parameters:
///   - place: where the reader is.
///   - typed: what was typed before.
///   - isWrong: whether that can be no code.
/// - Returns: the page.
package func verifyFormPage(
  _ place: PageLocation, typed: String = "", isWrong: Bool = false
) -> Page {
  let title = place("核验告知书", "Verify a notice")
  let errors = isWrong ? [FormError(field: "code", message: place(wrongCode))] : []
  var page = Page(place, title: title) {
    errorSummary(errors, place, takesFocus: true)
    Tag.h1 { title }
    Tag.p(.class("lead")) {
      place(
        "告知书末尾印着核验码；扫旁边的二维码也可以。",
        "The code stands at the end of the notice; the QR code beside it leads here too.")
    }
    Tag.form(Attribute("method", "get"), Attribute("action", place.link("verify"))) {
      LabelledField(
        "code", place("核验码", "Code"),
        hint: place(
          "24 个字母和数字，大小写、横线和空格都不要紧。",
          "24 letters and digits; capitals, hyphens and blanks do not matter."),
        value: typed
      ).html(errors, place)
      Tag.p(.class("buttons")) {
        Tag.button(.type("submit")) { place("核验", "Verify") }
      }
    }
  }
  page.hasError = isWrong
  return page
}

private let wrongCode = Bilingual(
  zh: "这不是核验码：核验码是 24 个字母和数字（A 到 Z，2 到 7）。请照着纸上再输入一次。",
  en: "This is no code: a code has 24 letters and digits (A to Z, 2 to 7). Type it again as it "
    + "stands on the paper.")

/// What became of a notice.
///
/// - Parameters:
///   - place: where the reader is.
///   - notice: as it was issued; `nil` for a code that no notice has.
/// - Returns: the page.
package func verifyPage(_ place: PageLocation, _ notice: VerifiedNotice?) -> Page {
  guard let notice else { return unknownPage(place) }
  let title = place(notice.standing.title)
  return Page(place, title: title) {
    Tag.h1 { title }
    Tag.p(.class("lead")) { place(notice.standing.sentence) }
    Tag.section(.labelled(by: "paper")) {
      Tag.h2(.id("paper")) { place("纸上应当写着", "What the paper must say") }
      Tag.p {
        place(
          "请与手里的告知书逐项对照。有一项不同，就是有人改过。",
          "Compare it with the notice you hold. If anything differs, somebody has altered it.")
      }
      pairs(particulars(notice, place) + results(notice.paper, place), place)
    }
    another(place)
  }
}

private func unknownPage(_ place: PageLocation) -> Page {
  let title = place("没有这份告知书", "There is no such notice")
  return Page(place, title: title) {
    Tag.h1 { title }
    Tag.p(.class("lead")) {
      place(
        "本系统没有出具过带这个核验码的告知书。",
        "This service has issued no notice with this code.")
    }
    Tag.p {
      place(
        "请先对照纸上再输入一次；仍然查不到，这份告知书就不是这里出具的。",
        "Type it once more as it stands on the paper; if it is still not found, the notice was not "
          + "issued here.")
    }
    another(place)
  }
}

private func another(_ place: PageLocation) -> HTML {
  Tag.p(.class("buttons")) {
    Tag.a(.class("button quiet"), .href(place.link("verify"))) {
      place("核验另一份", "Verify another notice")
    }
  }
}

private func particulars(
  _ notice: VerifiedNotice, _ place: PageLocation
) -> [(label: String, value: String)] {
  [
    (place("核验码", "Code"), notice.code),
    (
      place("当事人", "For"),
      notice.name ?? place("登记库里已经没有", "not on record any more")
    ),
    (place("待遇", "Benefit"), place(notice.benefit.capitalised)),
    (place("核定日", "As of"), "\(notice.on)"),
    (place("出具日期", "Issued on"), "\(notice.issued)"),
  ]
}

private func results(
  _ result: VerifiedNotice.Result, _ place: PageLocation
) -> [(label: String, value: String)] {
  var rows = [(label: place("结果", "Outcome"), value: place(result.outcome.label.capitalised))]
  if let amount = result.amount {
    rows.append((place("核定金额", "Amount determined"), amount.words(place.language)))
  }
  guard let granted = result.granted else {
    rows.append((place("已发放", "Granted already"), place("没有记载", "not on record")))
    return rows
  }
  if granted != .zero {
    rows.append((place("已发放", "Granted already"), granted.words(place.language)))
    if let payable = result.payable {
      rows.append((place("应发金额", "Still payable"), payable.words(place.language)))
    }
  }
  return rows
}

private func pairs(_ rows: [(label: String, value: String)], _ place: PageLocation) -> HTML {
  Tag.dl(.class("pairs")) {
    for row in rows {
      Tag.div {
        Tag.dt { row.label }
        Tag.dd(.class("number")) { row.value }
      }
    }
  }
}

extension VerifiedNotice.Standing {
  fileprivate var title: Bilingual {
    switch self {
    case .same: Bilingual(zh: "告知书是真的，结果没有变", en: "The notice is genuine and still holds")
    case .changed:
      Bilingual(
        zh: "告知书是真的，但结果后来变了", en: "The notice is genuine, but the result has changed")
    case .notSince: Bilingual(zh: "告知书是真的", en: "The notice is genuine")
    }
  }

  fileprivate var sentence: Bilingual {
    switch self {
    case .same(let on):
      Bilingual(
        zh: "最近一次核定（核定日 \(on)）得出同样的结果。",
        en: "The last determination, as of \(on), came to the same.")
    case .changed(let on):
      Bilingual(
        zh: "出具之后事实、规则或者日子有了变化，最近一次核定（核定日 \(on)）的结果不同。现在的结果只告诉当事人；"
          + "请当事人出示新的告知书。",
        en: "Facts, rules or the calendar have changed since: the last determination, as of \(on), "
          + "came to something else. What it is now is told to the party alone; ask for a new notice."
      )
    case .notSince:
      Bilingual(
        zh: "出具之后还没有重新核定过，不知道结果现在有没有变。",
        en: "Nothing was determined since it was issued, so nobody knows whether the result has "
          + "changed.")
    }
  }
}
