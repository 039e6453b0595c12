package import Core

/// A case in full, for whoever receives.
package struct MyCaseView: Sendable {
  /// Something the party can do now.
  package struct Step: Sendable {
    /// A part of it that has a page of its own.
    package struct Task: Sendable {
      package let label: Bilingual
      /// Below the language.
      package let path: String
      package let isDone: Bool

      package init(_ label: Bilingual, path: String, isDone: Bool) {
        self.label = label
        self.path = path
        self.isDone = isDone
      }
    }

    package let id: String
    package let label: Bilingual
    package let isGrave: Bool
    /// What has to be done before, where it is more than one thing.
    package let tasks: [Task]
    /// Where it begins, below the language.
    package let path: String

    package init(id: String, label: Bilingual, isGrave: Bool, tasks: [Task], path: String) {
      self.id = id
      self.label = label
      self.isGrave = isGrave
      self.tasks = tasks
      self.path = path
    }
  }

  /// A part of what is to be paid back.
  package struct Instalment: Sendable {
    package let due: CivilDate
    package let amount: Money

    package init(due: CivilDate, amount: Money) {
      self.due = due
      self.amount = amount
    }
  }

  package let line: MyCaseLine
  package let name: String
  package var steps: [Step] = []
  package var reasons: [CaseReason] = []
  /// The newest first.
  package var events: [CaseView.Event] = []
  package var files: [MyFile] = []
  /// The bank, and the number with stars.
  package var account: String?
  /// Own and review points, once there are both.
  package var scores: [MyScoreLine] = []
  package var instalments: [Instalment] = []
  /// The notice in which it stands, and its last day.
  package var notice: (number: String, closes: CivilDate)?
  /// Where the determination is to be had on paper, below the language.
  package var paper: String?
  /// The case that it follows from.
  package var parent: String?

  package init(line: MyCaseLine, name: String) {
    self.line = line
    self.name = name
  }
}

/// A file of a case.
package struct MyFile: Sendable {
  package let key: Int64
  package let name: String
  package let size: Int

  package init(key: Int64, name: String, size: Int) {
    self.key = key
    self.name = name
    self.size = size
  }

  /// Its size in words.
  var sizeText: String { size < 1 << 20 ? "\((size + 1023) >> 10) KB" : "\(size >> 20) MB" }
}

/// The points of an item from both sides.
package struct MyScoreLine: Sendable {
  package let item: String
  package let label: Bilingual
  package let own: String
  package let review: String
  package let difference: String
  /// Why the reviewer gave so many.
  package let note: String

  package init(
    item: String, label: Bilingual, own: String, review: String, difference: String, note: String
  ) {
    self.item = item
    self.label = label
    self.own = own
    self.review = review
    self.difference = difference
    self.note = note
  }
}
