package import Comparison
package import Core
package import Determination
import Determinations
import Registry

extension Replay {
  /// What it rests on, in a few sentences: day, change and its moment, documents with their dates of
  /// issue, the digest of the rules, engine and program.
  package var basis: [Bilingual] {
    let on = subject.on
    let moment = changed.map { Bilingual(zh: "（\($0.clock)）", en: " (\($0.clock))") }
    var lines = [
      Bilingual(
        zh: "认定日 \(on)；事实以登记库变更 \(change)\(moment?.zh ?? "")为止",
        en: "as of \(on), from the facts up to change \(change)\(moment?.en ?? "") of the registry"),
      Bilingual(
        zh: "文件：" + documents.map(\.name.zh).joined(separator: "、"),
        en: "documents: " + documents.map(\.name.en).joined(separator: ", ")),
    ]
    let rules = keptPlan.prefix(16)
    if let program {
      lines.append(
        Bilingual(
          zh: "规则指纹 \(rules)…；引擎 \(program.engine)，程序 \(program.version)",
          en: "rules \(rules)…; engine \(program.engine), program \(program.version)"))
    } else {
      lines.append(Bilingual(zh: "规则指纹 \(rules)…", en: "rules \(rules)…"))
    }
    return lines
  }

  /// How what it comes to now compares with what is kept.
  package var verdict: Bilingual {
    if isIdentical {
      return Bilingual(zh: "重新计算：与保存的逐字节相同。", en: "Worked out again: the same, byte by byte.")
    }
    if json == nil {
      return Bilingual(
        zh: "重新计算：没有这一项了；请检查登记库。",
        en: "Worked out again: there is no such determination; check the registry.")
    }
    if hasOtherEngine {
      let same =
        hasSameAnswer
        ? Bilingual(zh: "结论相同", en: "the answer is the same")
        : Bilingual(zh: "结论不同", en: "the answer is another")
      return Bilingual(
        zh: "重新计算：引擎在这以后换过；\(same.zh)。",
        en: "Worked out again: the engine has changed since; \(same.en).")
    }
    if hasSameAnswer {
      return Bilingual(
        zh: "重新计算：结论相同，措辞或出处不同：当时文件的文本没有保存。",
        en:
          "Worked out again: the answer is the same, words or places are others: the text of then "
          + "was not kept.")
    }
    return Bilingual(
      zh: "重新计算：与保存的不同；请检查登记库和程序。",
      en: "Worked out again: it is another; check the registry and the program.")
  }

  /// Everything, as people read it on a terminal.
  ///
  /// - Parameters:
  ///   - today: what holds now.
  ///   - language: of the reader.
  ///   - style: how to mark verdicts.
  /// - Returns: lines, each with its line end.
  package func text(
    _ today: ReplayToday, _ language: Language, style: TextStyle = .plain
  ) -> String {
    var lines = [
      Bilingual(zh: "\(number) 号", en: "Number \(number)")[language]
    ]
    lines += basis.map { $0[language] }
    lines.append(verdict[language])
    if !isIdentical {
      lines.append(Bilingual(zh: "保存的：", en: "kept: ")[language] + keptJSON)
      lines.append(Bilingual(zh: "现在的：", en: "now: ")[language] + (json ?? "–"))
    }
    var blocks = [lines.joined(separator: "\n")]
    if let determination {
      // The day stands above.
      let report = Report(on: subject.on, determinations: [determination])
      blocks.append(
        report.text(language, style: style).split(separator: "\n").dropFirst()
          .joined(separator: "\n"))
    }
    blocks.append(today.lines(language).joined(separator: "\n"))
    return blocks.joined(separator: "\n\n") + "\n"
  }
}

extension ReplayToday {
  /// What makes the difference, then what differs by each of the three.
  package func lines(_ language: Language) -> [String] {
    var lines = [cause.words[language]]
    if !hasNewRules, !hasNewFacts {
      lines.append(
        Bilingual(
          zh: "规则没有变，登记库也没有新的变更。",
          en: "Neither the rules nor the registry have changed since.")[language])
    }
    for (title, pair) in told {
      lines.append(title[language])
      lines += pair.lines(language, indent: "  ")
    }
    return lines
  }

  /// What differs, each with its title; the two together only where they say something else.
  package var told: [(title: Bilingual, pair: ComparedPair)] {
    let titles = [
      Bilingual(
        zh: "只换成今天的规则（左边是当时）：",
        en: "With the rules of today alone (on the left: then):"),
      Bilingual(
        zh: "只换成今天的事实（左边是当时）：",
        en: "With the facts of today alone (on the left: then):"),
      Bilingual(
        zh: "规则和事实都换成今天的（左边是当时）：",
        en: "With both of today (on the left: then):"),
    ]
    let isAlone = cause == .rules || cause == .facts
    let pairs = [rules, facts, isAlone ? nil : both]
    return zip(titles, pairs).compactMap { title, pair in
      guard let pair, !pair.isSame else { return nil }
      return (title, pair)
    }
  }
}
