package import Core

extension NextStep {
  /// What is gained, before the name of the benefit.
  package var gained: Bilingual {
    gain.map { Bilingual(zh: "多得 \($0) 元", en: "\($0) yuan more") }
      ?? Bilingual(zh: "可以享受", en: "due")
  }

  /// What it takes, with the first day where that is not the day of the determination.
  package var what: Bilingual {
    let takesTime = change == nil || also.map { $0.change == nil } == true
    let day = Bilingual(zh: "，最早 \(on) 起满足", en: ": from \(on) at the earliest")
    guard let also else {
      if change == nil, goingOn == nil {
        return Bilingual(zh: "不用做什么，最早 \(on) 起满足", en: "nothing but time: from \(on)")
      }
      return NextStep.words(change, goingOn).followed(by: takesTime ? day : nil)
    }
    let first = NextStep.words(change, goingOn)
    if also.change == nil, also.goingOn == nil {
      return Bilingual(
        zh: "\(first.zh)；另外还要等一等，最早 \(on) 起满足",
        en: "\(first.en); and time besides: from \(on) at the earliest")
    }
    let second = NextStep.words(also.change, also.goingOn)
    return Bilingual(zh: "\(first.zh)；并且\(second.zh)", en: "\(first.en); and \(second.en)")
      .followed(by: takesTime ? day : nil)
  }

  /// The conditions or sums that it turns, with their articles: “失业保险累计月数够（第四条）”.
  package var why: Bilingual {
    let first = NextStep.words(reason, citation)
    guard let also, (also.reason, also.citation) != (reason, citation) else { return first }
    let second = NextStep.words(also.reason, also.citation)
    return Bilingual(zh: "\(first.zh)；\(second.zh)", en: "\(first.en); \(second.en)")
  }

  /// A fact that changes, or a spell that is taken up again.
  private static func words(_ change: Change?, _ goingOn: FactUse?) -> Bilingual {
    if let change {
      let (fact, value) = (change.fact, change.value.text)
      return Bilingual(
        zh: "\(fact.typeLabel.zh) \(fact.record) 的\(fact.fieldLabel.zh)："
          + "\(value.zh)，现在是 \(fact.value.text.zh)",
        en: "\(fact.fieldLabel.en) of the \(fact.typeLabel.en) \(fact.record): "
          + "\(value.en) instead of \(fact.value.text.en)")
    }
    guard let goingOn else { return Bilingual("") }
    return Bilingual(
      zh: "接着\(goingOn.typeLabel.zh)（同 \(goingOn.record)）",
      en: "take up \(goingOn.typeLabel.en) again (as in \(goingOn.record))")
  }

  private static func words(_ reason: Bilingual, _ citation: Citation) -> Bilingual {
    let article = citation.article.map { Bilingual(zh: "（\($0.zh)）", en: " (\($0.en))") }
    return Bilingual(
      zh: "\(reason.zh)\(article?.zh ?? "")", en: "\(reason.en)\(article?.en ?? "")")
  }
}

extension Bilingual {
  fileprivate func followed(by more: Bilingual?) -> Bilingual {
    guard let more else { return self }
    return Bilingual(zh: zh + more.zh, en: en + more.en)
  }
}
