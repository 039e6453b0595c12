package import Core

/// A step that somebody is taking in their case.
package struct MyStepView: Sendable {
  package let number: String
  package let id: String
  package let label: Bilingual
  package let isGrave: Bool
  package let needsReason: Bool
  /// What the case is about, and for how much.
  package let benefit: Bilingual
  package let amount: Money?
  /// As it was typed.
  package var reason = ""
  /// What is sent with it: the account with stars, the names of the files, the points.
  package var account: String?
  package var files: [String]?
  package var points: String?
  package var errors: [FormError] = []

  package init(
    number: String, id: String, label: Bilingual, isGrave: Bool, needsReason: Bool,
    benefit: Bilingual, amount: Money?
  ) {
    self.number = number
    self.id = id
    self.label = label
    self.isGrave = isGrave
    self.needsReason = needsReason
    self.benefit = benefit
    self.amount = amount
  }

  /// Below the language.
  var path: String { "my/cases/\(number)/steps/\(id)" }
}

/// Names of fields on pages of steps.
package enum MyStepField {
  package static let reason = "reason"
  package static let button = "do"
  /// Values of the button.
  package static let give = "give"
  package static let edit = "edit"
  package static let confirm = "confirm"
}

/// Asks for the reason of a step, in the reader's own words.
package func myReasonPage(
  _ place: PageLocation, _ frame: MyFrame, _ view: MyStepView, _ form: SignedForm
) -> Page {
  let title = place("“\(view.label.zh)”的理由", "Your reasons: \(view.label.en)")
  let error = view.errors.first?.message
  let heading = Tag.h1 { Tag.label(.class("ask"), .for(MyStepField.reason)) { title } }
  return myPage(
    place, frame, .home, title: title, back: backToCase(view.number, place), errors: view.errors,
    heading: heading
  ) {
    form(action: place.link(view.path)) {
      Tag.div(.class(error == nil ? "field" : "field wrong")) {
        Tag.p(.class("hint"), .id("reason-hint")) {
          place(
            "写明哪里不对、您认为应当怎样。最多 2000 字。经办人员和以后查阅的人都会看到。",
            "Say what is wrong and what you hold to be right, in 2,000 characters at most. Whoever "
              + "deals with the case reads it.")
        }
        if let error {
          Tag.p(.class("error"), .id("reason-error")) {
            Tag.span(.class("unseen")) { place("错误：", "Error: ") }
            error
          }
        }
        Tag.textarea(
          [
            .id(MyStepField.reason), .name(MyStepField.reason), .class("plain"),
            Attribute("rows", "6"),
            .described(by: ["reason-hint"] + (error == nil ? [] : ["reason-error"])),
          ] + (error == nil ? [] : [Attribute("aria-invalid", "true")])
        ) { view.reason }
      }
      Tag.div(.class("buttons")) {
        Tag.button(.name(MyStepField.button), .value(MyStepField.give)) {
          place("继续", "Continue")
        }
      }
    }
  }
}

/// All that goes with a step, before it is taken.
package func myCheckPage(
  _ place: PageLocation, _ frame: MyFrame, _ view: MyStepView, _ form: SignedForm
) -> Page {
  let title =
    view.isGrave
    ? place("确定要“\(view.label.zh)”吗？", "Really “\(view.label.en)”?")
    : place("核对后\(view.label.zh)", "Check before you go on: \(view.label.en)")
  return myPage(
    place, frame, .home, title: title, back: backToCase(view.number, place), errors: view.errors
  ) {
    checkList(lines(view, place), place)
    if view.needsReason {
      // The text is on no page that a link could lead to.
      form(action: place.link(view.path)) {
        Tag.input(.type("hidden"), .name(MyStepField.reason), .value(view.reason))
        Tag.button(
          .class("quiet"), .name(MyStepField.button), .value(MyStepField.edit)
        ) { place("修改理由", "Change the reasons") }
      }
    }
    if view.isGrave {
      Tag.p(.class("notice")) {
        place("这一步不能撤销。", "This cannot be undone.")
      }
    }
    form(action: place.link(view.path)) {
      Tag.input(.type("hidden"), .name(MyStepField.reason), .value(view.reason))
      Tag.div(.class("buttons"), .id("confirm")) {
        Tag.button(.name(MyStepField.button), .value(MyStepField.confirm)) {
          place("确认\(view.label.zh)", "Confirm: \(view.label.en)")
        }
        Tag.a(.class("button quiet"), .href(place.link("my/cases/\(view.number)"))) {
          place("返回，先不办", "Go back for now")
        }
      }
    }
  }
}

private func lines(_ view: MyStepView, _ place: PageLocation) -> [CheckLine] {
  let pages = "my/cases/\(view.number)/"
  var lines = [
    CheckLine(place("办件", "Case"), view.number),
    CheckLine(place("待遇", "Benefit"), place(view.benefit.capitalised)),
  ]
  if let amount = view.amount {
    lines.append(CheckLine(place("金额", "Amount"), amount.words(place.language)))
  }
  if let points = view.points {
    lines.append(CheckLine(place("自评合计", "Own points"), points, change: pages + "scores"))
  }
  if let files = view.files {
    lines.append(
      CheckLine(
        place("材料", "Evidence"), files.joined(separator: place("、", ", ")),
        change: pages + "files"))
  }
  if let account = view.account {
    lines.append(
      CheckLine(
        place("收款账户", "Account"), account, change: pages + "account?step=" + view.id))
  }
  if view.needsReason { lines.append(CheckLine(place("理由", "Reasons"), view.reason)) }
  return lines
}

/// Says that a step was taken, under which number, and what comes next.
///
/// - Parameters:
///   - place: where the reader is.
///   - frame: whose pages they are.
///   - step: what was done.
///   - line: the case as it stands now.
/// - Returns: the page.
package func myDonePage(
  _ place: PageLocation, _ frame: MyFrame, step: Bilingual, _ line: MyCaseLine
) -> Page {
  let title = place("已办理：\(step.zh)", "Done: \(step.en)")
  return myPage(place, frame, .home, title: title) {
    Tag.div(.class("result is-yes")) {
      Tag.p {
        place("办件号", "The number of the case is")
        " "
        Tag.strong(.class("number")) { line.number }
      }
      Tag.p { place(line.benefit.capitalised) }
    }
    Tag.h2 { place("接下来", "What comes next") }
    Tag.p { place("现在：\(line.state.zh)。", "It stands at: \(line.state.en).") }
    Tag.p { line.standing(place) }
    Tag.p(.class("buttons")) {
      Tag.a(.class("button"), .href(place.link("my/cases/\(line.number)"))) {
        place("看这件办件", "See the case")
      }
      Tag.a(.class("button quiet"), .href(place.link(frame.path(.home)))) {
        place("回到待遇和办件", "Back to benefits and cases")
      }
    }
  }
}
