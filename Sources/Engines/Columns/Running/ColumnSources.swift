/// The columns that the steps of a program read, by the place of the order.
struct ColumnSources {
  private(set) var truth: [[UInt8]]
  private(set) var narrow: [[Int32]]
  private(set) var wide: [[Int64]]
  /// By type: where each party's rows begin.
  let offsets: [[Int32]]

  init(_ program: Program, _ store: ColumnStore) {
    truth = Array(repeating: [], count: program.orders.count)
    narrow = Array(repeating: [], count: program.orders.count)
    wide = Array(repeating: [], count: program.orders.count)
    offsets = store.tables.map { $0?.offsets ?? [] }
    for (place, order) in program.orders.enumerated() {
      guard case .step(let instruction) = order else { continue }
      switch instruction.operation {
      case .read(let type, let field, _):
        guard let column = store.tables[type]?.columns[field] else { continue }
        truth[place] = column.truth
        narrow[place] = column.narrow
        wide[place] = column.wide
      case .owner(let type, _), .partyNumber(let type, _):
        narrow[place] = store.tables[type]?.owners ?? []
      case .spellMonth(let type, let isLast, _):
        let table = store.tables[type]
        narrow[place] = (isLast ? table?.lastMonths : table?.firstMonths) ?? []
      case .event(let type, _), .ofYear(let type, _, _), .isRecorded(let type, _):
        narrow[place] = store.tables[type]?.events ?? []
      default: continue
      }
    }
  }
}
