package import Core
package import Determination

/// Something a party could apply for.
package struct MyOpening: Sendable {
  package enum Standing: Sendable, Equatable {
    case free
    /// It is in this case.
    case begun(String)
    case granted
    case notDue
  }

  package let determination: Determination
  /// Whose record gives rise to it.
  package let owner: String
  /// What that record is called; `nil` for benefits of the party itself.
  package let subject: Bilingual?
  package let standing: Standing

  package init(
    determination: Determination, owner: String, subject: Bilingual?, standing: Standing
  ) {
    self.determination = determination
    self.owner = owner
    self.subject = subject
    self.standing = standing
  }
}

/// What would change a case of a party.
package struct MyNextStep: Sendable {
  package let step: NextStep
  /// What the record is called; `nil` for benefits of the party itself.
  package let subject: Bilingual?

  package init(_ step: NextStep, subject: Bilingual?) {
    self.step = step
    self.subject = subject
  }
}

/// Names of the hidden fields that say what is applied for.
package enum MyApplyField {
  package static let party = "for"
  package static let benefit = "benefit"
  package static let owner = "owner"
  package static let subject = "subject"
}

/// What can be applied for, and for all else why not.
///
/// - Parameters:
///   - place: where the reader is.
///   - frame: whose pages they are.
///   - party: the id of who would receive.
///   - openings: all there are.
///   - steps: what would change it, the best first; `nil` where too much would have to be tried out.
///   - context: what determinations are shown with.
///   - form: makes a form of this session, each with a key of its own.
/// - Returns: the page.
package func myApplyPage(
  _ place: PageLocation, _ frame: MyFrame, party: String, _ openings: [MyOpening],
  steps: [MyNextStep]?, _ context: ResultContext, form: () -> SignedForm
) -> Page {
  myPage(place, frame, .apply, title: place("能申请什么", "What can be applied for")) {
    Tag.p(.class("lead")) {
      place(
        "按今天登记的情况核定。不用申请的待遇会直接出现在“待遇和办件”里。",
        "Determined by what is on record today. What needs no application appears under “Benefits "
          + "and cases” by itself.")
    }
    if openings.isEmpty {
      Tag.div(.class("empty")) {
        Tag.p {
          place(
            "登记的情况里没有可以申请的待遇。情况有出入的，请到受理窗口更正登记。",
            "Nothing on record gives rise to an application. If the record is wrong, have it "
              + "corrected at the counter.")
        }
      }
    }
    for group in Group.allCases {
      if group == .notDue, !openings.isEmpty || steps?.isEmpty == false { near(steps, context) }
      let members = openings.filter { Group($0) == group }
      if !members.isEmpty {
        Tag.section(.labelled(by: group.rawValue)) {
          Tag.h2(.id(group.rawValue)) { place(group.title) }
          for opening in members {
            resultCard(opening.determination, context)
            action(opening, party: party, place, form)
          }
        }
      }
    }
  }
}

private func near(_ steps: [MyNextStep]?, _ context: ResultContext) -> HTML {
  nextStepSection(steps?.map(\.step), context) { step in
    steps?.first {
      $0.step.benefit == step.benefit && $0.step.owner == step.owner
        && $0.step.subject == step.subject
    }?.subject
  }
}

/// In which part of the page something stands.
private enum Group: String, CaseIterable {
  case free, undetermined, begun, granted
  case notDue = "not-due"

  init(_ opening: MyOpening) {
    self =
      switch opening.standing {
      case .free: opening.determination.outcome == .undetermined ? .undetermined : .free
      case .begun: .begun
      case .granted: .granted
      case .notDue: .notDue
      }
  }

  var title: Bilingual {
    switch self {
    case .free: Bilingual(zh: "可以申请", en: "You can apply")
    case .undetermined: Bilingual(zh: "还差情况", en: "Something is not known yet")
    case .begun: Bilingual(zh: "正在办理", en: "In progress")
    case .granted: Bilingual(zh: "已经发放", en: "Granted already")
    case .notDue: Bilingual(zh: "现在不符合条件", en: "Not due at present")
    }
  }
}

private func action(
  _ opening: MyOpening, party: String, _ place: PageLocation, _ form: () -> SignedForm
) -> HTML {
  switch opening.standing {
  case .granted, .notDue: return .empty
  case .begun(let number):
    return Tag.p {
      Tag.a(.href(place.link("my/cases/\(number)"))) {
        place("办件 \(number)", "Case \(number)")
      }
    }
  case .free: break
  }
  let determination = opening.determination
  return form()(action: place.link("my/apply")) {
    hiddenField(MyApplyField.party, party)
    hiddenField(MyApplyField.benefit, determination.benefit)
    hiddenField(MyApplyField.owner, opening.owner)
    hiddenField(MyApplyField.subject, determination.subject ?? "")
    Tag.p(.class("buttons")) {
      Tag.button {
        place("开始申请", "Begin")
        Tag.span(.class("unseen")) {
          place("：", ": ") + place(determination.label)
            + (opening.subject.map { " " + place($0) } ?? "")
        }
      }
    }
  }
}
