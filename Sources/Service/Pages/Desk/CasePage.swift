package import Core

/// A case in full, as somebody may act on it.
package struct CaseView: Sendable {
  /// Something that can be done now.
  package struct Step: Sendable {
    package let id: String
    package let label: Bilingual
    /// The role in which it is done.
    package let role: String
    package let needsReason: Bool
    package let isGrave: Bool

    package init(
      id: String, label: Bilingual, role: String, needsReason: Bool, isGrave: Bool
    ) {
      self.id = id
      self.label = label
      self.role = role
      self.needsReason = needsReason
      self.isGrave = isGrave
    }
  }

  /// Something that happened.
  package struct Event: Sendable {
    package let moment: String
    package let who: Bilingual
    package let what: Bilingual
    package let note: String

    package init(moment: String, who: Bilingual, what: Bilingual, note: String) {
      self.moment = moment
      self.who = who
      self.what = what
      self.note = note
    }
  }

  /// The id of the party.
  package let party: String
  package let line: CaseLine
  /// Something that identifies it, and the page about it if there is one.
  package struct Fact: Sendable {
    package let label: Bilingual
    package let value: Bilingual
    package let path: String?

    package init(_ label: Bilingual, _ value: Bilingual, path: String? = nil) {
      self.label = label
      self.value = value
      self.path = path
    }
  }

  package var facts: [Fact]
  /// Why it is due: what the determination says, and whether each held.
  package let reasons: [CaseReason]
  package let files: [(key: Int64, name: String, size: Int)]
  package let events: [Event]
  package let steps: [Step]
  package let canTake: Bool
  package let isMine: Bool
  /// Own and review points of a score sheet.
  package let scores: [ScoreLine]
  /// Whether the reader has taken the case and is to give the review points.
  package let mayScore: Bool
  /// What may still come in on a claw-back that is being collected; `nil` where nothing is to be
  /// booked by the reader.
  package let outstanding: Money?
  /// How a claw-back is to come in, where the reader decides on it; `nil` elsewhere.
  package let instalments: InstalmentsView?
  package let objections: [(text: String, answer: String?)]

  package init(
    party: String, line: CaseLine, facts: [Fact],
    reasons: [CaseReason],
    files: [(key: Int64, name: String, size: Int)], events: [Event], steps: [Step], canTake: Bool,
    isMine: Bool, scores: [ScoreLine], mayScore: Bool = false, outstanding: Money? = nil,
    instalments: InstalmentsView? = nil, objections: [(text: String, answer: String?)]
  ) {
    self.party = party
    self.line = line
    self.facts = facts
    self.reasons = reasons
    self.files = files
    self.events = events
    self.steps = steps
    self.canTake = canTake
    self.isMine = isMine
    self.scores = scores
    self.mayScore = mayScore
    self.outstanding = outstanding
    self.instalments = instalments
    self.objections = objections
  }
}

/// One reason of a determination as it was kept.
package struct CaseReason: Sendable {
  package let label: Bilingual
  package let value: Bilingual?
  package let needed: Bilingual?
  /// `holds`, `fails`, `unknown` or `applied`.
  package let verdict: String
  package let article: Bilingual?

  package init(
    label: Bilingual, value: Bilingual?, needed: Bilingual?, verdict: String, article: Bilingual?
  ) {
    self.label = label
    self.value = value
    self.needed = needed
    self.verdict = verdict
    self.article = article
  }
}

/// The page of a case for those who decide.
package func casePage(
  _ place: PageLocation, _ view: CaseView, _ form: SignedForm, told: String? = nil,
  isProblem: Bool = false
) -> Page {
  deskPage(place, .queue, title: place("办件 \(view.line.number)", "Case \(view.line.number)")) {
    message(told, isProblem: isProblem)
    Tag.p(.class("lead")) {
      ([view.line.name, place(view.line.benefit)]
        + (view.line.amount == .zero ? [] : [view.line.amount.words(place.language)])
        + [place(view.line.state)]).joined(separator: " · ")
    }
    Tag.div(.class("sheet")) {
      Tag.div {
        steps(view, place, form)
        if !view.scores.isEmpty { scoreSection(view, place, form) }
        keptReasons(view.reasons, place)
        timeline(view.events, place)
      }
      Tag.div(.class("aside")) {
        Tag.section(.labelled(by: "facts")) {
          Tag.h2(.id("facts")) { place("基本情况", "Particulars") }
          Tag.dl(.class("pairs")) {
            for fact in view.facts {
              Tag.div {
                Tag.dt { place(fact.label) }
                Tag.dd {
                  if let path = fact.path {
                    Tag.a(.href(place.link(path))) { place(fact.value) }
                  } else {
                    place(fact.value)
                  }
                }
              }
            }
            if view.line.due != nil {
              Tag.div {
                Tag.dt { place("期限", "due") }
                Tag.dd { dueDay(view.line, place) }
              }
            }
          }
        }
        Tag.section(.labelled(by: "files")) {
          Tag.h2(.id("files")) { place("材料", "Evidence") }
          if view.files.isEmpty { Tag.p(.class("soft")) { place("没有。", "None.") } }
          Tag.ul {
            for file in view.files {
              Tag.li {
                Tag.a(.href(place.link("cases/\(view.line.number)/files/\(file.key)"))) {
                  file.name
                }
                Tag.span(.class("soft")) { " \((file.size + 1023) / 1024) KB" }
              }
            }
          }
        }
        if !view.objections.isEmpty {
          Tag.section(.labelled(by: "objections")) {
            Tag.h2(.id("objections")) { place("异议", "Objections") }
            for objection in view.objections {
              Tag.p { objection.text }
              if let answer = objection.answer {
                Tag.p(.class("soft")) { place("答复：", "Answer: ") + answer }
              }
            }
          }
        }
      }
    }
  }
}

