package import Core
package import Determination
import PolicyPlan
import Synchronization

/// What one subject comes to, by the column engine.
package struct ColumnAnswer: Sendable {
  /// Position of the plan, and of the benefit in it.
  package let plan: Int
  package let benefit: Int
  /// By which text it was determined: 0 for that as it was issued, else one more than the version.
  package let text: Int
  /// The party whose record the subject is, and who receives.
  package let owner: String
  package let receiver: String
  /// The subject's id, or its number; `nil` where the subject is the party itself.
  package let subject: String?
  package let outcome: Outcome
  package let gross: Money?
  package let amount: Money?
  package let monthly: Monthly?
  /// The points, where the benefit gives them.
  package let score: Determination.Score?
  /// Already granted by claims; `nil` when the sum of one is unknown.
  package let granted: Money?
}

/// What a run over all parties comes to.
package struct ColumnAnswers: Sendable {
  package internal(set) var answers: [ColumnAnswer] = []
  /// By component, the parties that the explain engine has to be asked about.
  package internal(set) var asked: [Set<String>]
}

extension ColumnEngine {
  /// Every answer, and whom to ask the explain engine about.
  package func answers() -> ColumnAnswers {
    let found = Mutex(
      ColumnAnswers(asked: Array(repeating: [], count: compiled.components.count)))
    run { parties, run in
      var own = ColumnAnswers(asked: Array(repeating: [], count: run.asked.count))
      for index in run.asked.indices {
        for (place, isAsked) in run.asked[index].enumerated() where isAsked {
          own.asked[index].insert(run.store.parties.ids[parties.lowerBound + place])
        }
      }
      for plan in run.compiled.plans.indices {
        for benefit in run.compiled.plans[plan].benefits.indices {
          own.add(plan, benefit, parties, run)
        }
      }
      let part = own
      found.withLock { all in
        all.answers += part.answers
        for index in all.asked.indices { all.asked[index].formUnion(part.asked[index]) }
      }
    }
    return found.withLock { $0 }
  }
}

extension ColumnAnswers {
  fileprivate mutating func add(
    _ plan: Int, _ benefit: Int, _ parties: Range<Int>, _ run: borrowing BlockRun
  ) {
    let declared = run.compiled.plans[plan].benefits[benefit]
    guard let block = run.block(ofPlan: plan, benefit),
      let component = run.componentOf[plan][benefit],
      let table = run.store.tables[declared.subject]
    else { return }
    let sheet = run.sheet(ofPlan: plan, benefit)
    let text = run.text(ofPlan: plan, benefit)
    for (place, answer) in block.answers.enumerated() {
      let row = block.firstRow + place
      let owner = Int(table.owners[row])
      if answer == .absent || run.asked[component][owner - parties.lowerBound] { continue }
      let isEntitled = answer == .entitled
      let amount = block.amounts[place] >= 0 && isEntitled ? Money(fen: block.amounts[place]) : nil
      let named = block.receivers.isEmpty ? Int32(owner) : block.receivers[place]
      let receiver = named >= 0 ? Int(named) : owner
      let subject = declared.isOfParty ? nil : table.name(row)
      answers.append(
        ColumnAnswer(
          plan: plan, benefit: benefit, text: block.texts.isEmpty ? text : Int(block.texts[place]),
          owner: run.store.parties.ids[owner],
          receiver: run.store.parties.ids[receiver],
          subject: subject,
          outcome: isEntitled ? .entitled : .notEntitled,
          gross: block.gross[place] >= 0 ? Money(fen: block.gross[place]) : nil, amount: amount,
          monthly: isEntitled && !block.spans.isEmpty ? block.monthly(place, amount) : nil,
          score: sheet.map { block.score(place, $0.steps, $0.sheet) },
          granted: run.store.granted(declared.id, subject, to: receiver)))
    }
  }
}

extension BenefitBlock {
  /// The points of the items of a sheet.
  fileprivate func score(
    _ place: Int, _ steps: BenefitSteps.Score, _ sheet: ScoreSheet
  ) -> Determination.Score {
    let first = place * steps.items.count
    let items = steps.items.indices.map { item in
      Determination.Score.Item(
        id: sheet.items[item].rule.id,
        points: Decimal128(units: points[first + item], scale: steps.items[item].scale))
    }
    let total = items.reduce(Decimal128?.some(.zero)) { sum, item in
      item.points.flatMap { sum?.adding($0) }
    }
    return Determination.Score(total: total, items: items)
  }

  /// The months that a sum pays for, the last of them perhaps in part.
  fileprivate func monthly(_ place: Int, _ amount: Money?) -> Monthly {
    var rest = amount?.fen ?? .max
    var spans: [Monthly.Span] = []
    var count = 0
    var last = Int32.min
    for month in months[Int(self.spans[place].lowerBound)..<Int(self.spans[place].upperBound)] {
      if rest <= 0 { break }
      let rate = Money(fen: min(rest, month.rate))
      rest -= month.rate
      count += 1
      let date = CivilDate(monthNumber: Int(month.number))
      if let before = spans.last, before.rate == rate, month.number == last + 1 {
        spans[spans.count - 1] = Monthly.Span(from: before.from, to: date, rate: rate)
      } else {
        spans.append(Monthly.Span(from: date, to: date, rate: rate))
      }
      last = month.number
    }
    return Monthly(months: count, spans: spans)
  }
}
