/// The columns that the steps of a program read, by the place of the order.
struct ColumnSources {
  private(set) var truth: [Cells<UInt8>]
  private(set) var narrow: [Cells<Int32>]
  private(set) var wide: [Cells<Int64>]
  /// By type: where each party's rows begin.
  let offsets: [Cells<Int32>]

  init(_ program: Program, _ store: ColumnStore) {
    truth = Array(repeating: Cells(), count: program.orders.count)
    narrow = Array(repeating: Cells(), count: program.orders.count)
    wide = Array(repeating: Cells(), count: program.orders.count)
    offsets = store.tables.map { $0?.offsets ?? Cells() }
    for (place, order) in program.orders.enumerated() {
      guard case .step(let instruction) = order else { continue }
      switch instruction.operation {
      case .read(let type, let field, _):
        guard let column = store.tables[type]?.columns[field] else { continue }
        truth[place] = column.truth
        narrow[place] = column.narrow
        wide[place] = column.wide
      case .owner(let type, _), .partyNumber(let type, _):
        narrow[place] = store.tables[type]?.owners ?? Cells()
      case .spellMonth(let type, let isLast, _):
        let table = store.tables[type]
        narrow[place] = (isLast ? table?.lastMonths : table?.firstMonths) ?? Cells()
      case .event(let type, _), .ofYear(let type, _, _), .isRecorded(let type, _):
        narrow[place] = store.tables[type]?.events ?? Cells()
      default: continue
      }
    }
  }
}