private func steps(_ view: CaseView, _ place: PageLocation, _ form: SignedForm) -> HTML {
  let number = view.line.number
  return Tag.section(.labelled(by: "steps")) {
    Tag.h2(.id("steps")) { place("办理", "What to do") }
    if view.canTake {
      Tag.p {
        place(
          "领办后才能办理，别的同事就不会重复办。", "Take the case first, so that no colleague does the same work.")
      }
      form(action: place.link("desk/cases/\(number)/take")) {
        Tag.button { place("领办", "Take it") }
      }
    } else if view.steps.isEmpty && view.outstanding == nil {
      Tag.p(.class("soft")) { place("现在没有您能办的步骤。", "There is nothing for you to do now.") }
    }
    if let outstanding = view.outstanding { recovery(number, outstanding, place, form) }
    if let instalments = view.instalments { instalmentsForm(number, instalments, place, form) }
    if view.isMine {
      let main = view.mainStep
      for step in view.steps where step.id == main {
        stepForm(step, isMain: true, number, place, form)
      }
      for step in view.steps where step.id != main {
        stepForm(step, isMain: false, number, place, form)
      }
      form(action: place.link("desk/cases/\(number)/give-back")) {
        Tag.button(.class("quiet")) { place("退还，让别的同事办", "Give it back for a colleague") }
      }
    }
  }
}

/// What came in on a claw-back is booked here; the case ends by itself when all of it has.
private func recovery(
  _ number: String, _ outstanding: Money, _ place: PageLocation, _ form: SignedForm
) -> HTML {
  form(action: place.link("desk/cases/\(number)/recover")) {
    Tag.p {
      place("还应收回 ", "Still to come in: ")
      Tag.strong { outstanding.words(place.language) }
    }
    textField("amount", place("收到的金额（元）", "What came in, in yuan"), classes: "short")
    textField("reference", place("银行流水号", "The bank’s reference"))
    Tag.button { place("入账", "Book it") }
  }
}

extension CaseView {
  /// The step that most cases take from here: the first that neither needs a reason nor goes against
  /// the party, else the first.
  fileprivate var mainStep: String? {
    (steps.first { !$0.needsReason && !$0.isGrave } ?? steps.first)?.id
  }
}

private func stepForm(
  _ step: CaseView.Step, isMain: Bool, _ number: String, _ place: PageLocation,
  _ form: SignedForm
) -> HTML {
  let field = "reason-" + step.id
  return form(action: place.link("desk/cases/\(number)/act")) {
    Tag.input(.type("hidden"), .name("role"), .value(step.role))
    if step.needsReason {
      Tag.label(.class("ask"), .for(field)) {
        place("“\(step.label.zh)”的理由", "Reason for “\(step.label.en)”")
      }
      Tag.input(.type("text"), .id(field), .name("reason"), .value(""))
    }
    Tag.p {
      Tag.button(
        [.name("act"), .value(step.id)] + (isMain ? [] : [.class("quiet")])
      ) { place(step.label) }
    }
  }
}

/// What the determination said, kept with the case.
package func keptReasons(_ reasons: [CaseReason], _ place: PageLocation) -> HTML {
  Tag.section(.labelled(by: "reasons")) {
    Tag.h2(.id("reasons")) { place("依据", "Reasons") }
    Tag.ul(.class("outcomes")) {
      for reason in reasons {
        Tag.li {
          Tag.div {
            Tag.strong { verdictMark(reason.verdict) + place(reason.label) }
            if let value = reason.value { Tag.p { place(value) } }
            if let needed = reason.needed {
              Tag.p(.class("soft")) { place("需要：", "Needed: ") + place(needed) }
            }
          }
          if let article = reason.article { Tag.span(.class("soft")) { place(article) } }
        }
      }
    }
  }
}

private func verdictMark(_ verdict: String) -> String {
  switch verdict {
  case "holds": "✓ "
  case "fails": "✗ "
  case "unknown": "? "
  default: ""
  }
}

func timeline(_ events: [CaseView.Event], _ place: PageLocation) -> HTML {
  Tag.section(.labelled(by: "events")) {
    Tag.h2(.id("events")) { place("办理过程", "What happened") }
    Tag.ol(.class("timeline")) {
      for event in events {
        Tag.li {
          Tag.span(.class("when")) { event.moment }
          Tag.div {
            Tag.strong { place(event.what) }
            Tag.p(.class("soft")) { place(event.who) }
            if !event.note.isEmpty { Tag.p { event.note } }
          }
        }
      }
    }
  }
}

/// Asks once more before what goes against the party or cannot be taken back.
package func confirmPage(
  _ place: PageLocation, number: String, step: CaseView.Step, reason: String, _ form: SignedForm
) -> Page {
  deskPage(place, .queue, title: place("确定要“\(step.label.zh)”吗？", "Really “\(step.label.en)”?")) {
    Tag.p {
      place(
        "办件 \(number)。办理后当事人会收到消息，这一步不能撤销。",
        "Case \(number). The party will be told, and this cannot be undone.")
    }
    if !reason.isEmpty { Tag.p { place("理由：", "Reason: ") + reason } }
    form(action: place.link("desk/cases/\(number)/act")) {
      Tag.input(.type("hidden"), .name("role"), .value(step.role))
      Tag.input(.type("hidden"), .name("reason"), .value(reason))
      Tag.input(.type("hidden"), .name("sure"), .value("1"))
      Tag.div(.class("buttons")) {
        Tag.button(.name("act"), .value(step.id)) { place(step.label) }
        Tag.a(.class("button quiet"), .href(place.link("desk/cases/\(number)"))) {
          place("返回，不办", "Go back, do nothing")
        }
      }
    }
  }
}
