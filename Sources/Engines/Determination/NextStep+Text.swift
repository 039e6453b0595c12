package import Core

extension NextStep {
  /// What is gained, before the name of the benefit.
  package var gained: Bilingual {
    gain.map { Bilingual(zh: "多得 \($0) 元", en: "\($0) yuan more") }
      ?? Bilingual(zh: "可以享受", en: "due")
  }

  /// What it takes, with the first day where that is not the day of the determination.
  package var what: Bilingual {
    if let change {
      let (fact, value) = (change.fact, change.value.text)
      return Bilingual(
        zh: "\(fact.typeLabel.zh) \(fact.record) 的\(fact.fieldLabel.zh)："
          + "\(value.zh)，现在是 \(fact.value.text.zh)",
        en: "\(fact.fieldLabel.en) of the \(fact.typeLabel.en) \(fact.record): "
          + "\(value.en) instead of \(fact.value.text.en)")
    }
    if let goingOn {
      return Bilingual(
        zh: "接着\(goingOn.typeLabel.zh)（同 \(goingOn.record)），最早 \(on) 起满足",
        en:
          "take up \(goingOn.typeLabel.en) again (as in \(goingOn.record)): from \(on) at the earliest"
      )
    }
    return Bilingual(zh: "不用做什么，最早 \(on) 起满足", en: "nothing but time: from \(on)")
  }

  /// The condition or sum that it turns, with its article: “失业保险累计月数够（第四条）”.
  package var why: Bilingual {
    let article = citation.article.map { Bilingual(zh: "（\($0.zh)）", en: " (\($0.en))") }
    return Bilingual(
      zh: "\(reason.zh)\(article?.zh ?? "")", en: "\(reason.en)\(article?.en ?? "")")
  }
}
